from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests import factories

from answerable_site.people import operations
from answerable_site.people.models import Organisation, Tenure

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def administrator(client, office):
    client.force_login(office.administrator)
    return client


def address(route: str, office: factories.Office) -> str:
    return reverse(f"people:{route}", args=[office.body.slug])


def page(found) -> str:
    return found.content.decode()


def day(name: str, value: date) -> dict[str, int]:
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


def tenure(office: factories.Office, **changed) -> Tenure:
    given = {
        "by": factories.viewer(office.administrator),
        "at": TODAY,
        "organisation": office.body,
        "holder_name": "Oswin Harkle",
        "title": "Police and Crime Commissioner",
        "from_on": date(2024, 5, 9),
    }
    return operations.record_tenure(**(given | changed))


class TestOrganisation:
    def test_is_reached_from_the_people_page(self, administrator, office):
        text = page(administrator.get(reverse("people:people")))
        assert f'href="{address("organisation", office)}"' in text

    def test_leads_to_the_checks_before_a_signature(self, administrator, office):
        text = page(administrator.get(reverse("people:people")))
        checks = reverse("responses:approval_steps", args=[office.body.slug])
        assert f'href="{checks}"' in text
        assert administrator.get(checks).status_code == 200

    def test_shows_the_only_name_of_an_organisation_that_never_changed(self, administrator, office):
        text = page(administrator.get(address("organisation", office)))
        assert "From the beginning" in text
        assert "Nobody is recorded yet." in text

    def test_does_not_exist_for_administrators_elsewhere(self, client, office):
        client.force_login(factories.office("Sallowfen").administrator)
        for route in ("organisation", "rename", "record_tenure", "look", "change_logo"):
            assert client.get(address(route, office)).status_code == 404
        assert client.post(address("remove_logo", office)).status_code == 404

    def test_says_who_took_over(self, administrator, office):
        successor = factories.office("Sallowfen").body
        Organisation.objects.filter(pk=office.body.pk).update(
            succeeded_by=successor, succeeded_on=date(2028, 5, 4)
        )
        text = page(administrator.get(address("organisation", office)))
        assert f"{successor.name} took over on 4 May 2028." in text


class TestRename:
    def send(self, client, office, **changed):
        given = {
            "name": "Mayor of Wexmoor",
            "holder_title": "Mayor",
            "body_type": "mayor",
            "reason": "The order of 2026",
            **day("from_on", date(2026, 6, 1)),
        }
        return client.post(address("rename", office), given | changed, follow=True)

    def test_shows_both_names_with_their_days(self, administrator, office):
        text = page(self.send(administrator, office))
        assert "It is called this now." in text
        assert "From 1 June 2026. Recorded by Wexmoor Administrator" in text
        assert "The order of 2026" in text
        assert "Office for Policing in Wexmoor" in text
        assert "Mayor with policing functions" in text

    def test_shows_a_name_to_come_as_such(self, administrator, office):
        text = page(self.send(administrator, office, **day("from_on", date(2026, 6, 2))))
        assert "It will be called this from its day on." in text
        assert "To come" in text

    def test_says_at_the_question_that_a_name_is_taken(self, administrator, office):
        other = factories.office("Sallowfen")
        text = page(self.send(administrator, office, name=other.body.name))
        assert 'href="#id_name"' in text
        assert "Another organisation is called this" in text

    def test_says_that_nothing_would_change(self, administrator, office):
        self.send(administrator, office)
        assert "called exactly this" in page(self.send(administrator, office))

    def test_asks_a_force_for_no_type_of_body(self, client, office):
        user = factories.person("Somebody", (office.force, factories.Role.ADMINISTRATOR))
        client.force_login(user)
        place = reverse("people:rename", args=[office.force.slug])
        assert "What it is in law" not in page(client.get(place))
        sent = {
            "name": "Wexmoor Police",
            "holder_title": "Chief Constable",
            **day("from_on", date(2026, 6, 1)),
        }
        assert "Wexmoor Police" in page(client.post(place, sent, follow=True))


class TestRecordTenure:
    def send(self, client, office, **changed):
        given = {
            "holder_name": "Oswin Harkle",
            "title": "Police and Crime Commissioner",
            "user": office.holder.pk,
            **day("from_on", date(2024, 5, 9)),
        }
        return client.post(address("record_tenure", office), given | changed, follow=True)

    def test_shows_who_holds_the_office(self, administrator, office):
        text = page(self.send(administrator, office))
        assert "Oswin Harkle" in text
        assert "From 9 May 2024." in text
        assert "Signs with the account of Wexmoor Holder." in text

    def test_shows_beside_the_holder_who_acts(self, administrator, office):
        tenure(office)
        text = page(self.send(administrator, office, holder_name="Somebody", is_acting="on"))
        assert "Somebody acts" in text

    def test_says_who_is_in_the_way(self, administrator, office):
        tenure(office)
        assert "Oswin Harkle holds the office from 9 May 2024 on" in page(
            self.send(administrator, office)
        )

    def test_says_at_the_last_day_that_it_comes_too_early(self, administrator, office):
        text = page(self.send(administrator, office, **day("to_on", date(2024, 5, 8))))
        assert "The last day is before the first" in text

    def test_offers_no_account_of_strangers(self, administrator, office):
        stranger = factories.office("Sallowfen").holder
        assert "Sallowfen" not in page(administrator.get(address("record_tenure", office)))
        self.send(administrator, office, user=stranger.pk)
        assert not Tenure.objects.exists()


