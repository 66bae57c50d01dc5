"""Lines and cells that say when, who or how far an item has come, and are no part of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from answerable.extraction.addressees import bodies_in, sole_bodies
from answerable.extraction.addressees.subjects import as_addressees
from answerable.extraction.deadlines import sole_deadline
from answerable.extraction.find.drafts import Draft


class Attribute(StrEnum):
    """What is said about an item beside its text."""

    DEADLINE = "deadline"
    ADDRESSEE = "addressee"
    STATUS = "status"


_WORDS: Final = {
    Attribute.DEADLINE: (
        r"(?:(?:target |due |completion |implementation |hmicfrs |hmic |hmicfrs's |inspectorate "
        r"|report |original )?(?:deadline|timescales?|time ?frame"
        r"|date)|by when|due(?: by)?|(?:to be )?complet(?:ed|e|ion)(?: by)?|when|timing|target"
        r"|for completion by|implement(?:ation)? by)"
    ),
    Attribute.ADDRESSEE: (
        r"(?:(?:action |recommendation |responsible )?owners?|addressees?|addressed to|for|to"
        r"|responsib(?:le|ility)(?: body| bodies| organisations?| officer| party)?|lead(?: body| "
        r"organisations?| agency)?|who|(?:for )?action by|recipients?|directed (?:to|at)"
        r"|organisations?|bod(?:y|ies)|applies to|made to|by whom|actionee)"
    ),
    Attribute.STATUS: (
        r"(?:(?:current |latest |overall |progress )?status|rag(?: rating| status)?|state)"
    ),
}
_LINE: Final = {
    attribute: re.compile(rf"^{words}\s*(?::|\s[–—-])\s*(?P<value>\S.{{0,200}})?$", re.IGNORECASE)
    for attribute, words in _WORDS.items()
}
_ALONE: Final = {
    attribute: re.compile(rf"^{words}\s*:?\??$", re.IGNORECASE)
    for attribute, words in _WORDS.items()
}
_OVER: Final = re.compile(
    r"\b(?:closed|complete|completed|discharged|achieved|superseded|implemented|done|no longer "
    r"applicable|withdrawn|signed off|fully met|delivered|resolved|archived)\b",
    re.IGNORECASE,
)
_IDENTIFIER: Final = re.compile(
    r"^(?:recommendation |rec\.? )?(?:id|ref(?:erence)?\.?|no\.?|number)\s*:\s*"
    r"(?P<label>(?:[A-Z]{1,5}[-/ ]?)*\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?)$",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(
    r"^(?:this (?:recommendation|action|area for improvement|item|matter) (?:is|was|has been)\s+)?"
    r"(?:now )?(?:closed|completed?|discharged|superseded|achieved|no longer applicable)\b",
    re.IGNORECASE,
)
_NOT_OVER: Final = re.compile(
    r"\b(?:not|partially|partly|nearly|to be|in progress|awaiting|un\w+|incomplete|open|ongoing"
    r"|on-going)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An attribute and its value; an empty value stands in the next line or cell."""

    attribute: Attribute
    value: str


def said_in(text: str, *, in_cell: bool = False) -> Said | None:
    """The attribute that a line states ("Deadline: 31 March 2026"), or None."""
    for attribute, pattern in _LINE.items():
        found = pattern.match(text)
        if found and _is_value(attribute, found["value"] or ""):
            return Said(attribute, (found["value"] or "").strip())
    if in_cell:
        for attribute, pattern in _ALONE.items():
            if pattern.match(text):
                return Said(attribute, "")
    return None


def attribute_of_header(text: str) -> Attribute | None:
    """The attribute that a table's column holds by its heading."""
    return next((a for a, pattern in _ALONE.items() if pattern.match(text.strip())), None)


def tells_end(text: str) -> bool:
    """Whether a line below an item says that the item is closed ("Closed on 4 May 2026")."""
    return _ENDED.match(text) is not None and is_over(text[:80])


def identifier_in(text: str) -> str | None:
    """The label in a line that only gives an item's number ("ID: 12"), or None."""
    found = _IDENTIFIER.match(text)
    return found["label"] if found else None


def is_over(status: str) -> bool:
    """Whether a status says that nothing more is asked."""
    return _OVER.search(status) is not None and _NOT_OVER.search(status) is None


def attach(draft: Draft, said: Said) -> None:
    """Record on an item what is said beside it."""
    if said.attribute is Attribute.DEADLINE:
        draft.deadline_worded = draft.deadline_worded or said.value
    elif said.attribute is Attribute.ADDRESSEE:
        draft.addressees = draft.addressees or as_addressees(bodies_in(said.value))
    else:
        draft.is_past = is_over(said.value)


def _is_value(attribute: Attribute, value: str) -> bool:
    if not value:
        return True
    if attribute is Attribute.DEADLINE:
        return sole_deadline(value) is not None or value.lower() in {
            "none",
            "n/a",
            "not set",
            "ongoing",
        }
    if attribute is Attribute.ADDRESSEE:
        return bool(sole_bodies(value))
    return len(value.split()) <= 6
