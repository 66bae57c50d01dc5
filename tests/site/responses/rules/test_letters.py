from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.writing.blocks import Paragraph, SummaryList
from answerable.writing.pdf import to_pdf
from answerable_site.responses.rules import letters
from answerable_site.responses.rules.dispatches import AFTER_PUBLICATION
from answerable_site.responses.rules.letters import LetterFacts, PublishedFacts
from answerable_site.responses.rules.words import Purpose

FACTS = LetterFacts(
    body="Office for Policing in Wexmoor",
    recipient="Chief Constable, Wexmoor Constabulary",
    written_on=date(2026, 4, 20),
    report="Lost property in custody suites",
    report_published_on=date(2026, 4, 1),
)
PUBLISHED = PublishedFacts(
    version=1, published_on=date(2026, 5, 11), address="https://answers.example.org/public/x/y/"
)
LINES = st.text(min_size=1, max_size=80).filter(lambda text: text.isprintable() and text.strip())


class TestInvitationLetter:
    def test_says_everything_that_the_chief_officer_must_know(self):
        letter = letters.invitation_letter(FACTS, comments_wanted_by=date(2026, 5, 5))
        text = letters.in_plain_text(letter)
        for words in (
            "Lost property in custody suites",
            "1 April 2026",
            "5 May 2026",
            "section 55(4) of the Police Act 1996",
            "To: Chief Constable, Wexmoor Constabulary",
        ):
            assert words in text
        assert letter.date == date(2026, 4, 20)

    def test_survives_a_title_with_line_ends_and_invisible_characters(self):
        facts = LetterFacts("A body", "Somebody", date(2026, 1, 1), "One\n\u202eTwo", date.min)
        letter = letters.invitation_letter(facts, comments_wanted_by=date(2026, 2, 1))
        assert letter.title == "Invitation to comment on “One Two”"


class TestLetterAbout:
    @pytest.mark.parametrize(
        ("purpose", "citation"),
        [
            (Purpose.COPY_TO_INSPECTORS, "section 55(6)(a) of the Police Act 1996"),
            (Purpose.COPY_TO_SECRETARY, "section 55(6)(b) of the Police Act 1996"),
        ],
    )
    def test_cites_the_paragraph_under_which_a_copy_goes(self, purpose, citation):
        assert citation in letters.in_plain_text(letters.letter_about(purpose, FACTS, PUBLISHED))

    @pytest.mark.parametrize("purpose", [Purpose.PLACE_TOLD, Purpose.PANEL_TOLD])
    def test_cites_nothing_where_no_law_asks(self, purpose):
        text = letters.in_plain_text(letters.letter_about(purpose, FACTS, PUBLISHED))
        assert "section" not in text

    @pytest.mark.parametrize("purpose", AFTER_PUBLICATION)
    def test_says_where_everybody_can_read_it(self, purpose):
        letter = letters.letter_about(purpose, FACTS, PUBLISHED)
        assert PUBLISHED.address in letters.in_plain_text(letter)

    @pytest.mark.parametrize("purpose", AFTER_PUBLICATION)
    def test_prints(self, purpose):
        assert to_pdf(letters.letter_about(purpose, FACTS, PUBLISHED)).startswith(b"%PDF")

    def test_names_the_version_from_the_second_on(self):
        second = PublishedFacts(2, date(2026, 6, 1), PUBLISHED.address)
        first, further = (
            letters.in_plain_text(letters.letter_about(Purpose.PANEL_TOLD, FACTS, published))
            for published in (PUBLISHED, second)
        )
        assert "Version" not in first
        assert "Version: 2; it takes the place of earlier versions" in further

    def test_does_not_pass_an_incomplete_response_off_as_whole(self):
        incomplete = PublishedFacts(1, date(2026, 5, 11), PUBLISHED.address, is_complete=False)
        letter = letters.letter_about(Purpose.COPY_TO_SECRETARY, FACTS, incomplete)
        assert "published incomplete" in letters.in_plain_text(letter)

    def test_knows_no_letter_about_a_version_for_the_invitation(self):
        with pytest.raises(KeyError):
            letters.letter_about(Purpose.INVITATION, FACTS, PUBLISHED)


class TestInPlainText:
    @given(body=LINES, recipient=LINES, report=LINES, purpose=st.sampled_from(AFTER_PUBLICATION))
    def test_holds_every_word_of_the_letter(self, body, recipient, report, purpose):
        facts = LetterFacts(body, recipient, date(2026, 1, 1), report, date(2025, 12, 1))
        letter = letters.letter_about(purpose, facts, PUBLISHED)
        text = letters.in_plain_text(letter)
        for block in letter.blocks:
            match block:
                case Paragraph(runs):
                    assert "".join(run.text for run in runs) in text
                case SummaryList(pairs):
                    for term, value in pairs:
                        assert f"{term}: {value[0].text}" in text
