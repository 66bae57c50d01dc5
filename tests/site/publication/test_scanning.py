"""Nothing becomes public before it was looked through, and everything public can be, again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import time_machine
from bench.hiding.packages import with_part
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import factories, factories_cases

from answerable.leaks import SCANNER_VERSION, FindingKind
from answerable.writing.blocks import Paragraph, plain
from answerable.writing.canonical import content_hash
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.rules import plain_reference
from answerable_site.people.models import Organisation
from answerable_site.people.rules import PRODUCT
from answerable_site.publication import operations, queries
from answerable_site.publication.models import (
    PublicInspection,
    PublicProgress,
    PublicResponse,
    PublishedFile,
)
from answerable_site.publication.rules import (
    ProgressFacts,
    PublicRecommendation,
    VersionFacts,
    VersionKind,
    possible_references,
)

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)
REFERENCE = "12A/34567/26"
HIDDEN = "Thanks" + "".join(chr(0xE0000 + ord(letter)) for letter in "SARA9")


@pytest.fixture
def county(db):
    """Cases of another place: whose reference it is makes no difference to the public."""
    return factories_cases.county("Sallowfen", REFERENCE)


@pytest.fixture
def entry(office, facts):
    prepared = operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())
    return operations.release_entry(by=factories.viewer(office.publisher), at=AT, entry=prepared)


@pytest.fixture
def snapshot(office, entry):
    """Prepare a snapshot with these words."""

    def make(words: str) -> PublicProgress:
        return operations.prepare_progress(
            by=factories.viewer(office.officer),
            at=AT,
            entry=entry,
            facts=ProgressFacts(
                AT.date(), (PublicRecommendation("1", "Recommendation", words, ()),)
            ),
        )

    return make


@pytest.fixture
def publish(office, facts, document, signed):
    """Publish a response with these words."""

    def make(words: str = "We labelled every bag.") -> PublicResponse:
        said = replace(document, blocks=(Paragraph(plain(words)),))
        return operations.publish_response(
            by=factories.viewer(office.publisher),
            at=AT,
            entry=facts(),
            document=said,
            signed=replace(signed, content_hash=content_hash(said)),
            version=VersionFacts(VersionKind.FIRST),
        )

    return make


class TestRelease:
    @pytest.mark.parametrize("written", [REFERENCE, "12a 34567 26", "(12A-3456726)"])
    def test_is_refused_where_words_are_the_reference_of_a_case(
        self, office, county, snapshot, written
    ):
        prepared = snapshot(f"The force should label the bag of {written}.")
        with pytest.raises(operations.WouldLeak, match=r"progress as at 2026-05-18.*a reference"):
            operations.release_progress(
                by=factories.viewer(office.publisher), at=AT, snapshot=prepared
            )
        assert not PublicProgress.objects.released().exists()

    def test_says_nothing_of_which_case_it_is(self, office, county, snapshot):
        with pytest.raises(operations.WouldLeak) as refusal:
            operations.release_progress(
                by=factories.viewer(office.publisher),
                at=AT,
                snapshot=snapshot(f"About {REFERENCE}."),
            )
        assert plain_reference(REFERENCE) not in plain_reference_of(str(refusal.value))
        assert "Sallowfen" not in str(refusal.value)

    def test_is_not_refused_for_a_number_that_is_no_reference(self, office, county, snapshot):
        released = operations.release_progress(
            by=factories.viewer(office.publisher),
            at=AT,
            snapshot=snapshot("The force should label 34567 bags by 26 May 2026, as in 12A."),
        )
        assert released.released_at == AT

    def test_needs_no_keys_of_cases(self, office, snapshot, settings):
        settings.CASE_HASH_KEY = ""
        words = snapshot(f"About {REFERENCE}.")
        assert operations.release_progress(
            by=factories.viewer(office.publisher), at=AT, snapshot=words
        ).released_at

    def test_of_an_entry_is_refused_for_characters_that_nobody_sees(self, office, facts):
        prepared = operations.prepare_entry(
            by=factories.viewer(office.officer), at=AT, facts=facts(title=HIDDEN)
        )
        with pytest.raises(operations.WouldLeak, match="characters that nobody sees"):
            operations.release_entry(by=factories.viewer(office.publisher), at=AT, entry=prepared)
        assert not PublicInspection.objects.released().exists()

    def test_of_a_correction_is_refused_likewise(self, office, entry, facts, county):
        correction = operations.prepare_correction(
            by=factories.viewer(office.officer),
            at=AT,
            entry=entry,
            facts=facts(title="Other").public,
            reason=f"As in {REFERENCE}.",
        )
        with pytest.raises(operations.WouldLeak, match=r"Lost property.*correction"):
            operations.release_correction(
                by=factories.viewer(office.publisher), at=AT, correction=correction
            )

    def test_of_a_response_is_refused_and_nothing_of_it_is_kept(self, county, publish):
        with pytest.raises(operations.WouldLeak, match="version 1, page"):
            publish(f"We looked at {REFERENCE} again.")
        assert not PublicResponse.objects.exists()
        assert not PublicInspection.objects.exists()

    def test_of_an_honest_response_goes_through_with_all_its_files(self, county, publish):
        names = [piece.name.rpartition(", ")[2] for piece in queries.response_pieces(publish())]
        assert names == ["what is said of it", "page", "document", "docx", "odt", "pdf"]


def plain_reference_of(text: str) -> str:
    return "".join(character for character in text.upper() if character.isalnum())


class TestScanPublic:
    def scan(self) -> operations.PublicScan:
        return operations.scan_public(by=PRODUCT, at=AT)

    def test_of_what_was_released_here_finds_nothing(self, publish):
        publish()
        scan = self.scan()
        assert scan.findings == ()
        assert scan.pieces == len(list(queries.public_pieces())) == 7
        assert scan.lines() == [
            "Public pages and files looked through by scanner 1: 7. Findings: 0."
        ]

    def test_says_where_something_is_that_was_put_there_since(self, publish):
        file = PublishedFile.objects.get(response=publish(), format="docx")
        changed = with_part(bytes(file.content), "word/comments.xml", "<w:comments/>")
        PublishedFile.objects.filter(pk=file.pk).update(content=changed)
        (one,) = self.scan().findings
        assert one.kind is FindingKind.COMMENT
        assert one.path == ("Lost property in custody suites, version 1, docx", "word/comments.xml")

    def test_looks_at_the_logo_that_everybody_gets(self, office, publish):
        publish()
        Organisation.objects.filter(pk=office.body.pk).update(logo=factories.png() + b"behind it")
        assert {one.kind for one in self.scan().findings} == {FindingKind.STRAY_BYTES}

    def test_leaves_out_what_was_withdrawn_but_for_the_reason(self, office, publish):
        response = publish()
        PublishedFile.objects.update(content=b"PK\x03\x04")
        operations.withdraw_response(
            by=factories.viewer(office.publisher), at=AT, response=response, reason="It was wrong."
        )
        assert self.scan().findings == ()

    def test_is_recorded_with_the_scanner_and_without_a_word_that_was_found(self, publish):
        file = PublishedFile.objects.get(response=publish(), format="odt")
        changed = with_part(bytes(file.content), "Versions/SARA-9", b"x")
        PublishedFile.objects.filter(pk=file.pk).update(content=changed)
        self.scan()
        last = AuditEntry.objects.last()
        assert (last.act, last.subject) == (operations.SCANNED, operations.PUBLIC)
        assert last.details == {
            "scanner": SCANNER_VERSION,
            "pieces": 7,
            "findings": 1,
            "in": ["Lost property in custody suites, version 1, odt"],
        }


class TestPagesOfAPublisher:
    @pytest.fixture
    def client(self, office):
        client = Client()
        client.force_login(office.publisher)
        with time_machine.travel(AT, tick=False):
            yield client

    def test_show_passages_before_the_release(self, client, snapshot):
        prepared = snapshot("The force should tell the midwife of Ashdown Green Academy.")
        page = client.get(reverse("publication:release_progress", args=[prepared.pk]))
        text = page.content.decode()
        assert "Clues to look at before you release" in text
        assert "<strong>the midwife</strong>" in text

    def test_show_none_where_there_are_none(self, client, snapshot):
        prepared = snapshot("The force should label every bag.")
        page = client.get(reverse("publication:release_progress", args=[prepared.pk]))
        assert "Clues to look at" not in page.content.decode()

    def test_say_why_nothing_was_released(self, client, county, snapshot):
        prepared = snapshot(f"About {REFERENCE}.")
        address = reverse("publication:release_progress", args=[prepared.pk])
        page = client.post(address, follow=True).content.decode()
        assert "Nothing was published." in page
        assert not PublicProgress.objects.released().exists()


class TestPossibleReferences:
    @pytest.mark.parametrize(
        "text", ["12A/34567/26", "12a 34567 26", "12A.34567-26", "ref 12A/34567/26,", "12A3456726"]
    )
    def test_are_found_as_casework_spells_them(self, text):
        assert "12A3456726" in set(possible_references(text))

    @pytest.mark.parametrize("text", ["", "no number", "1 2 3", "of 12 May", "12A    34567"])
    def test_are_none_in_words_and_small_numbers(self, text):
        assert "12A34567" not in set(possible_references(text))

    @given(st.from_regex(r"[0-9]{2}[A-Z]{2}[ /-]?[0-9]{5}[ /-]?[0-9]{2}", fullmatch=True))
    @settings(max_examples=40)
    def test_are_spelled_alike_by_casework(self, written):
        assert plain_reference(written) in set(possible_references(f"See {written}, please."))
