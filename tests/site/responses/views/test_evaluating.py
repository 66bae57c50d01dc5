from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from tests import factories_responses as cases

from answerable_site.publication.models import PublicInspection
from answerable_site.responses import operations
from answerable_site.responses.rules.words import Channel, Purpose

TODAY = datetime(2026, 5, 20, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def page(found) -> str:
    return found.content.decode()


def rows(text: str) -> list[list[str]]:
    """The cells of the table of steps."""
    from selectolax.lexbor import LexborHTMLParser

    table = LexborHTMLParser(text).css_first("table")
    return [[cell.text(strip=True) for cell in row.css("td")] for row in table.css("tbody tr")]


class TestEvaluation:
    def test_lists_steps_that_nobody_has_taken(self, case, signed_in, at):
        text = page(signed_in("officer").get(at("evaluation")))
        undone = {row[0] for row in rows(text) if row[2] == "Not done"}
        assert undone >= {
            "Duty decided",
            "Chief officer invited to comment",
            "Every recommendation explained",
            "Published",
            "Copy to the inspectors of constabulary",
            "Copy to the Secretary of State",
        }

    def test_gives_date_person_and_proof_of_each_step(self, case, signed_in, at):
        public = cases.published(case)
        found = {row[0]: row[1:] for row in rows(page(signed_in("holder").get(at("evaluation"))))}
        assert found["Signed"][1] == "11 May 2026"
        assert "Police and Crime Commissioner" in found["Signed"][2]
        assert public.content_hash in found["Signed"][3]
        for file in public.files.all():
            assert file.sha256 in found["Version 1 published"][3]

    def test_says_whether_it_was_in_time(self, case, signed_in, at):
        cases.published(case)
        text = page(signed_in("officer").get(at("evaluation")))
        assert "Published on 11 May 2026, day 41 of 56: in time." in text

    def test_shows_a_copy_with_its_proof(self, case, signed_in, at):
        public = cases.published(case)
        operations.record_dispatch(
            by=case.viewer("officer"),
            at=TODAY,
            purpose=Purpose.COPY_TO_SECRETARY,
            version=public.version,
            recipient="The Department",
            address="1 Some Street",
            channel=Channel.POST,
            sent_on=public.published_on,
            proof="Posted as number 12.",
            file=None,
            **case.about,
        )
        found = {row[0]: row[1:] for row in rows(page(signed_in("officer").get(at("evaluation"))))}
        law, day, by, proof = found["Copy to the Secretary of State"]
        assert (law, day, by) == ("s.55(6)(b) Police Act 1996", "11 May 2026", "Wexmoor Officer")
        assert "Posted as number 12." in proof

    def test_keeps_what_was_left_out_to_itself_but_names_the_decision(self, case, signed_in, at):
        cases.leave_out(cases.complete(case), "welcome this report")
        text = page(signed_in("officer").get(at("evaluation")))
        assert "It would help thieves." in text
        assert "welcome this report" not in text

    def test_prints_as_one_document(self, case, signed_in, at):
        cases.published(case)
        found = signed_in("officer").get(at("evaluation_file"))
        assert found.content.startswith(b"%PDF-")
        assert found["Content-Disposition"].startswith("attachment")

    def test_is_never_public(self, case, client, at):
        cases.published(case)
        assert client.get(at("evaluation")).status_code == 302
        assert "evaluation" not in client.get(PublicInspection.objects.get().path).content.decode()
