from __future__ import annotations

import pytest
from tests import factories, factories_support
from tests.factories_followup import promised
from tests.factories_support import AT, TODAY

from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.publication import operations as press
from answerable_site.publication import queries as public
from answerable_site.publication.rules import NotToBeShown
from answerable_site.support import operations, queries
from answerable_site.support.models import Passage
from answerable_site.support.operations import NewFinding
from answerable_site.support.rules import CodingRefused, SurveyRefused, TellingRefused

NOTHING = "It is being looked into."


@pytest.fixture
def coded(db):
    return factories_support.coded()


def finding(found, **changed):
    new = NewFinding(
        **{
            "words": "Most were told otherwise than they had wished.",
            "recommendation": found.recommendations[0],
            "nothing_yet": NOTHING,
        }
        | changed
    )
    return operations.add_finding(**found.keeping, survey=found.survey, new=new)


def handed_over(found):
    return operations.hand_over(**found.keeping, today=TODAY, survey=found.survey)


def released(found):
    feedback = handed_over(found)
    publisher = factories.viewer(found.office.publisher, on=TODAY)
    return press.release_feedback(by=publisher, at=AT, feedback=feedback)


class TestFindings:
    def test_name_no_number_that_may_not_be_shown(self, coded):
        with pytest.raises(TellingRefused, match="17"):
            finding(coded, words="17 people were told by letter.")
        assert finding(coded, words="About 20 of 30 were told otherwise than they wished.")

    def test_say_what_changed_or_why_nothing_has(self, coded):
        with pytest.raises(TellingRefused):
            finding(coded, nothing_yet="")

    def test_quote_only_what_both_coders_found_safe(self, coded):
        passage = Passage.objects.first()
        quote = operations.offer_quote(**coded.coding(1), passage=passage, words="A call")
        with pytest.raises(TellingRefused):
            finding(coded, quotes=[quote])


class TestHandOver:
    def test_is_refused_without_findings(self, coded):
        with pytest.raises(TellingRefused):
            handed_over(coded)

    def test_is_refused_while_the_coding_is_not_settled(self, db):
        answered = factories_support.answered()
        finding(answered)
        with pytest.raises(TellingRefused):
            handed_over(answered)

    def test_hands_over_what_may_be_shown_and_no_passage(self, coded):
        passage = Passage.objects.first()
        quote = operations.offer_quote(**coded.coding(1), passage=passage, words="A call")
        operations.judge_quote(**coded.coding(2), quote=quote, is_safe=True)
        commitment = promised(coded.office, coded.recommendations[0], coded.office.force)
        finding(coded, commitments=[commitment], nothing_yet="", quotes=[quote])
        told = handed_over(coded).told
        [one] = told.findings
        assert one.recommendation_id == coded.recommendations[0].pk
        assert [change.summary for change in one.changes] == [commitment.summary]
        assert one.quotes == ("A call",)
        table = next(one for one in told.answers if one.title.startswith("Were you told in the"))
        assert dict(table.rows) == {
            "Yes": "10",
            "No": "20",
            "Nobody had asked me": "not shown",
            "All who answered it": "30",
        }
        assert "People asked: 60. People who answered: 30." in told.heard[0]
        assert "50% of those asked" in told.heard[0]
        assert "Under 25: heard less than others." in told.heard
        assert any("92%" in sentence for sentence in told.method)
        assert passage.words not in str(told.as_json())


class TestOnceItIsTold:
    def test_who_was_asked_stands(self, coded):
        finding(coded)
        handed_over(coded)
        with pytest.raises(SurveyRefused):
            coded.asked(5)
        with pytest.raises(SurveyRefused):
            operations.strike_asked(**coded.asking, asked=coded.survey.asked.first())


