from __future__ import annotations

from answerable_site.followup.rules import Criterion, gaps_before_closing

MET = Criterion("Nine of ten records hold the reason", is_met=True)


def gaps(*criteria, assured=True, open_actions=0):
    return gaps_before_closing(criteria, is_assured_complete=assured, open_actions=open_actions)


class TestGapsBeforeClosing:
    def test_are_none_where_every_criterion_is_met(self):
        assert gaps(MET) == ()

    def test_name_what_was_not_tested_and_what_is_not_met(self):
        untested, unmet = Criterion("Asked"), Criterion("Told", is_met=False)
        assert gaps(MET, untested, unmet) == (
            "1 criterion is not tested yet by somebody independent.",
            "1 criterion is not met.",
        )

    def test_count_what_is_still_open(self):
        assert gaps(MET, open_actions=2) == ("2 actions are open.",)

    def test_ask_for_the_assurance_of_the_office(self):
        assert gaps(MET, assured=False) == ("The office has not assured it as complete.",)