class TestEndTenure:
    def test_records_the_last_day(self, administrator, office):
        held = tenure(office)
        place = reverse("people:end_tenure", args=[held.pk])
        text = page(administrator.post(place, day("last_day", date(2026, 6, 30)), follow=True))
        assert "From 9 May 2024 to 30 June 2026" in text

    def test_says_that_a_day_comes_too_early_and_that_there_is_one_already(
        self, administrator, office
    ):
        held = tenure(office)
        place = reverse("people:end_tenure", args=[held.pk])
        early = administrator.post(place, day("last_day", date(2020, 1, 1)))
        assert "The last day is before the first" in page(early)
        administrator.post(place, day("last_day", date(2026, 6, 30)))
        again = administrator.post(place, day("last_day", date(2026, 7, 31)))
        assert "has a last day already" in page(again)

    def test_does_not_exist_for_administrators_elsewhere(self, client, office):
        held = tenure(office)
        client.force_login(factories.office("Sallowfen").administrator)
        assert client.get(reverse("people:end_tenure", args=[held.pk])).status_code == 404


class TestLook:
    def test_shows_the_colour_with_its_contrast(self, administrator, office):
        sent = {"email": "office@example.org", "colour": "#1F4F46"}
        text = page(administrator.post(address("look", office), sent, follow=True))
        assert 'fill="#1f4f46"' in text
        assert "9.3 to 1 on white" in text
        assert "office@example.org" in text

    def test_refuses_a_pale_colour_with_the_figure(self, administrator, office):
        text = page(administrator.post(address("look", office), {"colour": "#ffdd00"}))
        assert "its contrast is 1.3 to 1" in text


def drawn(picture: bytes) -> tuple[tuple[int, int], bytes]:
    """The size and the pixels of a picture, which is made anew and so has other bytes."""
    with Image.open(BytesIO(picture)) as opened:
        return opened.size, opened.convert("RGBA").tobytes()


class TestLogo:
    def send(self, client, office, content=None, alternative="Wexmoor"):
        content = factories.png() if content is None else content
        file = SimpleUploadedFile("../logo.svg", content, content_type="text/html")
        return client.post(
            address("change_logo", office),
            {"logo": file, "alternative": alternative},
            follow=True,
        )

    def test_is_shown_with_its_words_and_width(self, administrator, office):
        text = page(self.send(administrator, office, alternative="Wexmoor <b>"))
        assert 'alt="Wexmoor &lt;b&gt;" width="64"' in text

    @pytest.mark.parametrize("content", [b"<svg onload=''/>", b"GIF89a"])
    def test_is_refused_by_its_content_whatever_it_is_called(self, administrator, office, content):
        assert "not a PNG file" in page(self.send(administrator, office, content))

    def test_is_refused_unread_when_it_is_too_large(self, administrator, office):
        large = self.send(administrator, office, factories.png() + bytes(300_000))
        assert "smaller than 300 KB" in page(large)

    def test_is_public_as_a_picture_and_nothing_else(self, administrator, office, client):
        self.send(administrator, office)
        client.logout()
        found = client.get(address("logo", office))
        assert found["Content-Type"] == "image/png"
        assert drawn(found.content) == drawn(factories.png())
        assert found["X-Content-Type-Options"] == "nosniff"

    def test_is_kept_long_under_an_address_that_names_it(self, administrator, office, client):
        text = page(self.send(administrator, office))
        client.logout()
        named = text.split('<img src="')[1].split('"')[0]
        assert client.get(named)["Cache-Control"] == "public, max-age=31536000"
        for other in ("?v=0", ""):
            found = client.get(address("logo", office) + other)
            assert found["Cache-Control"] == "public, max-age=3600"

    def test_does_not_exist_where_there_is_none(self, client, office):
        assert client.get(address("logo", office)).status_code == 404
        assert client.get("/people/organisations/nobody/logo.png").status_code == 404

    def test_can_be_taken_away(self, administrator, office):
        self.send(administrator, office)
        text = page(administrator.post(address("remove_logo", office), follow=True))
        assert "The logo was taken away." in text
        assert "<img" not in text

    def test_needs_a_form_to_be_taken_away(self, administrator, office):
        assert administrator.get(address("remove_logo", office)).status_code == 405
