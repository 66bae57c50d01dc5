"""What the cells of a column hold, told from their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from answerable.extraction.addressees import sole_bodies
from answerable.extraction.deadlines import sole_deadline
from answerable.extraction.find.columns import Column
from answerable.extraction.find.tables.labels import label_of
from answerable.extraction.marks import mark_of
from answerable.extraction.wording import asks, commands, recommends

_FEWEST_WORDS: Final = 4
"""In a request; "Open" and "Complete" are states, though they could be commands."""
_LONGEST_STATE: Final = 8
_LONGEST_DEADLINE: Final = 12
_LONGEST_NAMES: Final = 25
_SAMPLE: Final = 100
"""Cells that are enough to tell what a long column holds."""
_STATE: Final = re.compile(
    r"^(?:(?:rag|status)\s?[:–-]\s?)?(?:now |still )?(?:open|closed?|completed?|discharged|achieved"
    r"|superseded|implemented|done|delivered|resolved|archived|withdrawn|signed off|no longer "
    r"applicable|not (?:yet )?(?:started|complete|achieved|met|due)|in progress|on track|off track"
    r"|under ?way|on-?going|outstanding|overdue|part(?:ially|ly)\b|fully\b|nearly\b|awaiting\b"
    r"|pending|live|to do|red|amber|green|blue|gr[ae]y)\b",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"^(?:recommendation|rec\.?|afi|area for improvement|(?:accelerated )?cause of concern|coc)s?$",
    re.IGNORECASE,
)


def is_item_text(text: str) -> bool:
    """Whether a cell asks, recommends or commands, and so may be an item."""
    mark = mark_of(text)
    body = text[mark.length :] if mark else text
    if asks(text) or recommends(text):
        return True
    if len(body.split()) < _FEWEST_WORDS:
        return False
    return commands(body) or re.match(r"that\s", body, re.IGNORECASE) is not None


def is_plain_request(text: str) -> bool:
    """Whether a cell asks or recommends in so many words; a bare command may be a plan."""
    return asks(text) or recommends(text)


def is_state(text: str) -> bool:
    """Whether a cell only says how far an item has come ("Open – overdue", "Amber")."""
    return len(text.split()) <= _LONGEST_STATE and _STATE.match(text) is not None


def is_kind(text: str) -> bool:
    """Whether a cell only names a kind of item."""
    return _KIND.match(text) is not None


def is_deadline(text: str) -> bool:
    """Whether a cell only says by when: a date with its month, a duration, "immediate"."""
    if len(text.split()) > _LONGEST_DEADLINE:
        return False
    deadline = sole_deadline(text)
    return deadline is not None and deadline.value is not None


def is_label(text: str) -> bool:
    """Whether a cell only prints a label."""
    return label_of(text) is not None and not is_deadline(text)


def is_addressee(text: str) -> bool:
    """Whether a cell only names bodies that can be asked to act; an inspectorate is a source."""
    bodies = sole_bodies(text) if len(text.split()) <= _LONGEST_NAMES else ()
    return bool(bodies) and all(body.kind != "inspectorate" for body in bodies)


_TELLS: Final[tuple[tuple[Column, Callable[[str], bool]], ...]] = (
    (Column.STATUS, is_state),
    (Column.KIND, is_kind),
    (Column.DEADLINE, is_deadline),
    (Column.NUMBER, is_label),
    (Column.ADDRESSEE, is_addressee),
    (Column.TEXT, is_plain_request),
)


def role_by_content(cells: list[str]) -> Column:
    """What most of a column's cells hold; OTHER where no kind of cell is in the majority."""
    sample = cells[:: len(cells) // _SAMPLE + 1]
    for role, tells in _TELLS:
        if sum(map(tells, sample)) * 2 > len(sample):
            return role
    return Column.OTHER