class TestRelease:
    def test_needs_a_second_person(self, coded):
        finding(coded)
        feedback = handed_over(coded)
        both = factories.person(
            "Officer and Publisher",
            (coded.office.body, Role.RESPONSE_OFFICER),
            (coded.office.body, Role.PUBLISHER),
        )
        assert press.release_feedback(
            by=factories.viewer(both, on=TODAY), at=AT, feedback=feedback
        ).released_at
        again = operations.hand_over(
            by=factories.viewer(both, on=TODAY), at=AT, today=TODAY, survey=coded.survey
        )
        with pytest.raises(Refused):
            press.release_feedback(by=factories.viewer(both, on=TODAY), at=AT, feedback=again)

    def test_takes_the_place_of_the_one_before_until_it_is_withdrawn(self, coded):
        finding(coded)
        first, second = released(coded), released(coded)
        assert (first.slug, first.number, second.number) == (second.slug, 1, 2)
        assert list(public.feedback_of(first.body_slug)) == [second]
        publisher = factories.viewer(coded.office.publisher, on=TODAY)
        press.withdraw_feedback(by=publisher, at=AT, feedback=second, reason="A slip")
        assert not public.feedback_of(first.body_slug).exists()

    def test_is_refused_with_a_reference_of_a_case_in_it(self, coded, monkeypatch):
        finding(coded, words="Some had waited, see XQ12345678.")
        feedback = handed_over(coded)
        monkeypatch.setattr(
            "answerable_site.config.withheld.held_references", lambda found, *, by: True
        )
        with pytest.raises(press.WouldLeak):
            press.release_feedback(
                by=factories.viewer(coded.office.publisher, on=TODAY), at=AT, feedback=feedback
            )

    def test_shows_beside_the_recommendation(self, coded):
        finding(coded)
        feedback = released(coded)
        found = public.findings_by_recommendation()
        [(shown, one)] = found[coded.recommendations[0].pk]
        assert shown == feedback
        assert one.nothing_yet == NOTHING


class TestEraseWords:
    def test_leaves_counts_agreement_and_safe_quotes(self, coded):
        passage = Passage.objects.filter(words__contains="letter").first()
        safe, _waiting = (
            operations.offer_quote(**coded.coding(1), passage=passage, words=words)
            for words in ("A call", "the letter")
        )
        operations.judge_quote(**coded.coding(2), quote=safe, is_safe=True)
        before = queries.figures_of(coded.survey)
        told = queries.agreement_in_words(coded.survey)
        operations.erase_words(**coded.keeping, survey=coded.survey)
        assert not Passage.objects.exists()
        assert list(queries.approved_quotes(coded.survey)) == [safe]
        after = queries.figures_of(coded.survey)
        assert after.themes.shown == before.themes.shown
        assert queries.agreement_in_words(coded.survey) == told == "92%"
        finding(coded, quotes=[safe])
        assert handed_over(coded).told.findings[0].quotes == ("A call",)

    def test_waits_for_the_coding(self, db):
        answered = factories_support.answered()
        with pytest.raises(CodingRefused):
            operations.erase_words(**answered.keeping, survey=answered.survey)

    def test_happens_once_and_is_the_office_s(self, coded):
        with pytest.raises(Refused):
            operations.erase_words(**coded.coding(1), survey=coded.survey)
        operations.erase_words(**coded.keeping, survey=coded.survey)
        with pytest.raises(CodingRefused):
            operations.erase_words(**coded.keeping, survey=coded.survey)


class TestFigures:
    def test_of_a_meeting_are_not_for_the_public(self, coded):
        from answerable.disclosure.policy import shipped_policy
        from answerable.disclosure.protect import protect
        from answerable.disclosure.table import CountTable
        from answerable_site.publication.rules import FeedbackTable

        table = protect(CountTable(("answer",), {("a",): 20}), shipped_policy("scrutiny_meeting"))
        with pytest.raises(NotToBeShown):
            FeedbackTable.of("A table", ("Answer", "People"), table, {"A": [("a",)]})

    def test_are_the_same_each_time(self, coded):
        first, second = (queries.figures_of(coded.survey) for _ in range(2))
        assert {key: table.shown for key, table in first.answers.items()} == {
            key: table.shown for key, table in second.answers.items()
        }
        assert first.channels.shown == second.channels.shown
