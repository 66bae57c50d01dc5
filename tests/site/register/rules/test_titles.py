from __future__ import annotations

import pytest

from answerable_site.register.rules import Part, likely_same_report, part_of_series, same_force


class TestPartOfSeries:
    def test_is_named_in_the_title(self):
        title = "Response to burglary – Phase one: From call to visit"
        assert part_of_series(title) == Part("Response to burglary", "Phase one")

    @pytest.mark.parametrize("title", ["Response to burglary", "Phase two", ""])
    def test_is_not_invented(self, title):
        assert part_of_series(title) is None


class TestLikelySameReport:
    def test_sees_through_case_and_small_words(self):
        assert likely_same_report("The response to Burglary", "Response to the burglary")

    def test_keeps_phases_apart(self):
        one = "Response to burglary and theft in towns – Phase one"
        assert not likely_same_report(one, one.replace("one", "two"))

    def test_needs_less_on_the_same_day(self):
        whole = "Response to burglary in towns: recording and visits"
        assert not likely_same_report(whole, "Response to burglary")
        assert not likely_same_report(whole, "Custody records", same_day=True)
        assert likely_same_report(whole, "Response to burglary in towns", same_day=True)


class TestSameForce:
    def test_does_not_mind_what_a_force_calls_itself(self):
        assert same_force("the Wexmoor Police", "Wexmoor Constabulary")

    def test_tells_forces_apart(self):
        assert not same_force("North Wexmoor Police", "Wexmoor Police")
        assert not same_force("the police", "the constabulary")
