"""The label that a word processor prints before a list item, counted as OpenDocument says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from answerable.documents.readers.labels import BULLET, numeral

_PLAIN_BULLETS: Final = ("-", "–", "—", "*")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is labelled."""

    bullet: str | None = None
    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1

    @property
    def label(self) -> str:
        return BULLET if self.bullet not in _PLAIN_BULLETS else str(self.bullet)


class Lists:
    """The list styles of one document and how far each list has been counted."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[str | None, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for root in roots:
            for style in root.get_elements("descendant::text:list-style"):
                self._styles[style.get_attribute("style:name")] = _levels(style)
            for style in root.get_elements("descendant::text:outline-style"):
                self._styles[OUTLINE] = _levels(style)

    def begin(self, list_key: str, *, continues: str | None) -> None:
        """Starts counting a list, from where another one stopped if it continues that."""
        if continues in self._counts:
            self._counts[list_key] = self._counts[str(continues)]
        else:
            self._counts[list_key] = {}

    def label(self, list_key: str, style: str | None, depth: int, start: int | None) -> str:
        """Counts one item and returns its label, "" where the list prints none.

        Args:
            list_key: the outermost list, as given to `begin`.
            style: the name of the list style in force.
            depth: from 1, the outermost.
            start: the number that the item itself sets, if any.
        """
        levels = self._styles.get(style, {})
        level = levels.get(depth, _Level(bullet=BULLET) if not levels else _Level())
        counts = self._counts.setdefault(list_key, {})
        number = counts.get(depth, level.start - 1) + 1 if start is None else start
        counts[depth] = number
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        if level.bullet is not None:
            return level.label
        if not level.form:
            return ""
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        numbers = [_written(levels.get(known, level), counts, known) for known in shown]
        return f"{level.before}{'.'.join(numbers)}{level.after}".strip()


OUTLINE: Final = "the outline of headings"


def _written(level: _Level, counts: dict[int, int], depth: int) -> str:
    return numeral(counts.setdefault(depth, level.start), level.form or "1")


def _levels(style: Any) -> dict[int, _Level]:
    levels = {}
    for child in style.children:
        depth = int(child.get_attribute("text:level") or 1)
        bullet = child.tag == "text:list-level-style-bullet"
        levels[depth] = _Level(
            bullet=(child.get_attribute("text:bullet-char") or BULLET) if bullet else None,
            form=child.get_attribute("style:num-format") or "",
            before=child.get_attribute("style:num-prefix") or "",
            after=child.get_attribute("style:num-suffix") or "",
            start=int(child.get_attribute("text:start-value") or 1),
            shown=int(child.get_attribute("text:display-levels") or 1),
        )
        if child.tag == "text:list-level-style-image":
            levels[depth] = _Level(bullet=BULLET)
    return levels
