"""What differs between two published versions of a response, part by part, for the public."""

from __future__ import annotations

from typing import Any

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import as_json
from answerable_site.publication.rules import Change

_OF_EACH_VERSION = frozenset({"About this version", "Signature"})
"""Parts that differ always and say nothing of the content."""


def changes(before: WrittenDocument, after: WrittenDocument) -> tuple[Change, ...]:
    """The parts that were added, changed or removed, in the order of the later document.

    A part is a heading with what stands beneath it up to the next heading; its name is the
    heading under the headings above it. What only moved is no change.
    """
    old, new = _parts(before), _parts(after)
    found = [
        Change(name, "Added" if name not in old else "Changed")
        for name, blocks in new.items()
        if old.get(name) != blocks
    ]
    return (*found, *(Change(name, "Removed") for name in old if name not in new))


def _parts(document: WrittenDocument) -> dict[str, list[Any]]:
    parts: dict[str, list[Any]] = {}
    above: list[str] = []
    name = document.title
    for block in as_json(document)["blocks"]:
        if block["kind"] == "heading":
            above = [*above[: block["level"] - 1], block["text"]]
            name = _free(" – ".join(above), parts)
        if above[:1] and above[0] in _OF_EACH_VERSION:
            continue
        parts.setdefault(name, []).append(block)
    return parts


def _free(name: str, taken: dict[str, list[Any]]) -> str:
    """The name, numbered where the document has several parts of it."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    return found
