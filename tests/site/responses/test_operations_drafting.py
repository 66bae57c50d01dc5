from __future__ import annotations

import pytest
from tests import factories_responses as cases

from answerable_site.people.access import Refused
from answerable_site.responses import operations
from answerable_site.responses.models import BodyComments, Explanation, Preparation, Voiding
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import Language


def write(case, text="We welcome this report.", version=0, role="officer"):
    return operations.write_own_comments(
        by=case.viewer(role), at=cases.LATER, text=text, version=version, **case.about
    )


def explain(case, finding_id, version=0, kind=ExplanationKind.NONE_AND_WHY, **chosen):
    return operations.explain_finding(
        by=case.viewer("officer"),
        at=cases.LATER,
        finding_id=finding_id,
        kind=kind,
        text="Not our store.",
        version=version,
        **chosen,
        **case.about,
    )


class TestWriteOwnComments:
    def test_appends_a_version(self, case):
        write(case)
        write(case, "We welcome most of this report.", version=1)
        assert list(BodyComments.objects.values_list("version", flat=True)) == [1, 2]

    def test_is_refused_over_a_version_that_the_writer_did_not_see(self, case):
        write(case)
        with pytest.raises(operations.ChangedMeanwhile):
            write(case, "Something else.")

    def test_is_refused_where_nothing_changed(self, case):
        write(case)
        with pytest.raises(operations.NothingChanged):
            write(case, version=1)

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, case, role):
        with pytest.raises(Refused):
            write(case, role=role)

    def test_voids_a_signature_and_says_why(self, case):
        cases.signed(case)
        write(case, "We welcome most of this report.", version=1)
        assert Preparation.objects.standing().count() == 0
        assert Voiding.objects.get().because == "The body’s own comments were changed."

    def test_is_refused_once_the_response_is_published(self, case):
        cases.published(case)
        with pytest.raises(operations.ResponsePublished):
            write(case, "We welcome most of this report.", version=1)


class TestWriteReply:
    def test_takes_a_reply_back_with_an_empty_version(self, case):
        for version, text in enumerate(["We thank you.", ""]):
            saved = operations.write_reply(
                by=case.viewer("officer"),
                at=cases.LATER,
                text=text,
                version=version,
                **case.about,
            )
        assert (saved.version, saved.text) == (2, "")


class TestExplainFinding:
    def test_counts_versions_for_each_finding(self, case):
        first, second, _ = case.recommendations
        explain(case, first.pk)
        explain(case, second.pk)
        explain(case, first.pk, version=1, kind=ExplanationKind.ACTION_TAKEN)
        held = Explanation.objects.values_list("recommendation", "version").order_by("pk")
        assert list(held) == [(first.pk, 1), (second.pk, 1), (first.pk, 2)]

    def test_keeps_date_and_owner_of_proposed_action_alone(self, case):
        saved = explain(
            case, case.recommendations[0].pk, due_on=cases.LAST_DAY, owner="Head of custody"
        )
        assert (saved.due_on, saved.owner) == (None, "")

    def test_may_be_unfinished(self, case):
        saved = explain(case, case.recommendations[0].pk, kind=ExplanationKind.ACTION_PROPOSED)
        assert saved.due_on is None

    def test_is_refused_for_a_finding_of_another_report(self, case):
        other = cases.finding(cases.inspection(case.office, "Another"), "Forces should count.")
        with pytest.raises(operations.NotOfThisReport):
            explain(case, other.pk)


class TestWelshBesideEnglish:
    def comments(self, case, welsh, text="We welcome this report.", version=0, **chosen):
        return operations.write_own_comments(
            by=case.viewer("officer"),
            at=cases.LATER,
            text=text,
            welsh=welsh,
            version=version,
            **chosen,
            **case.about,
        )

    def test_is_kept_with_the_version(self, case):
        assert self.comments(case, " Croesawn yr adroddiad. ").welsh == "Croesawn yr adroddiad."

    def test_stays_where_a_page_did_not_ask_for_it(self, case):
        self.comments(case, "Croesawn yr adroddiad.")
        later = write(case, "We welcome most of this report.", version=1)
        assert later.welsh == "Croesawn yr adroddiad."

    def test_alone_is_a_change_and_voids_a_signature(self, case):
        cases.signed(case)
        [held] = BodyComments.objects.all()
        self.comments(case, "Croesawn yr adroddiad.", text=held.text, version=held.version)
        assert Preparation.objects.standing().count() == 0

    @pytest.mark.parametrize("chosen", [{"text": " "}, {"language": Language.WELSH}])
    def test_is_refused_beside_no_english(self, case, chosen):
        with pytest.raises(operations.WelshAlone):
            self.comments(case, "Croesawn yr adroddiad.", **chosen)

    def test_is_given_with_an_explanation(self, case):
        finding = case.recommendations[0].pk
        explain(case, finding, welsh="Nid ein storfa ni.")
        assert Explanation.objects.get().welsh == "Nid ein storfa ni."
