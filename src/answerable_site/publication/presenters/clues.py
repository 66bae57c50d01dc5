"""Clues that a publisher looks at before something is public."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from answerable.leaks import clues
from answerable_site.publication.rules import Piece


@dataclass(frozen=True, slots=True)
class ShownClues:
    """Clues of one kind: why they are told, and the words with what stands around each."""

    because: str
    places: tuple[tuple[str, str, str], ...]
    """What stands before, the words, what stands after."""


def clues_in_document(document: dict[str, Any]) -> list[ShownClues]:
    """Clues of a document in the shape of `writing.canonical.as_json`."""
    return _shown(_texts(document))


def clues_to_look_at(piece: Piece) -> list[ShownClues]:
    """Clues of facts that are public as data."""
    return _shown(_texts(json.loads(piece.content)))


def _shown(texts: Iterable[str]) -> list[ShownClues]:
    by_reason: dict[str, list[tuple[str, str, str]]] = {}
    for text in texts:
        for one in clues(text):
            place = (one.before, one.words, one.after)
            if place not in by_reason.setdefault(one.because, []):
                by_reason[one.because].append(place)
    return [ShownClues(because, tuple(places)) for because, places in by_reason.items()]


def _texts(told: Any) -> Iterator[str]:
    """Every text in plain data, but no address and no date, which are shown as what they are."""
    match told:
        case str() if " " in told:
            yield told
        case dict():
            for value in told.values():
                yield from _texts(value)
        # Runs of one paragraph, which emphasis parts; blocks have a kind.
        case [{"text": str()}, *_] if "kind" not in told[0]:
            yield "".join(run["text"] for run in told)
        case list():
            for value in told:
                yield from _texts(value)
