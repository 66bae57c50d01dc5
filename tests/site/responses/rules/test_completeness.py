from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from tests.site.responses.rules import strategies

from answerable.statute import BASES, NO_BASIS, SECTION_55
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules import completeness
from answerable_site.responses.rules.completeness import Place
from answerable_site.responses.rules.facts import (
    BindingFacts,
    ChiefOfficerFacts,
    ExclusionFacts,
    ExplanationFacts,
    ExplanationKind,
    OtherResponseFacts,
)
from answerable_site.responses.rules.words import BindingGround, ExcludedPart

PROPOSED = ExplanationFacts(
    ExplanationKind.ACTION_PROPOSED, "We will.", date(2026, 9, 1), "Head of custody"
)


def sentences(response) -> list[str]:
    return [gap.sentence for gap in completeness.gaps(response)]


class TestGaps:
    def test_of_a_complete_response_are_none(self, response):
        assert completeness.gaps(response()) == ()

    def test_name_an_invitation_that_was_not_sent(self, response):
        assert sentences(response(invitation=None)) == [
            "The chief officer has not been invited to comment."
        ]

    def test_name_comments_that_are_neither_received_nor_recorded(self, response):
        assert sentences(response(chief_officer=None)) == [
            "The chief officer’s comments are neither received nor recorded as not received."
        ]

    def test_accept_that_no_comments_were_received_by_the_date(self, response):
        none = ChiefOfficerFacts(text="", none_received_by=date(2026, 5, 5))
        assert sentences(response(chief_officer=none)) == []

    def test_name_a_later_date_given_to_the_chief_officer(self, response):
        none = ChiefOfficerFacts(text="", none_received_by=date(2026, 4, 30))
        (said,) = sentences(response(chief_officer=none))
        assert said.startswith("The chief officer was given another date")

    def test_name_own_comments_of_blanks(self, response):
        assert sentences(response(own_comments=" \n")) == ["Your own comments are missing."]

    @pytest.mark.parametrize(
        ("text", "is_public", "count"), [("", False, 1), ("", True, 0), ("Here.", False, 0)]
    )
    def test_name_another_response_that_nobody_can_read_yet(
        self, response, finding, text, is_public, count
    ):
        elsewhere = ExplanationFacts(
            ExplanationKind.ANSWERED_ELSEWHERE,
            text,
            answered_in=OtherResponseFacts("Property stores", is_public=is_public),
        )
        found = sentences(response(finding(explanation=elsewhere)))
        assert [
            one.endswith("is not public yet: the response to “Property stores”.") for one in found
        ] == ([True] * count)

    def test_name_a_recommendation_by_its_printed_number(self, response, finding):
        missing = response(finding(number="3a", explanation=None))
        assert sentences(missing) == ["There is no explanation for recommendation 3a."]

    def test_name_a_recommendation_without_a_number_by_its_words(self, response, finding):
        missing = response(finding(number="", explanation=None))
        assert sentences(missing) == [
            "There is no explanation for the recommendation “Forces should label every bag.”."
        ]

    def test_point_to_the_finding(self, response, finding):
        (gap,) = completeness.gaps(response(finding(id=41, explanation=None)))
        assert (gap.place, gap.finding_id) == (Place.EXPLANATION, 41)

    @pytest.mark.parametrize(
        ("explanation", "said"),
        [
            (
                ExplanationFacts(ExplanationKind.NONE_AND_WHY, ""),
                "The explanation for recommendation 3 gives no reason why there is no action.",
            ),
            (
                ExplanationFacts(ExplanationKind.ACTION_TAKEN, " "),
                "The explanation for recommendation 3 does not say what action was taken.",
            ),
            (
                replace(PROPOSED, text=""),
                "The explanation for recommendation 3 does not say what action is proposed.",
            ),
            (
                replace(PROPOSED, due_on=None),
                "The action proposed for recommendation 3 has no date.",
            ),
            (
                replace(PROPOSED, owner=" "),
                "The action proposed for recommendation 3 has no owner.",
            ),
        ],
    )
    def test_name_what_an_explanation_lacks(self, response, finding, explanation, said):
        assert sentences(response(finding(explanation=explanation))) == [said]

    def test_accept_a_refusal_with_a_reason(self, response, finding):
        refusal = ExplanationFacts(ExplanationKind.NONE_AND_WHY, "It does not apply to us.")
        assert sentences(response(finding(explanation=refusal))) == []

    @pytest.mark.parametrize(
        "kind", [RecommendationKind.AREA_FOR_IMPROVEMENT, RecommendationKind.CAUSE_OF_CONCERN]
    )
    def test_ask_no_answer_to_what_is_no_recommendation(self, response, finding, kind):
        assert sentences(response(finding(kind=kind, explanation=None))) == []

    def test_ask_for_a_recommendation_under_a_cause_of_concern(self, response, finding):
        cause = finding(id=1, kind=RecommendationKind.CAUSE_OF_CONCERN, explanation=None)
        under = finding(id=2, parent_id=1, number="5", explanation=None)
        assert sentences(response(cause, under)) == [
            "There is no explanation for recommendation 5."
        ]

    def test_ask_for_a_recommendation_addressed_to_somebody_else(self, response, finding):
        elsewhere = finding(addressees=("The Home Office",), explanation=None)
        assert len(sentences(response(elsewhere))) == 1

    def test_ask_no_explanation_of_a_report_before_the_law_did(self, response, finding):
        early = response(finding(explanation=None), published_on=date(2017, 5, 1))
        assert sentences(early) == []

    def test_ask_one_of_a_report_of_the_first_day_under_the_law(self, response, finding):
        first = response(finding(explanation=None), published_on=date(2017, 5, 2))
        assert sentences(first) == ["There is no explanation for recommendation 3."]

    @pytest.mark.parametrize(
        ("undecided", "waits"), [(1, "1 candidate waits"), (3, "3 candidates wait")]
    )
    def test_name_candidates_on_which_nobody_decided(self, response, undecided, waits):
        made = response()
        unfinished = replace(made, report=replace(made.report, undecided=undecided))
        (gap,) = completeness.gaps(unfinished)
        assert gap.place is Place.REGISTER
        assert f"{waits} for a decision" in gap.sentence

    def test_ask_only_for_words_where_no_basis_asks_more(self, response, finding):
        silent = response(
            finding(explanation=None),
            basis=NO_BASIS,
            invitation=None,
            chief_officer=None,
            own_comments="",
        )
        assert sentences(silent) == ["The response says nothing yet. Write your own comments."]

    @given(response=strategies.responses)
    def test_never_concern_an_area_for_improvement(self, response):
        kinds = {finding.id: finding.kind for finding in response.report.findings}
        concerned = {
            kinds[gap.finding_id]
            for gap in completeness.gaps(response)
            if gap.finding_id is not None
        }
        assert concerned <= {RecommendationKind.RECOMMENDATION}

    @given(response=strategies.responses)
    def test_name_every_unexplained_recommendation_where_the_law_asks(self, response):
        named = {gap.finding_id for gap in completeness.gaps(response)}
        unexplained = {
            finding.id
            for finding in response.report.findings
            if finding.kind is RecommendationKind.RECOMMENDATION and finding.explanation is None
        }
        asked = completeness.is_bound(response) and completeness.explains_each_recommendation(
            response.report
        )
        assert (unexplained <= named) if asked else named <= {None}


