from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from tests import factories, factories_cases
from tests.factories_cases import AT, WORDS, County

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations
from answerable_site.casework.models import CaseOpening
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
REFERENCE = "12A/34567/26"


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        yield factories_cases.county()


@pytest.fixture
def be(client, county):
    def sign_in(role: Role):
        client.force_login(county.people[role])
        return client

    return sign_in


def address(route: str, *arguments) -> str:
    return reverse(f"casework:{route}", args=arguments)


class TestCases:
    def test_show_the_investigator_their_own(self, be):
        assert REFERENCE in be(Role.INVESTIGATOR).get(address("cases")).content.decode()

    def test_say_to_a_supervisor_that_a_reason_is_asked(self, be):
        assert "Asks for a reason" in be(Role.SUPERVISOR).get(address("cases")).content.decode()

    def test_leave_an_entry_that_names_what_they_showed(self, be, county):
        be(Role.SUPERVISOR).get(address("cases"))
        entry = AuditEntry.objects.latest("sequence")
        assert entry.act == "casework.note_listed"
        assert entry.records == (f"casework.case:{county.case.pk}",)

    def test_never_show_a_decoy_as_one(self, be, county):
        _decoy(county)
        page = be(Role.SUPERVISOR).get(address("cases")).content.decode()
        assert "13/26" in page
        assert "decoy" not in page.lower()


class TestDecoy:
    def test_shows_on_its_page_nothing_that_tells_it_from_a_case(self, be, county):
        decoy = _decoy(county)
        real = factories_cases.case(county.force, county.viewer(Role.SUPERVISOR), "2/26")
        pages = []
        for one in (decoy, real):
            be(Role.SUPERVISOR).post(
                address("open", one.pk), {"ground": "supervision", "words": ""}
            )
            page = be(Role.SUPERVISOR).get(address("case", one.pk)).content.decode()
            own = page[page.index("<main") : page.index("</main>")]
            for different in (
                *(f"/cases/{one.pk}/", f"Case {one.pk}", "13/26", "2/26"),
                *("1 May 2026", "30 May 2026", "2026-05-01", "2026-05-30"),
            ):
                own = own.replace(different, "")
            pages.append(re.sub(r'value="[^"]*"', "", own))
        assert pages[0] == pages[1]


class TestAdd:
    def test_leads_to_the_case(self, be):
        answer = be(Role.INVESTIGATOR).post(address("add"), _new_case())
        assert answer.status_code == 302
        assert be(Role.INVESTIGATOR).get(answer["Location"]).status_code == 200

    def test_refuses_a_day_to_come(self, be):
        answer = be(Role.INVESTIGATOR).post(address("add"), _new_case(day="2"))
        assert "must be today or in the past" in answer.content.decode()

    def test_leads_to_looking_up_where_the_reference_exists(self, be):
        answer = be(Role.INVESTIGATOR).post(address("add"), _new_case(reference=REFERENCE))
        assert "Look it up" in answer.content.decode()


class TestLookUp:
    def test_leads_to_the_case_without_the_reference_in_the_address(self, be, county):
        asked = {"kind": "crime", "reference": "12a3456726"}
        answer = be(Role.GATEKEEPER).post(address("look_up"), asked)
        assert answer["Location"] == address("case", county.case.pk)

    def test_says_that_it_found_nothing(self, be):
        answer = be(Role.GATEKEEPER).post(address("look_up"), {"kind": "crime", "reference": "9"})
        assert "No case of your organisation" in answer.content.decode()

    def test_says_what_a_urn_looks_like(self, be):
        answer = be(Role.PROSECUTOR).post(address("look_up"), {"kind": "urn", "reference": "9"})
        assert "01ZD0303208" in answer.content.decode()

    def test_of_a_decoy_tells_the_access_auditor_at_once_and_names_nobody(self, be, county):
        _decoy(county)
        be(Role.GATEKEEPER).post(address("look_up"), {"kind": "crime", "reference": "13/26"})
        (message,) = mail.outbox
        assert message.to == [county.people[Role.ACCESS_AUDITOR].email]
        assert "Gatekeeper" not in message.body
        assert "13/26" not in message.body


