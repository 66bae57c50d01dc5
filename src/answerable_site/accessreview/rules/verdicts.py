"""What a second person says about a look."""

from __future__ import annotations

from enum import StrEnum

from answerable_site.casework.rules import says_enough


class Verdict(StrEnum):
    """What an access auditor finds of glass that was broken."""

    JUSTIFIED = "justified"
    NOT_JUSTIFIED = "not_justified"
    ASKED_BACK = "asked_back"

    @property
    def label(self) -> str:
        return _VERDICTS[self]

    @property
    def is_final(self) -> bool:
        """Whether nobody waits for more."""
        return self is not Verdict.ASKED_BACK


_VERDICTS = {
    Verdict.JUSTIFIED: "Justified",
    Verdict.NOT_JUSTIFIED: "Not justified",
    Verdict.ASKED_BACK: "Unclear: asked back",
}


class Answer(StrEnum):
    """What a supervisor says about a look that was drawn."""

    KNOWN = "known"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        return _ANSWERS[self]


_ANSWERS = {
    Answer.KNOWN: "I know why this person looked at this case",
    Answer.NOT_KNOWN: "I know of no reason",
}


class TooFewWords(ValueError):
    """Nobody could follow what was written; the message says what to write."""


def check_words(words: str) -> None:
    """Raises TooFewWords unless somebody else could follow what was written."""
    if not says_enough(words):
        raise TooFewWords("Say in a sentence how you know, so that somebody else can follow it")
