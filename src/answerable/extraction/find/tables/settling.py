"""What each column of a headed table holds: the heading says, unless the cells say otherwise."""

from __future__ import annotations

import re
from typing import Final

from answerable.extraction.find.columns import Column, column_of
from answerable.extraction.find.tables.content import is_item_text, is_label, role_by_content
from answerable.extraction.find.tables.model import Row, words_of
from answerable.extraction.sections.model import Part

_BESIDE: Final = (
    Column.NUMBER,
    Column.KIND,
    Column.STATUS,
    Column.DEADLINE,
    Column.ADDRESSEE,
)
"""What may stand beside an item; each once in a table."""
_FEWEST_BESIDE: Final = 2
_ELSEWHEN: Final = re.compile(
    r"\b(?:reports?|source|inspect\w*|publi\w+|updated?|review\w*|raised|issued|received|closed"
    r"|start\w*|opened|from)\b",
    re.IGNORECASE,
)
"""Headings over dates and bodies that are no deadline and no addressee."""
_REPLIES: Final = {Column.RESPONSE, Column.CHIEF_RESPONSE}
_OWN_PLAN: Final = re.compile(
    r"^(?:(?:our|proposed|planned|agreed|force|key)\s+)?(?:actions?|plans?|tasks?|next steps?"
    r"|milestones?|activity|activities)\b(?! required)",
    re.IGNORECASE,
)
"""Headings over what a body means to do itself."""
_ANSWER: Final = re.compile(r"\b(?:response|reply|comments?|answers?)\b", re.IGNORECASE)


def settled(
    header: dict[int, str], rows: tuple[Row, ...], part: Part | None
) -> dict[int, Column] | None:
    """What the columns hold, or None where none of them holds items.

    Args:
        header: the words of the headings, by column.
        rows: the rows below them.
        part: what the heading above the table opens, where it is known.
    """
    announced, answered = part is Part.ITEMS, part is Part.RESPONSE
    cells = {
        column: [words_of(row[column]) for row in rows if column in row]
        for column in sorted({column for row in rows for column in row})
    }
    hints = {column: column_of(words) for column, words in header.items()}
    columns = _beside(header, hints, cells, answered=answered)
    text = _hinted_text(hints, columns, cells)
    if text is None:
        if sum(role in _BESIDE for role in columns.values()) < _FEWEST_BESIDE - announced:
            return None
        barred = {c for c, words in header.items() if answered and _OWN_PLAN.match(words)}
        text = _unnamed_text(columns, cells, barred, announced=announced)
    return None if text is None else columns | {text: Column.TEXT}


def _beside(
    header: dict[int, str],
    hints: dict[int, Column],
    cells: dict[int, list[str]],
    *,
    answered: bool,
) -> dict[int, Column]:
    """What stands beside the items: as headed, then as the cells show."""
    columns: dict[int, Column] = {
        column: Column.OTHER if hint is Column.TEXT else hint for column, hint in hints.items()
    }
    for column, words in cells.items():
        shown = role_by_content(words)
        hint = hints.get(column)
        is_reply = hint in _REPLIES and (answered or _ANSWER.search(header.get(column, "")))
        if shown in _BESIDE and not is_reply and _may_hold(shown, header.get(column, ""), hint):
            columns[column] = shown if shown not in columns.values() else Column.OTHER
    return columns


def _may_hold(shown: Column, heading: str, hint: Column | None) -> bool:
    """Whether the heading of a column allows what its cells show."""
    if hint in _REPLIES:
        return shown in {Column.STATUS, Column.DEADLINE}
    if shown in {Column.DEADLINE, Column.ADDRESSEE}:
        return hint in {None, Column.OTHER} and not _ELSEWHEN.search(heading)
    return hint in {None, Column.OTHER, Column.TEXT}


def _hinted_text(
    hints: dict[int, Column], columns: dict[int, Column], cells: dict[int, list[str]]
) -> int | None:
    """The column of items in a table with a heading for them.

    Where "Recommendation" heads the labels or titles, the text stands in another column.
    """
    hinted = [column for column, hint in hints.items() if hint is Column.TEXT]
    if not hinted:
        return None
    worth = {column: sum(map(is_item_text, words)) for column, words in cells.items()}
    best = max(hinted, key=lambda column: worth.get(column, 0))
    labelled = sum(map(is_label, cells.get(best, []))) * 2 > len(cells.get(best, []))
    if worth.get(best, 0) and not labelled:
        return best
    others = [c for c in cells if columns.get(c, Column.OTHER) is Column.OTHER and worth[c]]
    return max(others, key=lambda column: worth[column], default=None)


def _unnamed_text(
    columns: dict[int, Column],
    cells: dict[int, list[str]],
    barred: set[int],
    *,
    announced: bool,
) -> int | None:
    """The column whose cells mostly ask, whatever its heading says.

    Beside a column that calls every row a recommendation or the like, it is the wordiest.
    """
    free = [c for c in cells if columns.get(c, Column.OTHER) is Column.OTHER and c not in barred]
    asking = [c for c in free if role_by_content(cells[c]) is Column.TEXT]
    if not asking and announced:
        asking = [c for c in free if sum(map(is_item_text, cells[c])) * 2 > len(cells[c])]
    if not asking and Column.KIND in columns.values():
        worded = [c for c in free if any(map(is_item_text, cells[c]))]
        return max(worded, key=lambda c: sum(map(len, cells[c])), default=None)
    return max(asking, key=lambda c: sum(map(is_item_text, cells[c])), default=None)
