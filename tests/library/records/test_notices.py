"""Notices are drafted for how a victim wants to be told, and explained by a person."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.library.records.files_of_events import NO_LIMITS, case_file, victim

from answerable.records.codes.review_schemes import Area
from answerable.records.kinds.communication import Direction
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import Status, SuspectIdentified, SuspectStatus
from answerable.records.kinds.telling import (
    AskedNotToBeTold,
    ContactPreference,
    Method,
    Teller,
)
from answerable.records.letters import Contact, UnusableLetter, write
from answerable.records.notices import SUBJECT, Draft, draft
from answerable.statute.limits import LIMITS

DECIDED = date(2026, 6, 10)
TOLD = date(2026, 6, 11)
WHY = "The evidence did not reach the standard that a court asks for."
EARLY = date(2026, 3, 3)


def drafted(
    made: What = What.NO_FURTHER_ACTION,
    *events,
    maker: Maker = Maker.CPS,
    limits=LIMITS,
    explanation: tuple[str, ...] = (WHY,),
    area: Area | None = None,
) -> Draft:
    file = case_file(
        victim(),
        SuspectIdentified(on=EARLY, suspect=1),
        SuspectStatus(on=EARLY, suspect=1, status=Status.INTERVIEWED),
        Decision(
            on=DECIDED,
            maker=maker,
            made=made,
            rationale="For officials only",
            area=area,
        ),
        *events,
    )
    return draft(file, limits, 4, 1, explanation=explanation, on=TOLD)


def preference(method: Method = Method.LETTER, **facts) -> ContactPreference:
    return ContactPreference(on=date(2026, 3, 4), victim=1, method=method, **facts)


class TestADraft:
    @pytest.mark.parametrize("made", list(What))
    @pytest.mark.parametrize("maker", list(Maker))
    def test_is_plain_for_every_decision(self, made, maker):
        found = drafted(made, maker=maker)
        text = " ".join(found.paragraphs)
        sentences = [one for one in re.split(r"(?<=[.:?])\s", text) if one]
        assert max(len(one.split()) for one in sentences) <= 25
        assert "10 June 2026" in found.paragraphs[0]
        assert "WHOM" not in text

    def test_has_the_explanation_of_a_person_and_never_the_reasons_for_officials(self):
        text = " ".join(drafted().paragraphs)
        assert WHY in text
        assert "For officials" not in text

    @pytest.mark.parametrize("explanation", [(), ("", "  ")])
    def test_is_not_made_without_an_explanation(self, explanation):
        with pytest.raises(UnusableLetter, match="Write why"):
            drafted(explanation=explanation)

    def test_is_not_made_of_a_decision_that_is_none(self):
        with pytest.raises(LookupError):
            draft(case_file(victim()), LIMITS, 1, 1, explanation=(WHY,), on=TOLD)

    def test_offers_support_again(self):
        assert drafted().paragraphs[-1].startswith("You can have support")

    def test_names_the_suspect_by_a_placeholder(self):
        assert "[[suspect’s name]]" in drafted(What.CHARGE).paragraphs[0]

    @pytest.mark.parametrize("made", list(What))
    def test_makes_a_letter_with_the_contacts_of_both_sides(self, made):
        letter = write(
            Direction.CPS_TO_VICTIM,
            subject=SUBJECT,
            paragraphs=drafted(made).paragraphs,
            investigator=Contact("DC Sample", "01632 960001", "dc.sample@force.example"),
            prosecutor=Contact("Ms Example", "01632 960002", "ms.example@cps.example"),
        )
        assert letter.paragraphs == drafted(made).paragraphs


class TestTheRightToAReview:
    def test_is_offered_with_the_last_day_to_ask(self):
        assert "ask by 11 September 2026." in drafted().paragraphs[2]

    def test_is_offered_without_a_day_where_no_limit_is_in_force(self):
        assert drafted(limits=NO_LIMITS).paragraphs[2].endswith("Tell us soon if you want one.")

    def test_comes_before_no_evidence_is_offered_in_the_pilot(self):
        found = drafted(What.PROVISIONAL_NO_EVIDENCE, area=Area.NORTH_WEST)
        assert "before no evidence is offered in court" in found.paragraphs[2]

    def test_is_denied_with_its_reason(self):
        found = drafted(What.OUT_OF_COURT, maker=Maker.POLICE)
        assert found.paragraphs[2].startswith("This decision gives no right to a review. ")

    def test_is_no_word_of_a_decision_that_goes_on(self):
        assert len(drafted(What.CHARGE).paragraphs) == 3


class TestWhatToMind:
    def test_is_to_ask_first_where_nobody_did(self):
        assert drafted().to_mind == (
            "Nobody has recorded how the victim wants to be told. Ask them first.",
        )

    def test_is_everything_that_the_victim_said(self):
        wished = preference(
            teller=Teller.SPECIALIST_OFFICER,
            support_present=True,
            times="After 3pm",
            safe_contact="Say the agreed word",
        )
        assert drafted(What.CHARGE, wished).to_mind == (
            "How they want to be told: letter.",
            "Who should tell them: a specially trained officer.",
            "Their support worker should be there.",
            "When: After 3pm",
            "What makes contact safe: Say the agreed word",
        )

    def test_is_that_the_victim_asked_not_to_be_told(self):
        wish = AskedNotToBeTold(on=date(2026, 4, 1), victim=1)
        assert drafted(What.CHARGE, wish).to_mind[0].startswith("The victim asked not to be told.")

    def test_is_never_part_of_what_is_sent(self):
        found = drafted(What.CHARGE, preference(safe_contact="Say the agreed word"))
        assert "agreed word" not in " ".join(found.paragraphs)


class TestATextMessage:
    def test_asks_for_a_talk_and_holds_no_decision(self):
        found = drafted(What.NO_FURTHER_ACTION, preference(Method.TEXT_MESSAGE))
        assert found.paragraphs == ("We have news for you. When and how may we talk with you?",)
