"""The words of a Word paragraph as a reader sees them once all changes are accepted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from answerable.documents.readers.docx.names import FALLBACK, Element, find, switch, value, w, whole
from answerable.documents.readers.docx.styles import Look, Styles

_GONE: Final = frozenset(
    {w(name) for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText")} | {FALLBACK}
)
_BOX: Final = w("txbxContent")
_MARKS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
    w("sym"): " ",
}


@dataclass(slots=True)
class Run:
    """Words set in one way."""

    text: str
    bold: bool
    italic: bool
    size: float | None
    language: str | None


@dataclass(slots=True)
class Line:
    """The words of a paragraph, and the text boxes anchored in it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def mostly(self, trait: str) -> bool:
        """Whether most characters are `bold` or `italic`."""
        total = sum(len(run.text.strip()) for run in self.runs)
        return 2 * sum(len(run.text.strip()) for run in self.runs if getattr(run, trait)) > total

    def usual(self, trait: str) -> object:
        """The `size` or `language` of most characters."""
        counts: Counter[object] = Counter()
        for run in self.runs:
            counts[getattr(run, trait)] += len(run.text.strip())
        return counts.most_common(1)[0][0] if counts else None


def line_of(paragraph: Element, look: Look, styles: Styles) -> Line:
    """The words and text boxes of a paragraph."""
    line = Line()
    _gather(paragraph, line, look, styles)
    return line


def _gather(element: Element, line: Line, look: Look, styles: Styles) -> None:
    for child in element:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == _BOX:
            line.boxes.append(child)
        elif child.tag == w("r"):
            _gather_run(child, line, look, styles)
        else:
            _gather(child, line, look, styles)


def _gather_run(run: Element, line: Line, look: Look, styles: Styles) -> None:
    own = find(run, "rPr")
    style = styles.look(value(own, "rStyle")) if value(own, "rStyle") else Look()
    hidden = switch(own, "vanish")
    text = _text(run, line)
    if not text or (look.hidden or style.hidden if hidden is None else hidden):
        return
    bold, italic = switch(own, "b"), switch(own, "i")
    size = whole(value(own, "sz"))
    line.runs.append(
        Run(
            text,
            bold=(look.bold or style.bold) if bold is None else bold,
            italic=(look.italic or style.italic) if italic is None else italic,
            size=size / 2 if size else look.size,
            language=value(own, "lang") or style.language or look.language,
        )
    )


def _text(element: Element, line: Line) -> str:
    """The text of a run; boxes met on the way are kept for later."""
    parts = []
    for child in element:
        if child.tag == w("t"):
            parts.append(child.text or "")
        elif child.tag in _MARKS:
            parts.append(_MARKS[child.tag])
        elif child.tag == _BOX:
            line.boxes.append(child)
        elif child.tag not in _GONE and isinstance(child.tag, str):
            parts.append(_text(child, line))
    return "".join(parts)
