"""Letters are made with the direct contacts of both sides, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerable.records.kinds.communication import Direction, Form
from answerable.records.letters import Contact, Letter, Placeholder, UnusableLetter, write

INVESTIGATOR = Contact("DC Sample", "01632 960001", "dc.sample@force.example")
PROSECUTOR = Contact("Ms Example", "01632 960002", "ms.example@cps.example")
VICTIM = Direction.POLICE_TO_VICTIM


def letter(direction: Direction = VICTIM, **facts) -> Letter:
    given = {
        "subject": "About your case",
        "paragraphs": ["A decision was made."],
        "investigator": INVESTIGATOR,
        "prosecutor": PROSECUTOR,
        **facts,
    }
    return write(direction, **given)


def why_not(**facts) -> str:
    with pytest.raises(UnusableLetter) as refused:
        letter(**facts)
    return str(refused.value)


class TestALetter:
    @pytest.mark.parametrize("empty", ["", "   "])
    @pytest.mark.parametrize(
        ("field", "missing"),
        [
            ("name", "name"),
            ("telephone", "direct telephone number"),
            ("email", "direct e-mail address"),
        ],
    )
    @pytest.mark.parametrize(
        ("side", "contact"), [("investigator", INVESTIGATOR), ("prosecutor", PROSECUTOR)]
    )
    @pytest.mark.parametrize("direction", list(Direction))
    def test_is_not_made_without_a_contact(self, direction, side, contact, field, missing, empty):
        with pytest.raises(UnusableLetter) as refused:
            letter(direction, **{side: replace(contact, **{field: empty})})
        assert str(refused.value) == f"This cannot be written without the {side}’s {missing}."

    def test_says_everything_that_is_missing_at_once(self):
        assert why_not(
            investigator=replace(INVESTIGATOR, telephone=""),
            prosecutor=replace(PROSECUTOR, telephone="", email=""),
        ) == (
            "This cannot be written without the investigator’s direct telephone number, the "
            "prosecutor’s direct telephone number and the prosecutor’s direct e-mail address."
        )

    @pytest.mark.parametrize("email", ["ask at the desk", "@", "somebody@"])
    def test_is_not_made_with_what_is_no_address(self, email):
        assert "e-mail address" in why_not(prosecutor=replace(PROSECUTOR, email=email))

    @pytest.mark.parametrize("facts", [{"subject": " "}, {"paragraphs": []}, {"paragraphs": [" "]}])
    def test_is_not_made_without_words(self, facts):
        assert why_not(**facts) == "Write what it is about, and at least one paragraph."

    def test_shows_how_to_reach_both_sides(self):
        assert letter().contacts == (
            ("Investigator", "DC Sample"),
            ("Investigator’s direct telephone number", "01632 960001"),
            ("Investigator’s direct e-mail address", "dc.sample@force.example"),
            ("Prosecutor", "Ms Example"),
            ("Prosecutor’s direct telephone number", "01632 960002"),
            ("Prosecutor’s direct e-mail address", "ms.example@cps.example"),
        )

    @pytest.mark.parametrize(
        ("direction", "greeting", "closing"),
        [
            (Direction.POLICE_TO_CPS, "Dear Ms Example", "DC Sample"),
            (Direction.CPS_TO_POLICE, "Dear DC Sample", "Ms Example"),
            (Direction.POLICE_TO_VICTIM, "Dear [[victim’s name]]", "DC Sample"),
            (Direction.CPS_TO_VICTIM, "Dear [[victim’s name]]", "Ms Example"),
        ],
    )
    def test_greets_who_gets_it_and_closes_with_who_sends_it(self, direction, greeting, closing):
        found = letter(direction)
        assert (found.greeting, found.closing) == (greeting, closing)


class TestPlaceholders:
    def test_of_a_victim_are_what_the_forces_own_system_fills(self):
        assert letter().placeholders == (
            Placeholder.VICTIM,
            Placeholder.VICTIM_ADDRESS,
            Placeholder.CRIME_REFERENCE,
        )

    def test_between_the_sides_name_no_victim(self):
        assert letter(Direction.POLICE_TO_CPS).placeholders == (Placeholder.URN,)

    @pytest.mark.parametrize("typed", ["[[suspect’s name]]", "[[suspect's name]]"])
    def test_may_be_typed_with_either_apostrophe(self, typed):
        found = letter(paragraphs=[f"{typed} was not charged."])
        assert found.paragraphs == ("[[suspect’s name]] was not charged.",)
        assert Placeholder.SUSPECT in found.placeholders

    @pytest.mark.parametrize("text", ["[[victim]]", "[[]]", "[[victim’s name", "name]]"])
    def test_that_nothing_fills_are_refused(self, text):
        assert why_not(paragraphs=[text]).startswith("Nothing fills ")
        assert why_not(subject=text).startswith("Nothing fills ")


class TestSending:
    def test_is_recorded_with_everything_and_without_a_single_contact(self):
        sent = letter().as_sent(date(2026, 3, 9), form=Form.LETTER, victim=1)
        assert list(sent.lacked()) == []
        text = repr(sent)
        for contact in (INVESTIGATOR, PROSECUTOR):
            for value in (contact.name, contact.telephone, contact.email):
                assert value not in text
