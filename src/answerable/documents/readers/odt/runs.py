"""The words of an OpenDocument paragraph as a reader sees them once changes are accepted.

Deleted words of a tracked change stand apart in `text:tracked-changes`, so what stands in the
paragraph is the accepted text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from answerable.documents.readers.odt.styles import Look, Styles

_SPACES: Final = {"text:tab": "\t", "text:line-break": "\n", "text:soft-hyphen": ""}
_BOXES: Final = ("draw:text-box",)
_GONE: Final = frozenset(
    ("office:annotation", "office:annotation-end", "text:ruby-text", "text:change",
     "text:change-start", "text:change-end", "svg:title", "svg:desc", "text:hidden-paragraph")
)  # fmt: skip


@dataclass(slots=True)
class Run:
    """Words set in one way."""

    text: str
    bold: bool
    italic: bool
    language: str | None


@dataclass(slots=True)
class Line:
    """The words of a paragraph, with the text boxes and notes anchored in it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def language(self) -> str | None:
        longest = max(self.runs, key=lambda run: len(run.text), default=None)
        return longest.language if longest else None

    def mostly(self, trait: str) -> bool:
        """Whether most characters are `bold` or `italic`."""
        total = sum(len(run.text.strip()) for run in self.runs)
        return 2 * sum(len(run.text.strip()) for run in self.runs if getattr(run, trait)) > total


def line_of(paragraph: Any, look: Look, styles: Styles) -> Line:
    """The words, text boxes and notes of a paragraph."""
    line = Line()
    _gather(paragraph, look, line, styles)
    return line


def _gather(element: Any, look: Look, line: Line, styles: Styles) -> None:
    _add(element.text, look, line)
    for child in element.children:
        _gather_child(child, look, line, styles)
        _add(child.tail, look, line)


def _gather_child(child: Any, look: Look, line: Line, styles: Styles) -> None:
    tag = child.tag
    if tag == "text:s":
        _add(" " * min(int(child.get_attribute("text:c") or 1), 100), look, line)
    elif tag in _SPACES:
        line.runs.append(Run(_SPACES[tag], look.bold, look.italic, look.language))
    elif tag in _BOXES:
        line.boxes.append(child)
    elif tag == "text:note":
        line.notes += [part for part in child.children if part.tag == "text:note-body"]
    elif tag not in _GONE:
        _gather(child, _inner(child, look, styles), line, styles)


def _inner(child: Any, look: Look, styles: Styles) -> Look:
    if child.tag != "text:span":
        return look
    own = styles.look("text", child.get_attribute("text:style-name"))
    return Look(
        bold=own.bold or look.bold,
        italic=own.italic or look.italic,
        hidden=own.hidden or look.hidden,
        language=own.language or look.language,
    )


def _add(text: str | None, look: Look, line: Line) -> None:
    if text and not look.hidden:
        plain = text.replace("\n", " ")
        line.runs.append(Run(plain, look.bold, look.italic, look.language))
