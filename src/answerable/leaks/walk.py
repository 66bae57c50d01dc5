"""Goes through a file and everything in it, and tells what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.needles import Needle, Needles
from answerable.leaks.part import Bounds, Locked, Part, TooMuch
from answerable.leaks.spelling import hidden_characters
from answerable.leaks.texts import texts_in
from answerable.leaks.unpacking import is_container, pieces_of
from answerable.leaks.unpacking.encodings import decoded

SCANNER_VERSION: Final = "1"
"""Goes up whenever the scanner finds more, so that what is public is looked through again."""


def look_through(
    name: str,
    data: bytes,
    needles: Iterable[Needle] = (),
    *,
    bounds: Bounds = Bounds(),  # noqa: B008
) -> list[Finding]:
    """What in a file must not be public: needles, and structure that has no place there.

    Archives, office documents, PDF files, pictures and encodings are unpacked as deep as `bounds`
    go. What cannot be looked through is a finding too. Bytes that occur twice are told of where
    they were met first.

    For files that this product wrote. One from outside is looked through in a limited child:
    `answerable.leaks.scan`.

    Args:
        name: what findings call the file.
        data: its bytes.
        needles: what must not be found.
        bounds: how far to go.

    Returns:
        the findings, each once, in the order of their way.
    """
    found = _Walk(Needles(needles), bounds).through(Part((name,), data))
    return sorted(set(found), key=lambda one: (one.path, one.kind, one.label))


class _Walk:
    """One file, piece by piece; nothing is gone through twice."""

    def __init__(self, needles: Needles, bounds: Bounds) -> None:
        self._needles = needles
        self._bounds = replace(bounds, words=bounds.words and bool(needles))
        self._left = bounds.unpacked
        self._seen: set[bytes] = set()

    def through(self, whole: Part) -> Iterator[Finding]:
        waiting = [whole]
        while waiting:
            part = waiting.pop()
            digest = hashlib.sha256(part.data).digest()
            if digest in self._seen:
                continue
            self._seen.add(digest)
            self._left -= len(part.data)
            too_many = len(self._seen) > self._bounds.pieces
            if self._left < 0 or too_many or len(part.path) > self._bounds.depth:
                yield part.tells(FindingKind.OPAQUE, label="it holds more than a scan goes through")
                continue
            yield from self._searched(part)
            if not part.goes_on:
                continue
            for told in self._unpacked(part):
                if isinstance(told, Part):
                    waiting.append(told)
                else:
                    yield told

    def _searched(self, part: Part) -> Iterator[Finding]:
        for text in texts_in(part.data):
            for needle in self._needles.found_in(text):
                yield part.tells(FindingKind.HELD, label=needle.label)

    def _unpacked(self, part: Part) -> Iterator[Part | Finding]:
        try:
            yield from pieces_of(part, self._bounds)
        except TooMuch as problem:
            yield part.tells(FindingKind.OPAQUE, label=str(problem))
        except Locked as problem:
            yield part.tells(FindingKind.OPAQUE, label=str(problem))
        except Exception:  # noqa: BLE001 -- parsers raise anything on a bad file
            yield part.tells(FindingKind.OPAQUE, label="it is damaged")
        if is_container(part.data):
            return
        for one in decoded(part.data):
            yield part.inside(one.name, one.data, goes_on=one.goes_on)
        for data in hidden_characters(part.data.decode(errors="ignore")):
            yield part.tells(FindingKind.HIDDEN_CHARACTERS)
            yield part.inside("hidden characters", data)
