"""The response printed in a document: whose words, what they explain, how late they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from answerable.extraction.dates import PrintedDate, dates_in
from answerable.extraction.find.columns import Column
from answerable.extraction.find.tables import ItemTable, label_of
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.model import Item, PrintedResponse
from answerable.extraction.responses.speakers import OFFICE, Speakers, speaker_of
from answerable.extraction.sections import Part, Section
from answerable.extraction.wording import sentences

_OFFICE_LABEL: Final = re.compile(rf"^(?:{OFFICE}|i|my)\b", re.IGNORECASE)
_PAST_BEFORE: Final = re.compile(
    r"\b(?:since|in|on|from|during|until|throughout|of|dated)\s+(?:the\s+|early\s+|late\s+"
    r"|mid-?\s?)?$",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|plans?|planned|intends?|due|expect(?:s|ed)?|aims?|by|next|to be|scheduled"
    r"|going to|would|until)\b",
    re.IGNORECASE,
)
_ANSWERED: Final = re.compile(
    r"^(?:response to )?(?:recommendations?|rec\.?|area for improvement"
    r"|afi)\s+(?P<label>[A-Z]{0,3}\d{1,3}[a-z]?)\b",
    re.IGNORECASE,
)


def response_of(
    divided: tuple[tuple[Line, Section], ...],
    tables: dict[int, ItemTable],
    items: tuple[Item, ...],
    replies: tuple[tuple[str | None, Line], ...] = (),
    *,
    is_response: bool,
) -> PrintedResponse:
    """What the policing body and the chief officer say in the document itself.

    Where a heading names both, the words are the policing body's until the chief officer is said
    to speak. `latest_mention` is the latest date that the response speaks of as past. A report,
    tracker or list of replies prints no response of its own.
    """
    if not is_response:
        return PrintedResponse()
    speakers = Speakers()
    explained: dict[str, None] = {}
    places = [place for item in items for place in (item.place, *item.other_places)]
    spoken_for = [(place.start, place.end) for place in places]
    spoken_for += [(line.start, line.end) for _, line in replies]
    labels = {item.number for item in items if item.number}
    for line, section in _replies(divided, tables, spoken_for):
        if line is section.heading:
            speakers.turn(line)
            continue
        explained.update(dict.fromkeys(_explained(line, labels)))
        speakers.hear(line)
    for label, line in replies:
        explained.update(dict.fromkeys([label] if label else []))
        (speakers.body if _OFFICE_LABEL.match(line.text) else speakers.chief).append(line.text)
    for column, label, text in _cells(tables):
        explained.update(dict.fromkeys([label] if label else []))
        (speakers.chief if column is Column.CHIEF_RESPONSE else speakers.body).append(text)
    body, chief = "\n".join(speakers.body), "\n".join(speakers.chief)
    latest = _latest(f"{body}\n{chief}")
    return PrintedResponse(
        policing_body=body or None,
        chief_officer=chief or None,
        individually_explained=tuple(explained),
        latest_mention=latest.value if latest else None,
        latest_mention_worded=latest.worded if latest else None,
    )


def _replies(
    divided: tuple[tuple[Line, Section], ...],
    tables: dict[int, ItemTable],
    spoken_for: list[tuple[int, int]],
) -> Iterator[tuple[Line, Section]]:
    """The lines in reply: those under its headings or, without any, a response's running text."""
    in_sections = [
        (line, section)
        for line, section in divided
        if (section.part is Part.RESPONSE or _heads_speech(section))
        and not _in_item_table(line, tables)
    ]
    if in_sections:
        yield from in_sections
        return
    speaking = False
    for line, section in divided:
        if section.part is not Part.BODY or _in_item_table(line, tables):
            continue
        speaking = (
            speaking
            or speaker_of(line.text) is not None
            or line.text.rstrip().endswith((".", "”", '"'))
        )
        if speaking and not line.is_named and not any(a <= line.start < b for a, b in spoken_for):
            yield line, section


def _heads_speech(section: Section) -> bool:
    """Whether a heading gives the word to somebody ("The Commissioner's view")."""
    heading = section.heading
    return (
        section.part is Part.BODY
        and heading is not None
        and heading.looks_like_heading
        and not heading.is_named
        and speaker_of(heading.text) is not None
    )


def _in_item_table(line: Line, tables: dict[int, ItemTable]) -> bool:
    return line.block.cell is not None and line.block.cell.table in tables


def _explained(line: Line, labels: Iterable[str]) -> list[str]:
    """The number of the item that a line answers, if it starts by naming it."""
    found = _ANSWERED.match(line.text)
    if found:
        return [found["label"]]
    mark = line.mark
    if mark and mark.kind is MarkKind.NUMBER and mark.label in set(labels):
        return [mark.label]
    return []


def _cells(tables: dict[int, ItemTable]) -> Iterator[tuple[Column, str | None, str]]:
    """The answers in the columns for responses, with the number of their row."""
    for table in tables.values():
        for row in table.rows:
            numbers = [
                " ".join(line.text for line in cell)
                for column, cell in row.items()
                if table.columns.get(column) is Column.NUMBER
            ]
            text = next(
                (cell for column, cell in row.items() if table.columns.get(column) is Column.TEXT),
                [],
            )
            printed = text[0].mark.label if text and text[0].mark else None
            label = (label_of(numbers[0]) or numbers[0]) if numbers else printed
            for column, cell in row.items():
                role = table.columns.get(column, Column.OTHER)
                words = " ".join(line.text for line in cell)
                if role in {Column.RESPONSE, Column.CHIEF_RESPONSE} and words.strip():
                    yield role, label, words


def _latest(text: str) -> PrintedDate | None:
    """The latest date that a text speaks of as past."""
    found = [
        date
        for sentence in sentences(text)
        for date in dates_in(sentence.text)
        if _PAST_BEFORE.search(sentence.text[: date.start])
        and not _TO_COME.search(_clause(sentence.text, date))
    ]
    return max(found, key=lambda date: date.value, default=None)


def _clause(sentence: str, date: PrintedDate) -> str:
    """The words around a date up to the next comma on either side."""
    before = re.split(r"[,;]", sentence[: date.start])[-1]
    after = re.split(r"[,;]", sentence[date.end :])[0]
    return before + after
