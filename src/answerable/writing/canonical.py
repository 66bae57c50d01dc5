"""A document as plain data, and the one sequence of bytes that a holder of an office signs.

The canonical form is UTF-8 JSON with sorted keys and no insignificant space; every string is in
Unicode normal form C, and the schema is named inside. Two documents have the same bytes only if
they are equal up to that normal form, on every machine and in every release of this schema.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    Runs,
    SideBySide,
    SummaryList,
    Table,
    WrittenDocument,
)

SCHEMA = "answerable.written-document/1"


class UnknownSchema(ValueError):
    """The data is not a written document in a schema that this release reads."""


def canonical_bytes(document: WrittenDocument) -> bytes:
    """The bytes that stand for the document wherever it is signed or compared."""
    return json.dumps(
        _composed(as_json(document)), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def content_hash(document: WrittenDocument) -> str:
    """The SHA-256 of the canonical bytes, in lower-case hexadecimal."""
    return hashlib.sha256(canonical_bytes(document)).hexdigest()


def as_json(document: WrittenDocument) -> dict[str, Any]:
    """The document as plain data; `from_json` is its inverse."""
    return {
        "schema": SCHEMA,
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "author_body": document.author_body,
        "date": document.date.isoformat() if document.date else None,
        "notice": document.notice,
        "blocks": [_block_as_json(block) for block in document.blocks],
    }


def from_json(data: dict[str, Any]) -> WrittenDocument:
    """The document from the plain data of `as_json`.

    Raises:
        UnknownSchema: when the data names another schema or none.
        UnwritableBlock: when the data describes a document that cannot be written.
    """
    if data.get("schema") != SCHEMA:
        raise UnknownSchema(
            f"This is not a written document of the schema {SCHEMA}, "
            f"but of {data.get('schema') or 'no schema'}."
        )
    return WrittenDocument(
        title=data["title"],
        subtitle=data["subtitle"],
        language=data["language"],
        author_body=data["author_body"],
        date=date.fromisoformat(data["date"]) if data["date"] else None,
        notice=data["notice"],
        blocks=tuple(_block_from_json(block) for block in data["blocks"]),
    )


def _composed(data: Any) -> Any:
    match data:
        case str():
            return unicodedata.normalize("NFC", data)
        case dict():
            return {key: _composed(value) for key, value in data.items()}
        case list():
            return [_composed(value) for value in data]
        case _:
            return data


def _block_as_json(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, text, language):
            return {"kind": "heading", "level": level, "text": text, "language": language}
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _runs_as_json(runs)}
        case BulletList(items):
            return {"kind": "bullet_list", "items": [_runs_as_json(item) for item in items]}
        case NumberedList(items):
            return {"kind": "numbered_list", "items": [_runs_as_json(item) for item in items]}
        case Table(caption, header, rows):
            return {
                "kind": "table",
                "caption": caption,
                "header": list(header),
                "rows": [list(row) for row in rows],
            }
        case Quotation(by, blocks):
            return {"kind": "quotation", "by": by, "blocks": [_block_as_json(b) for b in blocks]}
        case SideBySide(first, second):
            return {
                "kind": "side_by_side",
                "first": [_block_as_json(said) for said in first],
                "second": [_block_as_json(said) for said in second],
            }
        case SummaryList(pairs):
            return {
                "kind": "summary_list",
                "pairs": [{"term": term, "value": _runs_as_json(value)} for term, value in pairs],
            }


def _runs_as_json(runs: Runs) -> list[dict[str, Any]]:
    return [asdict(run) for run in runs]


def _block_from_json(data: dict[str, Any]) -> Any:
    kind = data["kind"]
    if kind not in _READERS:
        raise UnknownSchema(f"“{kind}” is not a kind of block in the schema {SCHEMA}.")
    return _READERS[kind](data)


_READERS: dict[str, Callable[[dict[str, Any]], Block]] = {
    "heading": lambda data: Heading(data["level"], data["text"], data["language"]),
    "paragraph": lambda data: Paragraph(_runs_from_json(data["runs"])),
    "bullet_list": lambda data: BulletList(_items_from_json(data["items"])),
    "numbered_list": lambda data: NumberedList(_items_from_json(data["items"])),
    "table": lambda data: Table(
        data["caption"], tuple(data["header"]), tuple(tuple(row) for row in data["rows"])
    ),
    "quotation": lambda data: Quotation(
        data["by"], tuple(_block_from_json(block) for block in data["blocks"])
    ),
    "side_by_side": lambda data: SideBySide(
        *(tuple(_block_from_json(block) for block in data[side]) for side in ("first", "second"))
    ),
    "summary_list": lambda data: SummaryList(
        tuple((pair["term"], _runs_from_json(pair["value"])) for pair in data["pairs"])
    ),
}


def _runs_from_json(data: list[dict[str, Any]]) -> Runs:
    return tuple(Run(**run) for run in data)


def _items_from_json(data: list[list[dict[str, Any]]]) -> tuple[Runs, ...]:
    return tuple(_runs_from_json(item) for item in data)
