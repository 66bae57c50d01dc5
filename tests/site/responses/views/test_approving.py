from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse
from tests import factories_responses as cases

from answerable_site.responses.models import Approval, ApprovalStep, Signature

TODAY = datetime(2026, 5, 11, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def page(found) -> str:
    return found.content.decode()


@pytest.fixture
def steps(case) -> str:
    return reverse("responses:approval_steps", args=[case.office.body.slug])


@pytest.fixture
def prepared(case, signed_in, steps):
    data = {"title": "Monitoring officer", "organisation": case.office.body.pk}
    signed_in("administrator").post(steps, data)
    cases.prepare(cases.complete(case))
    return case


class TestApprovalSteps:
    def test_are_added_and_listed(self, case, signed_in, steps):
        administrator = signed_in("administrator")
        data = {"title": "Chief constable", "organisation": case.office.force.pk}
        administrator.post(steps, data)
        text = page(administrator.get(steps))
        assert "Chief constable: an approver of Wexmoor Constabulary." in text

    def test_offer_no_other_organisation(self, case, signed_in, steps):
        cases.case("Sallowfen", title="Elsewhere")
        assert "Sallowfen" not in page(signed_in("administrator").get(steps))

    def test_can_be_ended(self, prepared, signed_in, steps):
        step = ApprovalStep.objects.get()
        address = reverse("responses:end_approval_step", args=[prepared.office.body.slug, step.pk])
        signed_in("administrator").post(address)
        assert ApprovalStep.objects.get().ended_at == TODAY


class TestApprove:
    def approve(self, client, address):
        text = page(client.get(address))
        data = {
            name: re.search(rf'name="{name}" value="([^"]*)"', text)[1]
            for name in ("step_id", "content_hash")
        }
        return client.post(address, data)

    def test_shows_the_document_and_takes_the_approval(self, prepared, signed_in, at):
        approver = signed_in("approver")
        assert "Forces should label every bag." in page(approver.get(at("approve")))
        assert self.approve(approver, at("approve")).status_code == 302
        assert Approval.objects.get().approved_by == prepared.office.approver

    def test_comes_before_the_signature(self, prepared, signed_in, at):
        holder = signed_in("holder")
        assert holder.get(at("sign")).status_code == 302
        self.approve(signed_in("approver"), at("approve"))
        assert holder.get(at("sign")).status_code == 200

    def test_cannot_be_passed_over_by_hand(self, prepared, signed_in, at):
        data = {
            "signed_as": "Police and Crime Commissioner",
            "content_hash": cases.shown_hash(prepared, TODAY),
        }
        signed_in("holder").post(at("sign"), data)
        assert not Signature.objects.exists()

    def test_is_refused_when_the_document_was_prepared_again(self, prepared, signed_in, at):
        approver = signed_in("approver")
        text = page(approver.get(at("approve")))
        data = {
            name: re.search(rf'name="{name}" value="([^"]*)"', text)[1]
            for name in ("step_id", "content_hash")
        }
        signed_in("officer").post(at("reply"), {"version": 0, "text": "Thank you."})
        cases.prepare(prepared)
        assert "changed since it was shown" in page(approver.post(at("approve"), data))
        assert not Approval.objects.exists()

    def test_leads_on_where_nothing_waits(self, case, signed_in, at):
        assert signed_in("approver").get(at("approve")).status_code == 302
