from __future__ import annotations

from datetime import date

import pytest

from answerable_site.people.rules import BodyType
from answerable_site.responses.rules.specified_information import Showing, seems_to_be, verdict
from answerable_site.responses.rules.words import InformationKind

DAY = date(2026, 3, 2)
NEXT = date(2026, 3, 3)


class TestVerdict:
    def test_asks_first_what_the_body_is(self):
        assert verdict(body_type="", shown=DAY, newest=DAY).showing is Showing.TYPE_UNKNOWN

    def test_does_not_bind_the_common_council(self):
        found = verdict(body_type=BodyType.COMMON_COUNCIL, shown=None, newest=DAY)
        assert found.showing is Showing.NOT_BOUND

    @pytest.mark.parametrize("kind", [kind for kind in BodyType if kind.is_elected])
    def test_binds_every_elected_body(self, kind):
        assert verdict(body_type=kind, shown=None, newest=None).showing is Showing.NOT_RECORDED

    def test_is_current_on_the_day_of_the_newest(self):
        assert verdict(body_type=BodyType.MAYOR, shown=DAY, newest=DAY).showing is Showing.CURRENT

    def test_is_outdated_by_one_a_day_newer(self):
        found = verdict(body_type=BodyType.MAYOR, shown=DAY, newest=NEXT)
        assert (found.showing, found.newer_since) == (Showing.OUTDATED, NEXT)

    def test_is_current_where_a_person_named_a_newer_one_than_the_register_has(self):
        assert verdict(body_type=BodyType.MAYOR, shown=NEXT, newest=DAY).showing is Showing.CURRENT


class TestSeemsToBe:
    @pytest.mark.parametrize(
        ("title", "series", "expected"),
        [
            ("PEEL 2025-27: Wexmoor Police", "", True),
            ("Police effectiveness in Wexmoor", "Peel assessments", True),
            ("Peeling paint in custody suites", "", False),
            ("Lost property", "", False),
        ],
    )
    def test_reads_title_and_series(self, title, series, expected):
        found = seems_to_be(InformationKind.PEEL_REPORT, title=title, series=series)
        assert found is expected

    def test_keeps_the_two_kinds_apart(self):
        title = "Summary assessment of Wexmoor Police"
        assert seems_to_be(InformationKind.SUMMARY_ASSESSMENT, title=title, series="")
        assert not seems_to_be(InformationKind.PEEL_REPORT, title=title, series="")
