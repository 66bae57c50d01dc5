"""What is handed out about a case, as a document for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from answerable.writing.blocks import Heading, Paragraph, WrittenDocument, plain


def handed_out_document(told: str, *, author: str, on: date) -> WrittenDocument:
    """The released file as a document with the same words.

    Args:
        told: the JSON file.
        author: the force.
        on: the civil date as of which things were held.
    """
    data = json.loads(told)
    return WrittenDocument(
        title=f"What is held about case {data['case']}",
        language="en-GB",
        author_body=author,
        date=on,
        blocks=tuple(_blocks(data)),
    )


def _blocks(data: dict[str, Any]) -> Iterator[Heading | Paragraph]:
    yield Paragraph(plain(f"For {data['for']}. As held at {data['as_held_at']}."))
    yield Paragraph(plain(f"Records: {data['records']}."))
    for section in data["sections"]:
        yield Heading(1, section["title"])
        records = section["records"]
        if not records:
            yield Paragraph(plain("Nothing is held."))
        for number, record in enumerate(records, start=1):
            yield Heading(2, f"{section['title']}, record {number}")
            for name, value in record.items():
                yield Paragraph(plain(f"{name}: {value or 'not stated'}"))
    yield Heading(1, "What was withheld")
    for sentence in data["withheld"] or ["Nothing."]:
        yield Paragraph(plain(sentence))
