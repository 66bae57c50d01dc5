from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import BodyType
from answerable_site.register.models import Inspection
from answerable_site.register.rules import InspectionKind
from answerable_site.responses.models import Recipient, SpecifiedInformation


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(cases.LATER, tick=False):
        yield


@pytest.fixture
def body(case):
    case.office.body.body_type = BodyType.COMMISSIONER
    case.office.body.save()
    return case.office.body


def peel(case, published_on: date = date(2026, 3, 2), title: str = "PEEL 2025-27: Wexmoor"):
    found = cases.inspection(case.office, title, published_on)
    Inspection.objects.filter(pk=found.pk).update(kind=InspectionKind.FORCE)
    return found


def page(found) -> str:
    return found.content.decode()


def address(route: str, body, *more: str) -> str:
    return reverse(f"responses:{route}", args=[body.slug, *more])


def day(name: str, on: date) -> dict[str, str]:
    return {
        f"{name}_day": str(on.day),
        f"{name}_month": str(on.month),
        f"{name}_year": str(on.year),
    }


def record(client, body, **more):
    given = {
        "address": "https://wexmoor.example/peel",
        **day("shown_from_on", date(2026, 3, 3)),
        **day("checked_on", date(2026, 5, 11)),
    }
    return client.post(
        address("record_specified_information", body, "peel_report"), given | more, follow=True
    )


class TestSpecifiedInformation:
    def test_asks_first_what_the_body_is(self, case, signed_in):
        shown = page(signed_in("holder").get(address("specified_information", case.office.body)))
        assert "Ask an administrator to say what the body is first." in shown

    def test_does_not_bind_the_common_council(self, case, body, signed_in):
        body.body_type = BodyType.COMMON_COUNCIL
        body.save()
        shown = page(signed_in("officer").get(address("specified_information", body)))
        assert "the Order does not bind it" in shown
        assert address("record_specified_information", body, "peel_report") not in shown

    def test_cites_the_order_and_not_section_55(self, body, signed_in):
        shown = page(signed_in("officer").get(address("specified_information", body)))
        assert "Paragraph 7B(a) of the Schedule to the Elected Local Policing Bodies" in shown
        assert "ection 55" not in shown

    def test_is_never_ticked_by_a_published_response(self, case, body, signed_in):
        peel(case)
        cases.published(case)
        shown = page(signed_in("officer").get(address("specified_information", body)))
        assert shown.count("Nobody has recorded that it is shown.") == 2

    def test_shows_what_somebody_found(self, case, body, signed_in):
        report = peel(case)
        shown = page(record(signed_in("officer"), body, report=str(report.pk)))
        assert "It is shown, and the register holds no newer one." in shown
        assert "Found in a prominent place on 11 May 2026." in shown
        assert SpecifiedInformation.objects.get().inspection == report

    def test_says_since_when_a_newer_one_is_out(self, case, body, signed_in):
        old = peel(case)
        officer = signed_in("officer")
        record(officer, body, report=str(old.pk))
        peel(case, date(2026, 5, 2), "PEEL 2026-28: Wexmoor")
        shown = page(officer.get(address("specified_information", body)))
        assert "a newer one is out since 2 May 2026." in shown

    def test_takes_a_national_report_for_no_peel_report_of_the_force(self, case, body, signed_in):
        cases.inspection(case.office, "State of policing: PEEL across England")
        shown = page(signed_in("officer").get(address("specified_information", body)))
        assert shown.count("none that seems to be one") == 2

    def test_keeps_every_record(self, case, body, signed_in):
        report, officer = peel(case), signed_in("officer")
        record(officer, body, report=str(report.pk))
        shown = page(record(officer, body, report=str(report.pk)))
        assert SpecifiedInformation.objects.count() == 2
        assert "Earlier records: Latest PEEL report" in shown

    def test_lets_a_person_name_another(self, case, body, signed_in):
        record(
            signed_in("officer"),
            body,
            report="another",
            title="PEEL 2024",
            **day("published_on", date(2024, 6, 3)),
        )
        row = SpecifiedInformation.objects.get()
        assert (row.title, row.published_on, row.inspection) == (
            "PEEL 2024",
            date(2024, 6, 3),
            None,
        )

    def test_wants_another_named(self, body, signed_in):
        shown = page(record(signed_in("officer"), body, report="another"))
        assert "Enter the title of the report" in shown
        assert "Enter the day on which it was published" in shown

    @pytest.mark.parametrize(
        ("changes", "says"),
        [
            (day("checked_on", date(2026, 5, 12)), "looked in the future"),
            (day("checked_on", date(2026, 3, 2)), "looked for before it was shown"),
            (day("shown_from_on", date(2026, 3, 1)), "before the inspectorate published it"),
        ],
    )
    def test_refuses_days_that_cannot_be(self, case, body, signed_in, changes, says):
        report = peel(case)
        shown = page(record(signed_in("officer"), body, report=str(report.pk), **changes))
        assert says in shown
        assert not SpecifiedInformation.objects.exists()

    def test_refuses_an_address_that_is_no_page(self, case, body, signed_in):
        report = peel(case)
        shown = page(
            record(signed_in("officer"), body, report=str(report.pk), address="javascript:alert(1)")
        )
        assert "Enter a web address" in shown

    def test_is_not_found_for_another_office(self, body):
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.get(address("specified_information", body)).status_code == 404

    def test_is_linked_from_the_responses(self, body, signed_in):
        shown = page(signed_in("holder").get(reverse("responses:responses")))
        assert address("specified_information", body) in shown
        assert address("recipients", body) in shown


class TestRecipients:
    def test_are_kept_by_the_office(self, body, signed_in):
        officer = signed_in("officer")
        found = officer.post(
            address("recipient", body, "panel_told"),
            {"name": "The panel", "email": "panel@example.org"},
            follow=True,
        )
        assert "The panel, panel@example.org" in page(found)
        assert Recipient.objects.get().recorded_by.full_name == "Wexmoor Officer"

    def test_begin_with_the_usual_name(self, body, signed_in):
        shown = page(signed_in("officer").get(address("recipient", body, "copy_to_secretary")))
        assert 'value="The Secretary of State for the Home Department"' in shown

    def test_are_changed_by_nobody_else(self, body, signed_in):
        shown = page(signed_in("holder").get(address("recipients", body)))
        assert address("recipient", body, "panel_told") not in shown
        assert signed_in("holder").get(address("recipient", body, "panel_told")).status_code == 403

    def test_do_not_exist_for_an_unknown_purpose(self, body, signed_in):
        assert signed_in("officer").get(address("recipient", body, "birthday")).status_code == 404
