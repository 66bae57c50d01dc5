"""The further answers of an explanation: position, priorities, another response, language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.register import operations as register
from answerable_site.responses import operations
from answerable_site.responses.models import BodyComments, Explanation
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import Language, Position


def explain(case, version=0, kind=ExplanationKind.ACTION_TAKEN, **chosen) -> Explanation:
    return operations.explain_finding(
        by=case.viewer("officer"),
        at=cases.LATER,
        finding_id=case.recommendations[0].pk,
        kind=kind,
        text="We label bags.",
        version=version,
        **chosen,
        **case.about,
    )


def priority(office, name="Victims first"):
    return register.add_priority(
        by=factories.viewer(office.officer),
        at=cases.AT,
        body=office.body,
        plan="Police and Crime Plan 2025 to 2029",
        name=name,
        from_on=date(2025, 4, 1),
    )


@pytest.fixture
def other(case):
    """Another response of the same body, begun with an invitation."""
    report = cases.inspection(case.office, "Property stores", published_on=date(2026, 3, 1))
    cases.invited(cases.Case(case.office, report, []))
    return report.responses.get()


class TestExplainFinding:
    def test_refuses_action_that_would_be_complete_before_the_report(self, case):
        proposed = {"kind": ExplanationKind.ACTION_PROPOSED, "owner": "Head of custody"}
        with pytest.raises(operations.DatesOutOfOrder, match="before the report"):
            explain(case, due_on=cases.REPORT_ON - timedelta(days=1), **proposed)
        assert explain(case, due_on=cases.REPORT_ON, **proposed).due_on == cases.REPORT_ON

    def test_keeps_position_priorities_and_language(self, case):
        ours = priority(case.office)
        saved = explain(
            case,
            position=Position.ACCEPTED_IN_PART,
            priorities={ours.pk},
            language=Language.WELSH,
        )
        saved.refresh_from_db()
        assert (saved.position, saved.language) == ("accepted_in_part", "cy-GB")
        assert list(saved.priorities.all()) == [ours]

    @pytest.mark.parametrize(
        "change",
        [
            {"position": Position.ACCEPTED},
            {"language": Language.WELSH},
            {"kind": ExplanationKind.FOR_OTHERS},
        ],
    )
    def test_counts_each_of_them_as_a_change(self, case, change):
        explain(case)
        assert explain(case, version=1, **change).version == 2

    def test_counts_a_change_of_priorities_and_keeps_those_of_before(self, case):
        one, two = priority(case.office), priority(case.office, "Fewer burglaries")
        first = explain(case, priorities=[one.pk, two.pk])
        second = explain(case, version=1, priorities=[two.pk])
        assert list(first.priorities.all()) == [one, two]
        assert list(second.priorities.all()) == [two]

    def test_knows_the_same_priorities_in_another_order(self, case):
        one, two = priority(case.office), priority(case.office, "Fewer burglaries")
        explain(case, priorities=[one.pk, two.pk])
        with pytest.raises(operations.NothingChanged):
            explain(case, version=1, priorities=[two.pk, one.pk])

    def test_refuses_a_priority_of_another_body(self, case):
        theirs = priority(factories.office("Thornley"))
        with pytest.raises(operations.NotOurPriority):
            explain(case, priorities=[theirs.pk])

    def test_keeps_the_other_response_that_answers(self, case, other):
        saved = explain(case, kind=ExplanationKind.ANSWERED_ELSEWHERE, answered_in=other.pk)
        assert saved.answered_in == other

    def test_may_leave_open_which_response_answers(self, case):
        assert explain(case, kind=ExplanationKind.ANSWERED_ELSEWHERE).answered_in is None

    def test_forgets_the_other_response_where_the_answer_is_given_here(self, case, other):
        assert explain(case, answered_in=other.pk).answered_in is None

    def test_refuses_itself_as_the_other_response(self, case):
        own = explain(case).response
        with pytest.raises(operations.NotAnotherResponse):
            explain(
                case,
                version=1,
                kind=ExplanationKind.ANSWERED_ELSEWHERE,
                answered_in=own.pk,
            )

    def test_refuses_a_response_of_another_body(self, case):
        theirs = cases.invited(cases.case("Thornley")).inspection.responses.get()
        with pytest.raises(operations.NotAnotherResponse):
            explain(case, kind=ExplanationKind.ANSWERED_ELSEWHERE, answered_in=theirs.pk)

    def test_puts_no_words_of_people_into_the_record(self, case):
        explain(case, position=Position.ACCEPTED)
        assert "We label bags." not in str(AuditEntry.objects.latest("sequence").details)


class TestLanguage:
    def test_is_english_unless_told(self, case):
        assert explain(case).language == Language.ENGLISH

    def test_is_a_change_of_own_comments(self, case):
        for version, language in enumerate(Language):
            operations.write_own_comments(
                by=case.viewer("officer"),
                at=cases.LATER,
                text="Diolch.",
                language=language,
                version=version,
                **case.about,
            )
        assert list(BodyComments.objects.values_list("language", flat=True)) == ["en-GB", "cy-GB"]

    def test_of_the_chief_officers_comments_is_kept(self, case):
        saved = operations.submit_chief_officer_comments(
            by=case.viewer("chief"),
            at=cases.LATER,
            author_name="Robin Ashdown",
            author_title="Chief Constable",
            text="Diolch.",
            language=Language.WELSH,
            version=0,
            **case.about,
        )
        assert saved.language == "cy-GB"
