"""The label that Word prints before a paragraph of a list, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from answerable.documents.readers.docx.names import Element, find, switch, value, w, whole
from answerable.documents.readers.labels import BULLET, numeral

_LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_FORMATS: Final = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_PLAIN_BULLETS: Final = ("-", "–", "—", "*")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is labelled."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()
        if root is not None:
            self._load(root)

    @classmethod
    def of(cls, part: Element) -> Numbering:
        """The numbering of a document part; an empty one where the file has none."""
        for relation in part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                from lxml import etree

                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                return cls(etree.fromstring(relation.target_part.blob, parser))
        return cls(None)

    def style_level(self, list_id: int, style: str | None) -> int | None:
        """The level of a list that a paragraph style is tied to, or None."""
        found = self._lists.get(list_id)
        if found is None or style is None:
            return None
        return next((n for n, level in found.levels.items() if level.style == style), None)

    def label(self, list_id: int, level: int) -> str | None:
        """Counts one paragraph and returns its label ("" if the list prints none).

        None means that there is no such list.
        """
        found = self._lists.get(list_id)
        if found is None or level not in found.levels:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        self._count(found, list_id, level, counts)
        form = found.levels[level]
        if form.form == "bullet":
            return form.text if form.text in _PLAIN_BULLETS else BULLET
        if form.form == "none":
            return _PLACEHOLDER.sub("", form.text).strip()
        return _PLACEHOLDER.sub(
            lambda match: self._number(found, int(match[1]) - 1, counts, legal=form.legal),
            form.text,
        ).strip()

    def _count(self, found: _List, list_id: int, level: int, counts: dict[int, int]) -> None:
        if level in found.starts and (list_id, level) not in self._started:
            counts[level] = found.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = found.levels[level].start
        self._started.add((list_id, level))
        for deeper in [number for number in counts if number > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]

    @staticmethod
    def _number(found: _List, level: int, counts: dict[int, int], *, legal: bool) -> str:
        form = found.levels.get(level, _Level())
        number = counts.setdefault(level, form.start)
        if form.form == "decimalZero":
            return f"{number:02}"
        return numeral(number, "1" if legal else _FORMATS.get(form.form, "1"))

    def _load(self, root: Element) -> None:
        abstracts = {item.get(w("abstractNumId")): item for item in root.iter(w("abstractNum"))}
        by_style = {
            link: item
            for item in abstracts.values()
            if (link := value(item, "styleLink")) is not None
        }
        for item in root.iter(w("num")):
            list_id = whole(item.get(w("numId")))
            abstract = abstracts.get(value(item, "abstractNumId"))
            if list_id is None or abstract is None:
                continue
            linked = value(abstract, "numStyleLink")
            abstract = by_style.get(linked, abstract) if linked else abstract
            self._lists[list_id] = _list(item, abstract)


def _list(item: Element, abstract: Element) -> _List:
    levels = dict(_level(element) for element in abstract.iter(w("lvl")))
    starts: dict[int, int] = {}
    for override in item.iter(w("lvlOverride")):
        number = whole(override.get(w("ilvl"))) or 0
        own = find(override, "lvl")
        if own is not None:
            levels[number] = _level(own)[1]
        start = whole(value(override, "startOverride"))
        if start is not None:
            starts[number] = start
            levels[number] = replace(levels.get(number, _Level()), start=start)
    return _List(str(abstract.get(w("abstractNumId"))), levels, starts)


def _level(element: Element) -> tuple[int, _Level]:
    start = whole(value(element, "start"))
    return min(whole(element.get(w("ilvl"))) or 0, _LEVELS), _Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=1 if start is None else start,
        restart=whole(value(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle"),
    )
