"""Words that may be names are found by their shape and by what stands around them."""

from __future__ import annotations

import pytest

from answerable.records.identity import SignKind, signs

NAMED = [
    ("Nobody told Adaeze.", ["Adaeze"]),
    ("Adaeze Okonkwo was there.", ["Adaeze Okonkwo"]),
    ("The suspect Adaeze OKONKWO was there.", ["Adaeze OKONKWO"]),
    ("Sarah was there.", ["Sarah"]),
    ("sarah was there.", ["sarah"]),
    ("Adaeze told nobody.", ["Adaeze"]),
    ("Adaeze’s phone was read.", ["Adaeze’s"]),
    ("It was José O’Neill-Jones.", ["José O’Neill-Jones"]),
    ("PC Field rang.", ["Field"]),
    ("We saw Mr. Law and Dr Okonkwo.", ["Law", "Okonkwo"]),
    ("his name is adaeze okonkwo", ["adaeze okonkwo"]),
    ("a man called kieran rang", ["kieran"]),
    ("She was called Grace.", ["Grace"]),
    ("Witness: Adaeze, statement held", ["Adaeze"]),
    ("They know the Okonkwo family.", ["Okonkwo"]),
    ("Will rang twice.", ["Will"]),
]
NO_NAMES = [
    "Will they ring in May?",
    "The Gatekeeper sent it to the Crown Prosecution Service on Monday.",
    "Her name is not known. She was called again by the ISVA.",
    "It was heard at Northbridge Crown Court and at Northbridge.",
    "Copied to the Inspector. Please reply.",
    "The Victims’ Right to Review and Director’s Guidance on Charging, Sixth Edition.",
    "A weekly Bronze meeting of Operation Lantern.",
    "Unduly Lenient Sentence scheme, Forced Marriage Protection Order",
    "DS TO CALL. VICTIM TOLD.",
    "Due in Jan 2027, or 3 Jun at the latest.",
]


def names(text: str) -> list[str]:
    """The words that may be names."""
    return [text[sign.start : sign.end] for sign in signs(text) if sign.kind is SignKind.NAME]


class TestPossibleNames:
    @pytest.mark.parametrize(("text", "words"), NAMED)
    def test_are_found(self, text, words):
        assert names(text) == words

    @pytest.mark.parametrize("text", NO_NAMES)
    def test_are_not_seen_in(self, text):
        assert names(text) == []

    def test_are_only_said_to_be_possible(self):
        assert signs("Nobody told Adaeze.")[0].sentence.startswith("This may be the name")
