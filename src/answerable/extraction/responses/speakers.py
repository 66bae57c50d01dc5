"""Whose words a response prints: the policing body's or the chief officer's."""

from __future__ import annotations

import re
from typing import Final

from answerable.extraction.lines import Line

_CHIEF: Final = (
    r"(?:(?:the\s+)?(?:acting |temporary |deputy |assistant )?chief (?:constable|officer)"
    r"|(?:the\s+)?force|(?:the\s+)?constabulary|commissioner of police)(?:[’']s?)?"
)
OFFICE: Final = (
    r"(?:(?:the\s+)?(?:deputy )?(?:police(?:,? fire)? and crime |acting )?commissioner|pf?cc|opcc"
    r"|(?:the\s+)?(?:local )?policing body|(?:the\s+)?(?:deputy )?mayor|my|(?:the\s+)?office of "
    r"the)(?:[’']s?)?"
)
_SPEAKS: Final = (
    r"(?:said|says|comments?|commented|responds?|responded|response|reply|replies|replied|writes"
    r"|wrote|states?|stated|views?|statement|adds?|added|welcomes?)"
)
_TELLS: Final = r"(?:told|tells|assure[sd]|explain(?:s|ed)|inform(?:s|ed)|confirm(?:s|ed))"
_CHIEF_SPEAKS: Final = re.compile(
    rf"^{_CHIEF}\b(?!\s+(?:and|&)\b).{{0,80}}?\b{_SPEAKS}\b", re.IGNORECASE
)
_CHIEF_TELLS: Final = re.compile(
    rf"^{_CHIEF}\b(?!\s+(?:and|&)\b)[^:.]{{0,40}}\b{_TELLS}\b[^:.]{{0,40}}:\s", re.IGNORECASE
)
_CHIEF_QUOTED: Final = re.compile(
    r"\bchief (?:constable|officer)\b[^:.“\"]{0,80}:\s*(?P<words>[“\"][^”\"]{10,}[”\"])",
    re.IGNORECASE,
)
_ENDS_QUOTED: Final = re.compile(r":\s*[“\"][^”\"]{10,}[”\"]\W*$")
_CHIEF_LABEL: Final = re.compile(rf"^{_CHIEF}$", re.IGNORECASE)
_BODY_LABEL: Final = re.compile(rf"^{OFFICE}$", re.IGNORECASE)
_BODY_SPEAKS: Final = re.compile(
    rf"^{OFFICE}\b(?!\s+(?:and|&)\b).{{0,80}}?\b{_SPEAKS}\b", re.IGNORECASE
)
_BY_CHIEF: Final = re.compile(
    rf"^(?:response|comments?|statement|reply)\s+(?:of|from|by)\s+{_CHIEF}", re.IGNORECASE
)
_BY_BODY: Final = re.compile(
    rf"^(?:response|comments?|statement|reply)\s+(?:of|from|by)\s+{OFFICE}", re.IGNORECASE
)


class Speakers:
    """Collects the two parts of a response as they are read."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.chief: list[str] = []
        self._chief_speaks = False

    def hear(self, line: Line) -> None:
        """Add a line to the part of whoever speaks; a bare heading only says who.

        A line that quotes the chief officer in full gives the word back at its end.
        """
        speaker = speaker_of(line.text)
        if speaker is None and line.block.cell is not None:
            speaker = _labelled_speaker(line.text)
        if speaker and _ENDS_QUOTED.search(line.text):
            self.chief.append(line.text)
            return
        if speaker is not None:
            self._chief_speaks = speaker
            if (
                line.looks_like_heading
                or line.text.rstrip().endswith(":")
                or _is_bare_heading(line.text)
            ):
                return
        quoted = None if self._chief_speaks else _CHIEF_QUOTED.search(line.text)
        if quoted:
            self.chief.append(quoted["words"])
        (self.chief if self._chief_speaks else self.body).append(line.text)

    def turn(self, heading: Line | None) -> None:
        """Begin a part that a heading opens."""
        speaker = speaker_of(heading.text) if heading else None
        self._chief_speaks = bool(speaker)


def speaker_of(text: str) -> bool | None:
    """True if the line gives the word to the chief officer, False to the policing body."""
    bare = text.strip(' “"')
    if _CHIEF_SPEAKS.match(bare) or _BY_CHIEF.match(bare) or _CHIEF_TELLS.match(bare):
        return True
    if _BODY_SPEAKS.match(bare) or _BY_BODY.match(bare):
        return False
    return None


def _labelled_speaker(text: str) -> bool | None:
    """Whose words the next cell holds, if a cell only names an office."""
    bare = text.strip(" :")
    if _CHIEF_LABEL.match(bare):
        return True
    return False if _BODY_LABEL.match(bare) else None


def _is_bare_heading(text: str) -> bool:
    return len(text.split()) <= 8 and not text.rstrip().endswith((".", "”"))
