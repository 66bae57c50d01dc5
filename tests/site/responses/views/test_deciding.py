from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from tests import factories_responses as cases

from answerable_site.responses.models import BindingDecision, Exclusion, Revision

TODAY = datetime(2026, 5, 11, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def page(found) -> str:
    return found.content.decode()


class TestDecideBinding:
    def test_shows_what_is_proposed_with_its_source(self, case, signed_in, at):
        text = page(signed_in("officer").get(at("decide_binding")))
        assert "Proposed: Yes: the report is about every force, ours among them." in text
        assert "guidance of the inspectorate" in text

    def test_chooses_nothing_for_a_person(self, case, signed_in, at):
        assert "checked" not in page(signed_in("officer").get(at("decide_binding")))

    def test_records_the_answer_and_leads_on(self, case, signed_in, at):
        data = {"ground": "not_the_subject", "reason": "It is about another force."}
        found = signed_in("officer").post(at("decide_binding"), data)
        assert found.status_code == 302
        assert BindingDecision.objects.get().ground == "not_the_subject"

    def test_asks_for_the_other_report_beside_its_question(self, case, signed_in, at):
        data = {"ground": "answered_with_another", "reason": "The same findings."}
        text = page(signed_in("officer").post(at("decide_binding"), data))
        assert 'href="#id_answered_with"' in text

    def test_takes_the_report_that_leaves_nothing_to_answer(self, case, signed_in, at):
        other = cases.inspection(case.office, "Custody in Wexmoor")
        data = {
            "ground": "answered_with_another",
            "answered_with": other.pk,
            "reason": "The same findings.",
        }
        signed_in("officer").post(at("decide_binding"), data)
        assert BindingDecision.objects.get().answered_with == other

    def test_says_on_the_response_that_none_is_owed(self, case, signed_in, at):
        data = {"ground": "not_the_subject", "reason": "It is about another force."}
        officer = signed_in("officer")
        officer.post(at("decide_binding"), data)
        text = page(officer.get(at("response")))
        assert "No response owed" in text
        assert "the law asks your body for no response to this report" in text


class TestRevise:
    def test_begins_a_further_version(self, case, signed_in, at):
        cases.published(case)
        data = {"kind": "corrected", "reason": "A date was wrong."}
        assert signed_in("officer").post(at("revise"), data).status_code == 302
        assert Revision.objects.get().reason == "A date was wrong."

    def test_is_offered_on_a_published_response_only(self, case, signed_in, at):
        officer = signed_in("officer")
        assert at("revise") not in page(officer.get(at("response")))
        cases.published(case)
        assert at("revise") in page(officer.get(at("response")))

    def test_opens_the_pages_of_the_draft_again(self, case, signed_in, at):
        cases.published(case)
        officer = signed_in("officer")
        assert at("own_comments") not in page(officer.get(at("response")))
        officer.post(at("revise"), {"kind": "supplemented", "reason": "More came."})
        assert at("own_comments") in page(officer.get(at("response")))

    def test_can_be_given_up(self, case, signed_in, at):
        cases.published(case)
        officer = signed_in("officer")
        officer.post(at("revise"), {"kind": "corrected", "reason": "A date was wrong."})
        officer.post(at("give_up_revision"))
        assert Revision.objects.get().given_up_at == TODAY


LEFT_OUT = {
    "place": "own_comments",
    "passage": "welcome this",
    "reason": "It names a store.",
    "public_reason": "It would help thieves.",
    "decided_as": "Police and Crime Commissioner",
}


class TestExclude:
    @pytest.fixture
    def complete(self, case):
        return cases.complete(case)

    def test_offers_the_parts_that_hold_a_text(self, complete, signed_in, at):
        text = page(signed_in("holder").get(at("exclude")))
        assert "Explanation: Recommendation 1" in text
        assert "The reply to the chief officer" not in text

    def test_leaves_the_passage_out_of_the_document(self, complete, signed_in, at):
        holder = signed_in("holder")
        assert holder.post(at("exclude"), LEFT_OUT).status_code == 302
        text = page(holder.get(at("document")))
        assert "welcome this" not in text
        assert "[A passage is left out here.]" in text

    def test_warns_where_the_same_words_are_published_elsewhere(self, complete, signed_in, at):
        holder = signed_in("holder")
        data = LEFT_OUT | {"place": f"explanation:{complete.recommendations[0].pk}"}
        holder.post(at("exclude"), data | {"passage": "Answer"})
        text = page(holder.get(at("exclusions")))
        warning = "The same words stand in another place and are published: "
        assert f"{warning}Explanation: Recommendation 2." in text

    def test_says_what_is_wrong_with_a_passage_that_is_not_there(self, complete, signed_in, at):
        text = page(signed_in("holder").post(at("exclude"), LEFT_OUT | {"passage": "no such"}))
        assert "These words do not stand there." in text
        assert not Exclusion.objects.exists()

    def test_can_be_lifted(self, complete, signed_in, at):
        holder = signed_in("holder")
        holder.post(at("exclude"), LEFT_OUT)
        excluded = Exclusion.objects.get()
        holder.post(at("lift_exclusion", excluded.pk), {"because": "The store is closed."})
        assert "welcome this" in page(holder.get(at("document")))

    def test_of_another_response_does_not_exist_here(self, complete, signed_in, at):
        other = cases.complete(cases.case("Sallowfen", title="Elsewhere"))
        foreign = cases.leave_out(other, "welcome")
        found = signed_in("holder").get(at("lift_exclusion", foreign.pk))
        assert found.status_code == 404
