from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PIL import Image
from tests import factories

from answerable.writing.brand import UNBRANDED, Logo
from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.rules import UnusableColour, UnusableLogo

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def clear_picture_of(words: bytes) -> bytes:
    """A picture that is wholly clear, with words in the colours that nobody sees."""
    picture = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    picture.putdata([(*words[at : at + 3], 0) for at in range(0, len(words) // 3 * 3, 3)])
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def who(office: factories.Office, role: str = "administrator") -> dict:
    return {
        "by": factories.viewer(getattr(office, role)),
        "at": AT,
        "organisation": office.body,
    }


class TestChangeLook:
    def test_keeps_the_address_and_the_colour(self, office):
        found = operations.change_look(**who(office), email="a@example.org", colour="#1D70B8")
        assert (found.email, found.colour) == ("a@example.org", "#1d70b8")

    def test_changes_nothing_with_a_colour_that_is_too_pale(self, office):
        with pytest.raises(UnusableColour):
            operations.change_look(**who(office), email="a@example.org", colour="#ffdd00")
        office.body.refresh_from_db()
        assert office.body.email == ""

    def test_is_refused_to_everybody_but_administrators(self, office):
        with pytest.raises(Refused):
            operations.change_look(**who(office, "holder"), email="", colour="")


class TestChangeLogo:
    def change(self, office, role="administrator", **given):
        return operations.change_logo(
            **who(office, role), **({"png": factories.png(), "alternative": "Wexmoor"} | given)
        )

    def test_is_kept_as_documents_show_it(self, office):
        self.change(office)
        kept = queries.logo_at(office.body.slug)
        assert kept == Logo(kept, "Wexmoor").picture

    def test_is_drawn_anew_so_that_nothing_under_what_is_clear_is_kept(self, office):
        self.change(office, png=clear_picture_of(b"beneath it"))
        with Image.open(io.BytesIO(queries.logo_at(office.body.slug))) as kept:
            assert set(kept.tobytes()) == {0}
            assert kept.size == (20, 20)

    def test_becomes_part_of_the_brand_of_the_office(self, office):
        operations.change_look(**who(office), email="", colour="#1D70B8")
        brand = queries.brand_of(self.change(office))
        assert brand.colour == "#1d70b8"
        assert (brand.logo.alternative, brand.logo.png[:4]) == ("Wexmoor", b"\x89PNG")

    def test_is_missing_from_the_brand_of_an_office_without_one(self, office):
        assert queries.brand_of(office.body) == UNBRANDED

    def test_leaves_one_audit_entry_with_the_hash(self, office):
        before = AuditEntry.objects.count()
        self.change(office)
        assert AuditEntry.objects.count() == before + 1
        assert len(AuditEntry.objects.last().details["sha256"]) == 64

    @pytest.mark.parametrize("given", [{"png": b"<svg/>"}, {"alternative": " "}])
    def test_is_refused_if_it_is_no_picture_or_says_nothing(self, office, given):
        with pytest.raises(UnusableLogo):
            self.change(office, **given)
        assert queries.logo_at(office.body.slug) is None

    def test_is_refused_to_everybody_but_administrators(self, office):
        with pytest.raises(Refused):
            self.change(office, "publisher")

    def test_can_be_taken_away(self, office):
        self.change(office)
        operations.remove_logo(**who(office))
        assert queries.logo_at(office.body.slug) is None

    def test_is_taken_away_by_administrators_alone(self, office):
        self.change(office)
        with pytest.raises(Refused):
            operations.remove_logo(**who(office, "officer"))
