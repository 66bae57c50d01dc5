"""The reference documents and the labels that were written for them by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOCUMENTS = (
    Path(__file__).resolve().parents[2] / "tests" / "reference" / "inspections" / "documents"
)


@dataclass(frozen=True)
class LabelledItem:
    """What a reader who knows the conventions takes down for one item."""

    number: str | None
    kind: str
    text: str
    other_wordings: tuple[str, ...]
    """Other full wordings of the same item in the document: a summary, an annex, a language."""
    sub_points: tuple[str, ...]
    addressees: tuple[str, ...]
    deadline: str | None
    deadline_worded: str | None
    pages: tuple[int, ...]
    """Every page on which it is printed."""
    parent: int | None

    @property
    def name(self) -> str:
        """A short way to point at the item in a message."""
        number = f" {self.number}" if self.number else ""
        return f"{self.kind}{number} “{self.text[:60]}”"


@dataclass(frozen=True, eq=False)
class LabelledDocument:
    """A reference document with the facts and items that its reading should give."""

    path: Path
    layout: str
    split: str
    """`development` may be looked at while rules are written; `held_out` may not."""
    unscored: tuple[str, ...]
    """Facts that the document leaves open to argument, so that no answer counts as wrong."""
    facts: dict[str, Any]
    items: tuple[LabelledItem, ...]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def form(self) -> str:
        """The file's format: pdf, docx, odt, html, txt or eml."""
        return self.path.suffix.removeprefix(".")


FACTS = ("title", "published", "inspection_type", "inspectorates", "document_kind")


def labelled_documents(folder: Path = DOCUMENTS) -> tuple[LabelledDocument, ...]:
    """All reference documents of a folder in order of name."""
    return tuple(_document(path) for path in sorted(folder.glob("*.json")))


def _document(path: Path) -> LabelledDocument:
    data = json.loads(path.read_text(encoding="utf-8"))
    return LabelledDocument(
        path=path.with_name(data["document"]),
        layout=data["layout"],
        split=data["split"],
        unscored=tuple(data["unscored"]),
        facts={fact: data[fact] for fact in FACTS} | {"response": data["response"]},
        items=tuple(
            LabelledItem(
                **{
                    **item,
                    "other_wordings": tuple(item["other_wordings"]),
                    "sub_points": tuple(item["sub_points"]),
                    "addressees": tuple(item["addressees"]),
                    "pages": tuple(item["pages"]),
                }
            )
            for item in data["items"]
        ),
    )
