from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from tests import factories, factories_looks
from tests.factories_cases import AT
from tests.factories_looks import SAID

from answerable_site.accessreview.models import Breach, GlassReview, Sample, SampledLook
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case
from answerable_site.config.schedule import samples
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(looked, browser):
    return browser(looked.county.people[Role.ACCESS_AUDITOR])


@pytest.fixture
def service_auditor(looked, browser):
    return browser(
        factories.person("Service Auditor", (looked.county.service, Role.ACCESS_AUDITOR))
    )


@pytest.fixture
def supervisor(looked, browser):
    return browser(looked.county.people[Role.SUPERVISOR])


class TestReviewOfBrokenGlass:
    def review(self, looked, auditor, verdict: str, words: str = SAID):
        address = reverse("accessreview:review_glass", args=[looked.opening.pk])
        return auditor.post(address, {"verdict": verdict, "words": words}, follow=True)

    def test_records_what_was_found(self, looked, auditor):
        text = self.review(looked, auditor, "justified").content.decode()
        assert GlassReview.objects.get().words == SAID
        assert SAID in text
        assert "personal-data breach" not in text

    def test_leads_to_a_breach_where_it_was_not_justified(self, looked, auditor):
        text = self.review(looked, auditor, "not_justified").content.decode()
        link = f"{reverse('accessreview:add_breach')}?opening={looked.opening.pk}"
        assert link in text
        assert "without justification" in auditor.get(link).content.decode()
        form = FORM | {"organisation": looked.county.force.pk}
        page = auditor.post(link, form, follow=True).content.decode()
        assert f"Glass that was broken at case {looked.case.pk}" in page

    def test_leads_to_none_where_it_was_justified(self, looked, auditor):
        self.review(looked, auditor, "justified")
        link = f"{reverse('accessreview:add_breach')}?opening={looked.opening.pk}"
        assert auditor.get(link).status_code == 404

    def test_asks_for_words(self, looked, auditor):
        text = self.review(looked, auditor, "justified", "ok").content.decode()
        assert "Say in a sentence how you know" in text
        assert not GlassReview.objects.exists()

    def test_is_refused_to_whoever_broke_it(self, looked, auditor):
        looked.opening.user_id = looked.auditor.user_id
        looked.opening.save()
        assert self.review(looked, auditor, "justified").status_code == 403


class TestDecoys:
    def add(self, auditor):
        return auditor.post(
            reverse("accessreview:add_decoy"),
            {
                "force": Case.objects.first().force_id,
                "reference": "77/26",
                "reported_on_day": "1",
                "reported_on_month": "5",
                "reported_on_year": "2026",
            },
            follow=True,
        )

    def test_are_added_by_the_auditor(self, looked, auditor):
        text = self.add(auditor).content.decode()
        decoy = Case.objects.get(is_decoy=True)
        assert f"Case {decoy.pk} is a decoy now." in text
        assert "gets an e-mail at once" in text

    def test_show_who_looked_and_tell_the_auditor_at_once(self, looked, auditor, browser):
        self.add(auditor)
        curious = browser(looked.looker)
        curious.post(reverse("casework:look_up"), {"kind": "crime", "reference": "77/26"})
        text = auditor.get(reverse("accessreview:decoys")).content.decode()
        assert "Wexmoor Curious" in text
        assert [sent.to for sent in mail.outbox] == [["wexmoor-access-auditor@example.org"]]

    def test_say_that_a_reference_is_taken(self, looked, auditor):
        self.add(auditor)
        assert "There is a case with this reference already" in self.add(auditor).content.decode()


class TestTheSample:
    @pytest.fixture(autouse=True)
    def drawn(self, looked):
        samples.draw(AT + timedelta(days=7))
        return SampledLook.objects.get()

    def test_is_answered_by_the_supervisor(self, drawn, supervisor, auditor):
        text = supervisor.get(reverse("accessreview:to_confirm")).content.decode()
        assert "Wexmoor Curious" in text
        address = reverse("accessreview:confirm", args=[drawn.pk])
        supervisor.post(address, {"answer": "not_known", "words": SAID})
        assert drawn.answers.get().answer == "not_known"
        assert "Nothing waits for you" in (
            supervisor.get(reverse("accessreview:to_confirm")).content.decode()
        )
        assert "No reason known" in auditor.get(reverse("accessreview:samples")).content.decode()

    def test_has_pages_that_leave_an_entry_each(self, drawn, supervisor):
        for address in (
            reverse("accessreview:to_confirm"),
            reverse("accessreview:confirm", args=[drawn.pk]),
        ):
            before = AuditEntry.objects.count()
            assert supervisor.get(address).status_code == 200
            assert AuditEntry.objects.count() == before + 1

    def test_does_not_exist_for_a_supervisor_elsewhere(self, drawn, browser):
        other = factories_looks.looked("Sallowfen", "9/26")
        client = browser(other.county.people[Role.SUPERVISOR])
        assert client.get(reverse("accessreview:confirm", args=[drawn.pk])).status_code == 404

    def test_is_whole_for_the_auditor(self, auditor):
        assert Sample.objects.count() == 2
        text = auditor.get(reverse("accessreview:overview")).content.decode()
        assert "<strong>1 look</strong> waits for an answer" in text


