from __future__ import annotations

from datetime import date

import pytest

from answerable_site.followup.rules import (
    DateRefused,
    Target,
    Whose,
    check_new_target,
    current,
    original,
    revisions,
)

FIRST = Target(date(2026, 9, 30), Whose.INSPECTORATE)
SECOND = Target(date(2026, 12, 31), Whose.INTERNAL, "The system came late")
THIRD = Target(date(2027, 3, 31), Whose.INTERNAL, "So did the next")


def check(before, new, allowed=None, *, more=False):
    check_new_target(before, new, allowed=allowed, may_allow_more=more)


class TestTargets:
    def test_keep_the_first_as_the_original(self):
        assert original([FIRST, SECOND, THIRD]) is FIRST
        assert current([FIRST, SECOND, THIRD]) is THIRD
        assert revisions([FIRST, SECOND, THIRD]) == 2

    def test_may_be_none(self):
        assert original([]) is None
        assert current([]) is None
        assert revisions([]) == 0


class TestCheckNewTarget:
    def test_asks_no_reason_for_the_first(self):
        check([], FIRST, allowed=0)

    def test_asks_a_reason_for_every_other(self):
        with pytest.raises(DateRefused, match="Say why"):
            check([FIRST], Target(SECOND.on, Whose.INTERNAL, "  "))

    def test_refuses_the_date_that_is_worked_to_already(self):
        with pytest.raises(DateRefused, match="already"):
            check([FIRST, SECOND], SECOND)

    def test_refuses_more_moves_than_the_office_allows(self):
        check([FIRST], SECOND, allowed=1)
        with pytest.raises(DateRefused, match="as often as the office allows"):
            check([FIRST, SECOND], THIRD, allowed=1)

    def test_lets_the_office_itself_go_further(self):
        check([FIRST, SECOND], THIRD, allowed=1, more=True)
