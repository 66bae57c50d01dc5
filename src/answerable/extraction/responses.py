"""The response printed in a document: whose words, what they explain, how late they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from answerable.extraction.dates import PrintedDate, dates_in
from answerable.extraction.find.columns import Column
from answerable.extraction.find.tables import ItemTable
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.model import Item, PrintedResponse
from answerable.extraction.sections import Part, Section
from answerable.extraction.wording import sentences

_CHIEF: Final = (
    r"(?:(?:the\s+)?(?:acting |temporary |deputy |assistant )?chief (?:constable|officer)"
    r"|(?:the\s+)?force|(?:the\s+)?constabulary|commissioner of police)(?:[’']s?)?"
)
_BODY: Final = (
    r"(?:(?:the\s+)?(?:deputy )?(?:police(?:,? fire)? and crime |acting )?commissioner|pf?cc|opcc"
    r"|(?:the\s+)?(?:local )?policing body|(?:the\s+)?(?:deputy )?mayor|my|(?:the\s+)?office of "
    r"the)(?:[’']s?)?"
)
_SPEAKS: Final = (
    r"(?:said|says|comments?|commented|responds?|responded|response|reply|replies|replied|writes"
    r"|wrote|states?|stated|view|statement|adds?|added|welcomes?)"
)
_CHIEF_SPEAKS: Final = re.compile(
    rf"^{_CHIEF}\b(?!\s+(?:and|&)\b).{{0,80}}?\b{_SPEAKS}\b", re.IGNORECASE
)
_BODY_SPEAKS: Final = re.compile(
    rf"^{_BODY}\b(?!\s+(?:and|&)\b).{{0,80}}?\b{_SPEAKS}\b", re.IGNORECASE
)
_BY_CHIEF: Final = re.compile(
    rf"^(?:response|comments?|statement|reply)\s+(?:of|from|by)\s+{_CHIEF}", re.IGNORECASE
)
_BY_BODY: Final = re.compile(
    rf"^(?:response|comments?|statement|reply)\s+(?:of|from|by)\s+{_BODY}", re.IGNORECASE
)
_OFFICE_LABEL: Final = re.compile(rf"^(?:{_BODY}|i|my)\b", re.IGNORECASE)
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


class _Speakers:
    """Collects the two parts of a response as they are read."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.chief: list[str] = []
        self._chief_speaks = False

    def hear(self, line: Line) -> None:
        """Add a line to the part of whoever speaks; a bare heading only says who."""
        speaker = _speaker(line.text)
        if speaker is not None:
            self._chief_speaks = speaker
            if (
                line.looks_like_heading
                or line.text.rstrip().endswith(":")
                or _is_bare_heading(line.text)
            ):
                return
        (self.chief if self._chief_speaks else self.body).append(line.text)

    def turn(self, heading: Line | None) -> None:
        """Begin a part that a heading opens."""
        speaker = _speaker(heading.text) if heading else None
        self._chief_speaks = bool(speaker)


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
    to speak. `latest_mention` is the latest date that the response speaks of as past.
    """
    speakers = _Speakers()
    explained: dict[str, None] = {}
    places = [place for item in items for place in (item.place, *item.other_places)]
    spoken_for = [(place.start, place.end) for place in places]
    spoken_for += [(line.start, line.end) for _, line in replies]
    labels = {item.number for item in items if item.number}
    for line, section in _replies(divided, tables, spoken_for, is_response=is_response):
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
    *,
    is_response: bool,
) -> Iterator[tuple[Line, Section]]:
    """The lines in reply: those under its headings or, without any, a response's running text."""
    in_sections = [
        (line, section)
        for line, section in divided
        if section.part is Part.RESPONSE and not _in_item_table(line, tables)
    ]
    if in_sections or not is_response:
        yield from in_sections
        return
    speaking = False
    for line, section in divided:
        if section.part is not Part.BODY or _in_item_table(line, tables):
            continue
        speaking = (
            speaking
            or _speaker(line.text) is not None
            or line.text.rstrip().endswith((".", "”", '"'))
        )
        if speaking and not line.is_named and not any(a <= line.start < b for a, b in spoken_for):
            yield line, section


def _in_item_table(line: Line, tables: dict[int, ItemTable]) -> bool:
    return line.block.cell is not None and line.block.cell.table in tables


def _speaker(text: str) -> bool | None:
    """True if the line gives the word to the chief officer, False to the policing body."""
    bare = text.strip(' “"')
    if _CHIEF_SPEAKS.match(bare) or _BY_CHIEF.match(bare):
        return True
    if _BODY_SPEAKS.match(bare) or _BY_BODY.match(bare):
        return False
    return None


def _is_bare_heading(text: str) -> bool:
    return len(text.split()) <= 8 and not text.rstrip().endswith((".", "”"))


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
            label = numbers[0].strip(" .") if numbers else printed
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