class TestCase:
    def test_shows_the_investigator_theirs_and_leaves_an_entry(self, be, county):
        answer = be(Role.INVESTIGATOR).get(address("case", county.case.pk))
        assert "The case is assigned to you." in answer.content.decode()
        assert AuditEntry.objects.latest("sequence").act == "casework.note_read"

    def test_asks_a_supervisor_for_a_reason_first(self, be, county):
        answer = be(Role.SUPERVISOR).get(address("case", county.case.pk))
        assert answer["Location"] == address("open", county.case.pk)

    def test_does_not_exist_for_another_force(self, client, county):
        other = factories_cases.county("Sallowfen")
        client.force_login(other.people[Role.SUPERVISOR])
        assert client.get(address("case", county.case.pk)).status_code == 404

    def test_says_nothing_of_references_that_are_not_the_viewers(self, be, county):
        factories_cases.shared(county, county.service)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        page = be(Role.SUPPORT_WORKER).get(address("case", county.case.pk)).content.decode()
        assert "34567" not in page
        assert "None that is yours to read" in page


class TestOpen:
    def test_opens_the_case_for_a_day(self, be, county):
        answer = be(Role.SUPERVISOR).post(
            address("open", county.case.pk), {"ground": "supervision", "words": ""}
        )
        page = be(Role.SUPERVISOR).get(answer["Location"]).content.decode()
        assert "It closes 2 June 2026 at 10am." in page

    def test_warns_whoever_breaks_the_glass(self, client, county):
        client.force_login(factories.person("Other", (county.force, Role.INVESTIGATOR)))
        page = client.get(address("open", county.case.pk)).content.decode()
        assert "an access auditor will look at your reason" in page

    def test_asks_them_for_a_sentence(self, client, county):
        client.force_login(factories.person("Other", (county.force, Role.INVESTIGATOR)))
        asked = {"ground": "cover", "words": "work"}
        answer = client.post(address("open", county.case.pk), asked)
        assert "Say in a sentence" in answer.content.decode()
        assert not CaseOpening.objects.exists()
        client.post(address("open", county.case.pk), asked | {"words": WORDS})
        assert CaseOpening.objects.get().breaks_glass

    def test_does_not_exist_for_another_force(self, client, county):
        other = factories_cases.county("Sallowfen")
        client.force_login(other.people[Role.SUPERVISOR])
        answer = client.post(
            address("open", county.case.pk), {"ground": "supervision", "words": WORDS}
        )
        assert answer.status_code == 404


class TestAddReference:
    def test_adds_a_urn(self, be, county):
        asked = {"kind": "urn", "reference": "01zd 03032 26"}
        answer = be(Role.INVESTIGATOR).post(address("add_reference", county.case.pk), asked)
        page = be(Role.INVESTIGATOR).get(answer["Location"]).content.decode()
        assert "01zd 03032 26" in page

    def test_does_not_exist_for_whoever_gives_no_reference(self, be, county):
        factories_cases.shared(county, county.area)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        answer = be(Role.PROSECUTOR).get(address("add_reference", county.case.pk))
        assert answer.status_code == 404


def _decoy(county: County):
    return operations.add_decoy(
        by=county.viewer(Role.ACCESS_AUDITOR),
        at=AT,
        force=county.force,
        reported_on=date(2026, 5, 1),
        reference="13/26",
    )


def _new_case(**changed: str) -> dict[str, str]:
    given = {"day": "1", "month": "6", "year": "2026", "reference": "2/26"} | changed
    force = factories_cases.Organisation.objects.get(slug="wexmoor-police")
    return {
        "force": str(force.pk),
        "reference": given["reference"],
        **{f"reported_on_{part}": given[part] for part in ("day", "month", "year")},
    }
