from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from answerable_site.accessreview.rules.handing_out import (
    CountDiffers,
    Parcel,
    Section,
    as_json,
    check_count,
)

PARCEL = Parcel(
    12,
    (Section("References", [{"Kind": "Crime reference", "Reference": "1/26"}]), Section("No", [])),
    ("Names of staff.",),
)


class TestCheckCount:
    def test_lets_the_number_of_records_pass(self):
        check_count(PARCEL, 1)

    @pytest.mark.parametrize("typed", [0, 2])
    def test_refuses_another_number(self, typed):
        with pytest.raises(CountDiffers):
            check_count(PARCEL, typed)


class TestAsJson:
    def test_holds_all_that_goes_and_what_does_not(self):
        at = datetime(2026, 6, 1, 10, tzinfo=ZoneInfo("Europe/London"))
        told = json.loads(as_json(PARCEL, recipient_name="Exmere Crown Court", asked_at=at))
        assert told == {
            "case": 12,
            "as_held_at": "2026-06-01T09:00:00+00:00",
            "for": "Exmere Crown Court",
            "records": 1,
            "sections": [
                {
                    "title": "References",
                    "records": [{"Kind": "Crime reference", "Reference": "1/26"}],
                },
                {"title": "No", "records": []},
            ],
            "withheld": ["Names of staff."],
        }