class TestDuty:
    def test_is_a_gap_until_somebody_decided_on_it(self, response):
        (gap,) = completeness.gaps(response(binding=None))
        assert (gap.place, gap.blocks) == (Place.BINDING, True)

    def test_is_taken_to_bind_while_nobody_decided(self, response):
        assert completeness.is_bound(response(binding=None))

    @pytest.mark.parametrize("ground", BindingGround)
    def test_binds_as_its_ground_says(self, response, ground):
        assert completeness.is_bound(response(binding=BindingFacts(ground))) is ground.binds

    def test_asks_for_nothing_more_where_it_does_not_bind(self, response, finding):
        unfinished = response(
            finding(explanation=None),
            binding=BindingFacts(BindingGround.NOT_THE_SUBJECT),
            invitation=None,
            chief_officer=None,
        )
        assert completeness.gaps(unfinished) == ()


class TestExclusions:
    def left_out(self, passage: str, **place) -> ExclusionFacts:
        given = {"part": ExcludedPart.OWN_COMMENTS} | place
        return ExclusionFacts(
            passage=passage,
            public_reason="It would help thieves.",
            decided_as="Commissioner",
            decided_on=date(2026, 5, 1),
            **given,
        )

    def test_are_no_gap_while_the_text_holds_the_passage(self, response):
        assert completeness.gaps(response(exclusions=(self.left_out("this  report"),))) == ()

    def test_block_once_the_words_were_changed(self, response):
        (gap,) = completeness.gaps(response(exclusions=(self.left_out("that report"),)))
        assert (gap.place, gap.blocks) == (Place.EXCLUSIONS, True)

    def test_are_looked_for_in_their_own_explanation(self, response, finding):
        elsewhere = self.left_out("every bag", part=ExcludedPart.EXPLANATION, finding_id=9)
        here = self.left_out("every bag", part=ExcludedPart.EXPLANATION, finding_id=3)
        assert completeness.gaps(response(exclusions=(here,))) == ()
        assert len(completeness.gaps(response(exclusions=(elsewhere,)))) == 1


class TestExplanationRule:
    def test_cites_the_law_that_asks(self, response):
        said = completeness.explanation_rule(response().report)
        assert said.startswith(f"Under {SECTION_55.citation} the response must explain")

    def test_says_when_the_law_did_not_ask_yet(self, response):
        early = response(published_on=date(2016, 2, 2)).report
        assert "published on 2 February 2016, before" in completeness.explanation_rule(early)

    @pytest.mark.parametrize("basis", [b for b in BASES.values() if b != SECTION_55])
    def test_says_where_the_basis_does_not_ask(self, response, basis):
        said = completeness.explanation_rule(response(basis=basis).report)
        assert "does not ask for an explanation" in said
