from __future__ import annotations

import uuid

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests import factories
from tests import factories_dispatches as sending
from tests import factories_responses as cases

from answerable.writing.blocks import BulletList, Paragraph, WrittenDocument, plain
from answerable.writing.pdf import to_pdf
from answerable_site.responses import operations
from answerable_site.responses.models import ChiefOfficerComments, KeptFile

LETTER = WrittenDocument(
    title="Comments of the Chief Constable",
    language="en-GB",
    author_body="Wexmoor Constabulary",
    blocks=(
        Paragraph(plain("We labelled every bag.")),
        BulletList((plain("in the store"), plain("in the cells"))),
    ),
)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(cases.LATER, tick=False):
        yield


@pytest.fixture
def kept(case):
    cases.published(case)
    page = operations.ReceivedFile("proof.html", b"<script>alert(1)</script>")
    return sending.recorded(case, file=page).file


def page(found) -> str:
    return found.content.decode()


class TestFile:
    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_is_saved_and_never_shown(self, signed_in, at, kept, role):
        found = signed_in(role).get(at("file", kept.pk))
        assert b"".join(found.streaming_content) == b"<script>alert(1)</script>"
        assert found["Content-Disposition"] == 'attachment; filename="proof.html"'
        assert found["Content-Type"] == "application/octet-stream"
        assert found["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in found["Content-Security-Policy"]

    def test_does_not_exist_for_another_office(self, kept, at):
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.get(at("file", kept.pk)).status_code == 404

    def test_does_not_exist_below_another_response(self, case, signed_in, kept):
        other = cases.inspection(case.office, "Another")
        address = f"/responses/{other.pk}/{case.office.body.slug}/files/{kept.pk}/"
        assert signed_in("officer").get(address).status_code == 404

    def test_does_not_exist_by_another_key(self, signed_in, at, kept):
        assert signed_in("officer").get(at("file", uuid.uuid4())).status_code == 404


class TestEnterComments:
    TYPED = (
        ("version", "0"),
        ("received_on_day", "11"),
        ("received_on_month", "5"),
        ("received_on_year", "2026"),
        ("author_name", "Robin Ashdown"),
        ("author_title", "Chief Constable"),
        ("text", ""),
    )

    def send(self, client, address, **more):
        return client.post(address, dict(self.TYPED) | more, follow=True)

    def letter(self, content: bytes = b"", name: str = "letter.pdf") -> SimpleUploadedFile:
        return SimpleUploadedFile(name, content or to_pdf(LETTER))

    def test_puts_the_words_of_a_letter_into_the_field_and_saves_none(self, signed_in, at):
        found = self.send(signed_in("officer"), at("enter_comments"), letter=self.letter(), read="")
        shown = page(found)
        assert "We labelled every bag." in found.context["form"]["text"].value()
        assert "- in the store" in found.context["form"]["text"].value()
        assert "Nothing else is saved yet." in shown
        assert 'value="Robin Ashdown"' in shown
        assert "There is a problem" not in shown
        assert not ChiefOfficerComments.objects.exists()

    def test_keeps_the_letter_with_the_comments_that_are_saved_then(self, signed_in, at):
        officer = signed_in("officer")
        read = self.send(officer, at("enter_comments"), letter=self.letter(), read="")
        key = read.context["form"]["kept"].value()
        self.send(officer, at("enter_comments"), text="We labelled every bag.", kept=str(key))
        saved = ChiefOfficerComments.objects.get()
        assert str(saved.file_id) == str(key)
        assert KeptFile.objects.count() == 1

    def test_puts_typed_text_above_and_loses_none(self, signed_in, at):
        found = self.send(
            signed_in("officer"), at("enter_comments"), letter=self.letter(), read="", text="Typed."
        )
        assert found.context["form"]["text"].value().startswith("Typed.\n\nComments of")

    def test_keeps_what_cannot_be_read_and_says_why(self, signed_in, at):
        found = self.send(
            signed_in("officer"),
            at("enter_comments"),
            letter=self.letter(b"\x89PNG\r\n\x1a\n0000", "scan.png"),
            read="",
        )
        assert "scan.png was kept, but its words could not be read. This is a picture." in page(
            found
        )
        assert KeptFile.objects.get().name == "scan.png"

    def test_asks_for_the_letter_that_is_to_be_read(self, signed_in, at):
        found = self.send(signed_in("officer"), at("enter_comments"), read="", text="Typed.")
        assert "Select the letter that is to be read." in page(found)
        assert found.context["form"]["text"].value() == "Typed."

    def test_saves_a_letter_at_once_with_typed_text(self, signed_in, at):
        self.send(
            signed_in("officer"), at("enter_comments"), letter=self.letter(), text="We agree."
        )
        assert ChiefOfficerComments.objects.get().file.name == "letter.pdf"

    def test_lets_everybody_who_takes_part_read_the_letter(self, signed_in, at):
        self.send(
            signed_in("officer"), at("enter_comments"), letter=self.letter(), text="We agree."
        )
        address = at("file", KeptFile.objects.get().pk)
        assert address in page(signed_in("holder").get(at("response")))

    def test_keeps_the_letter_when_the_text_alone_changes(self, signed_in, at):
        officer = signed_in("officer")
        self.send(officer, at("enter_comments"), letter=self.letter(), text="We agree.")
        form = officer.get(at("enter_comments")).context["form"]
        key = form["kept"].value()
        self.send(
            officer, at("enter_comments"), version="1", text="We agree with all.", kept=str(key)
        )
        first, second = ChiefOfficerComments.objects.all()
        assert first.file_id == second.file_id is not None
        assert str(second.file_id) == str(key)

    def test_takes_no_letter_of_another_response(self, case, signed_in, at):
        other = cases.case("Thornley")
        theirs = operations.keep_letter(
            by=other.viewer("officer"),
            at=cases.LATER,
            letter=operations.ReceivedFile("theirs.txt", b"Secret."),
            **other.about,
        )
        found = self.send(
            signed_in("officer"), at("enter_comments"), text="We agree.", kept=str(theirs.pk)
        )
        assert ChiefOfficerComments.objects.get().file is None
        assert "theirs.txt" not in page(found)

    @pytest.mark.parametrize("key", ["nonsense", "00000000-0000-0000-0000-000000000000"])
    def test_stands_nonsense_in_the_hidden_field(self, signed_in, at, key):
        found = self.send(signed_in("officer"), at("enter_comments"), text="", kept=key)
        assert found.status_code == 200

    def test_keeps_no_letter_once_the_response_is_published(self, case, signed_in, at):
        cases.published(case)
        before = KeptFile.objects.count()
        found = self.send(signed_in("officer"), at("enter_comments"), letter=self.letter(), read="")
        assert "This response is published." in page(found)
        assert KeptFile.objects.count() == before
