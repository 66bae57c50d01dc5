from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from tests.site.responses.rules import strategies

from answerable.statute import NO_BASIS
from answerable.writing.blocks import Heading, Paragraph, Quotation, SummaryList
from answerable.writing.canonical import as_json, content_hash, from_json
from answerable.writing.html import to_html
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.composition import NOT_SIGNED, compose
from answerable_site.responses.rules.facts import (
    ChiefOfficerFacts,
    ExplanationFacts,
    ExplanationKind,
    LimbFacts,
    NumberGapFacts,
    SignatoryFacts,
)

SIGNATORY = SignatoryFacts("Jo Marsh", "Police and Crime Commissioner", date(2026, 5, 11))


def quoted(document) -> list[str]:
    """The first paragraph of every quotation."""
    return [
        block.blocks[0].runs[0].text
        for block in document.blocks
        if isinstance(block, Quotation) and isinstance(block.blocks[0], Paragraph)
    ]


def headings(document) -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)]


def facts_of(document) -> dict[str, str]:
    return {
        term: value[0].text
        for block in document.blocks
        if isinstance(block, SummaryList)
        for term, value in block.pairs
    }


def paragraphs(document) -> list[str]:
    return [b.runs[0].text for b in document.blocks if isinstance(b, Paragraph)]


class TestCompose:
    @given(response=strategies.responses, signatory=strategies.signatories)
    def test_prints_the_text_of_every_finding_exactly_once(self, response, signatory):
        printed = quoted(compose(response, signatory=signatory))
        for finding in response.report.findings:
            said = finding.text.strip()
            same = [f for f in response.report.findings if f.text.strip() == said]
            assert printed.count(said) - _comments_that_say(response, said) == len(same) == 1

    @given(response=strategies.responses, signatory=strategies.signatories)
    def test_gives_the_same_hash_for_the_same_facts(self, response, signatory):
        document = compose(response, signatory=signatory)
        assert content_hash(compose(response, signatory=signatory)) == content_hash(document)

    @given(response=strategies.responses, signatory=strategies.signatories)
    def test_survives_being_stored(self, response, signatory):
        document = compose(response, signatory=signatory)
        assert content_hash(from_json(as_json(document))) == content_hash(document)

    @given(response=strategies.responses)
    def test_can_always_be_shown(self, response):
        assert to_html(compose(response)).startswith("<article")

    def test_changes_its_hash_with_a_single_letter(self, response, finding):
        one = compose(response(finding(text="Label every bag.")))
        other = compose(response(finding(text="Label every bags.")))
        assert content_hash(one) != content_hash(other)

    def test_says_that_it_is_a_draft_until_somebody_signs(self, response):
        assert compose(response()).notice == NOT_SIGNED
        assert compose(response(), signatory=SIGNATORY).notice is None

    def test_bears_the_signer_and_the_day_of_signature(self, response):
        document = compose(response(), signatory=SIGNATORY)
        assert document.date == date(2026, 5, 11)
        assert paragraphs(document)[-1] == (
            "Signed by Jo Marsh, Police and Crime Commissioner, on 11 May 2026."
        )

    def test_states_the_last_lawful_day_with_its_citation(self, response):
        assert facts_of(compose(response()))["Last lawful day"] == (
            "26 May 2026 (56 days beginning with the day of publication: "
            "section 55(5A) of the Police Act 1996)"
        )

    def test_says_why_no_clock_runs(self, response):
        last = facts_of(compose(response(basis=NO_BASIS)))["Last lawful day"]
        assert last.startswith("No statutory clock")

    def test_keeps_numbers_as_printed_and_explains_gaps(self, response, finding):
        made = response(finding(id=1, number="7"), finding(id=2, number="12", text="Teach this."))
        gap = NumberGapFacts("8 to 11", "They are addressed to prosecutors.")
        report = type(made.report)(
            **{f: getattr(made.report, f) for f in made.report.__slots__} | {"number_gaps": (gap,)}
        )
        document = compose(type(made)(**{**_fields(made), "report": report}))
        assert (2, "Recommendation 7") in headings(document)
        assert (2, "Recommendation 12") in headings(document)
        assert (
            "Numbers that the report does not show: 8 to 11. They are addressed to prosecutors."
        ) in paragraphs(document)

    def test_puts_recommendations_under_their_cause_of_concern(self, response, finding):
        cause = finding(id=1, kind=RecommendationKind.CAUSE_OF_CONCERN, number="", text="Bags.")
        under = finding(id=2, parent_id=1, number="1")
        after = finding(id=3, number="2", text="Shelves.")
        assert headings(compose(response(cause, under, after)))[-3:] == [
            (2, "Cause of concern (no number printed)"),
            (3, "Recommendation 1"),
            (2, "Recommendation 2"),
        ]

    def test_names_who_is_asked_by_each_point(self, response, finding):
        document = compose(
            response(
                finding(
                    addressees=("All forces",),
                    limbs=(
                        LimbFacts("a", "label bags;"),
                        LimbFacts("b", "pay for it.", ("The Home Office",)),
                    ),
                )
            )
        )
        said = facts_of(document)
        assert said["Addressed to"] == "All forces"
        assert said["Point (b) is addressed to"] == "The Home Office"

    def test_gives_proposed_action_its_date_and_owner(self, response, finding):
        proposed = ExplanationFacts(
            ExplanationKind.ACTION_PROPOSED, "We will.", date(2026, 9, 1), "Head of custody"
        )
        said = facts_of(compose(response(finding(explanation=proposed))))
        assert (said["To be complete by"], said["Owner"]) == ("1 September 2026", "Head of custody")

    def test_quotes_the_chief_officer_by_name_and_title(self, response):
        by = [b.by for b in compose(response()).blocks if isinstance(b, Quotation)]
        assert by[0] == "Robin Ashdown, Chief Constable"

    def test_publishes_that_no_comments_were_received(self, response):
        none = ChiefOfficerFacts(text="", none_received_by=date(2026, 5, 5))
        assert ("No comments of the Chief Constable were received by 5 May 2026.") in paragraphs(
            compose(response(chief_officer=none))
        )

    def test_never_speaks_of_a_breach_beside_an_unanswered_area(self, response, finding):
        area = finding(kind=RecommendationKind.AREA_FOR_IMPROVEMENT, explanation=None)
        shown = to_html(compose(response(area))).lower()
        assert "area for improvement" in shown
        assert not {"breach", "unlawful", "failed"} & set(shown.split())

    @pytest.mark.parametrize("text", ["\x07", "a\u202eb", "\ud800"])
    def test_leaves_out_characters_that_nobody_can_see(self, response, finding, text):
        document = compose(response(finding(text=f"Bag {text} label")))
        assert text not in to_html(document)


def _comments_that_say(response, said: str) -> int:
    """How often the chief officer's quotation begins with the same words."""
    comments = response.chief_officer
    shown = comments and comments.received_on and not comments.none_received_by
    same = unicodedata.normalize("NFC", comments.text.strip() if shown else "") == said
    return int(bool(shown and same))


def _fields(made) -> dict:
    return {name: getattr(made, name) for name in made.__slots__}
