"""The digest of a load changes with anything that one of its events says."""

from __future__ import annotations

from datetime import date

import pytest

from answerable_site.intake.rules import root_digest

LINE = (7, 1, "told", date(2024, 3, 11), 1, None, '{"kind":"told","victim":1}', None)


class TestTheDigest:
    def test_does_not_depend_on_how_facts_are_spaced_and_ordered(self):
        other = (*LINE[:6], '{"victim": 1, "kind": "told"}', None)
        assert root_digest([LINE]) == root_digest([other])

    def test_takes_days_as_either_database_gives_them(self):
        assert root_digest([LINE]) == root_digest([(*LINE[:3], "2024-03-11", *LINE[4:])])

    @pytest.mark.parametrize(
        ("place", "value"),
        [
            *((0, 8), (1, 2), (2, "decision"), (3, date(2024, 3, 12)), (4, 2), (5, 1)),
            *((6, '{"kind":"told","victim":2}'), (7, 3)),
        ],
    )
    def test_changes_with_every_part_of_an_event(self, place, value):
        changed = (*LINE[:place], value, *LINE[place + 1 :])
        assert root_digest([LINE]) != root_digest([changed])

    def test_changes_with_an_event_that_is_missing_or_twice(self):
        assert len({root_digest([]), root_digest([LINE]), root_digest([LINE, LINE])}) == 3