FORM = {
    "regime": "part_3",
    "day_day": "1",
    "day_month": "6",
    "day_year": "2026",
    "clock": "10:30",
    "what_happened": "A list went to the wrong address.",
    "kinds_of_data": "Case numbers.",
    "consequences": "None is likely.",
    "measures": "The message was deleted.",
}


class TestBreaches:
    @pytest.fixture
    def recorded(self, looked, auditor) -> Breach:
        form = FORM | {"organisation": looked.county.force.pk}
        auditor.post(reverse("accessreview:add_breach"), form)
        return Breach.objects.get()

    def test_show_the_hours_that_are_left(self, recorded, auditor):
        address = reverse("accessreview:breach", args=[recorded.pk])
        text = auditor.get(address).content.decode()
        assert "71 hours left to notify the Information Commissioner" in text
        assert "section 67 of the Data Protection Act 2018" in text
        assert "71 hours left" in auditor.get(reverse("accessreview:overview")).content.decode()

    def test_show_that_the_commissioner_was_notified(self, recorded, auditor):
        address = reverse("accessreview:add_breach_event", args=[recorded.pk])
        form = {name: FORM[name] for name in ("day_day", "day_month", "day_year")}
        text = auditor.post(
            address, form | {"step": "commissioner_told", "clock": "10:45"}, follow=True
        ).content.decode()
        assert "Notified within 72 hours, 1 June 2026 at 10:45am" in text

    def test_ask_why_the_people_are_not_told(self, recorded, auditor):
        address = reverse("accessreview:add_breach_event", args=[recorded.pk])
        form = {name: FORM[name] for name in ("day_day", "day_month", "day_year")}
        text = auditor.post(
            address, form | {"step": "people_not_told", "clock": "10:45"}
        ).content.decode()
        assert "Say why this was decided" in text
        assert not recorded.events.exists()

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ({"clock": "23:00"}, "This must be now or in the past"),
            ({"clock": "noon"}, "Enter the time with hours and minutes"),
            ({"people_concerned": "-1"}, "must be 0 or more"),
        ],
    )
    def test_refuse_what_cannot_be(self, looked, auditor, wrong, message):
        form = FORM | {"organisation": looked.county.force.pk} | wrong
        text = auditor.post(reverse("accessreview:add_breach"), form).content.decode()
        assert message in text
        assert not Breach.objects.exists()

    def test_do_not_exist_for_an_auditor_elsewhere(self, recorded, browser):
        other = factories_looks.looked("Sallowfen", "9/26")
        client = browser(other.county.people[Role.ACCESS_AUDITOR])
        for name in ("breach", "add_breach_event"):
            address = reverse(f"accessreview:{name}", args=[recorded.pk])
            assert client.get(address).status_code == 404


class TestWhoConfirms:
    def test_is_the_auditor_of_a_support_service(self, service_auditor):
        address = reverse("accessreview:to_confirm")
        assert service_auditor.get(address).status_code == 200
        assert address in service_auditor.get(reverse("accessreview:overview")).content.decode()

    def test_is_no_auditor_of_a_force(self, auditor):
        address = reverse("accessreview:to_confirm")
        assert auditor.get(address).status_code == 403
        assert address not in auditor.get(reverse("accessreview:overview")).content.decode()

    def test_is_said_to_be_nobody_where_the_force_has_no_supervisor(self, looked, auditor):
        address = reverse("accessreview:samples")
        assert "Nobody in Wexmoor Police can confirm" not in auditor.get(address).content.decode()
        looked.county.people[Role.SUPERVISOR].assignments.all().delete()
        assert "Nobody in Wexmoor Police can confirm" in auditor.get(address).content.decode()
