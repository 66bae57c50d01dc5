"""What must not be public, as its keeper holds it, and whether a text holds it in any spelling."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from answerable.leaks.spelling import folded, squeezed, without_tags

SHORTEST: Final = 5
"""Letters and digits of a needle: fewer are found in anything by chance."""
_FEW: Final = 200
_SHORTEST_TELEPHONE: Final = 9
_DIALLING: Final = re.compile(r"\A(?:00)?44|\A0")
_BETWEEN: Final = r"[\W_]*"


class NeedleKind(StrEnum):
    """What a needle is, which decides in which spellings it is looked for."""

    REFERENCE = "reference"
    """Letters and digits count; case and separators do not."""
    EMAIL = "email"
    NAME = "name"
    """Whole words, the family name first or last; accents and case do not count."""
    TELEPHONE = "telephone"
    """The number without its dialling code for the country."""
    TEXT = "text"


class UnusableNeedle(ValueError):
    """Too short to be told from chance."""


@dataclass(frozen=True, slots=True)
class Needle:
    """Something that must not be public.

    Raises:
        UnusableNeedle: it has fewer than `SHORTEST` letters and digits, a telephone number fewer
            than nine digits.
    """

    label: str
    """What a finding calls it: never the words themselves."""
    text: str
    kind: NeedleKind = NeedleKind.TEXT

    def __post_init__(self) -> None:
        shortest = _SHORTEST_TELEPHONE if self.kind is NeedleKind.TELEPHONE else SHORTEST
        if min(map(len, self.spellings)) < shortest:
            raise UnusableNeedle(
                f"“{self.label}” is too short to be looked for: it needs {shortest} letters or "
                "digits."
            )

    @property
    def spellings(self) -> tuple[str, ...]:
        """The needle as letters and digits, in each order in which it is written."""
        plain = folded(self.text)
        match self.kind:
            case NeedleKind.TELEPHONE:
                return (_DIALLING.sub("", re.sub(r"\D", "", plain)),)
            case NeedleKind.NAME:
                *first, last = [squeezed(word) for word in plain.split()] or [""]
                return tuple(dict.fromkeys(("".join((*first, last)), "".join((last, *first)))))
            case _:
                return (squeezed(plain),)

    def as_json(self) -> dict[str, str]:
        """Plain data; `from_json` is its inverse."""
        return {"label": self.label, "text": self.text, "kind": self.kind}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Needle:
        """A needle from the plain data of `as_json`."""
        return cls(data["label"], data["text"], NeedleKind(data["kind"]))


class Needles:
    """Many needles, looked for at once: time grows with the text and hardly with the needles."""

    def __init__(self, needles: Iterable[Needle] = ()) -> None:
        self._by_gram: dict[str, list[tuple[str, re.Pattern[str] | None, Needle]]]
        self._by_gram = defaultdict(list)
        for needle in needles:
            for spelling, whole in _written(needle):
                self._by_gram[spelling[:SHORTEST]].append((spelling, whole, needle))

    def __bool__(self) -> bool:
        return bool(self._by_gram)

    def found_in(self, text: str) -> set[Needle]:
        """The needles that a text holds: as it is, split over tags of markup, backwards or turned
        by thirteen letters."""
        if not self:
            return set()
        views = [folded(text)]
        if "<" in text:
            views += [without_tags(views[0], between=between) for between in ("", " ")]
        return {needle for view in views for needle in self._in_view(view)}

    def _in_view(self, plain: str) -> Iterator[Needle]:
        letters = squeezed(plain)
        for gram in self._grams_in(letters):
            for spelling, whole, needle in self._by_gram[gram]:
                if spelling in letters and (whole is None or whole.search(plain)):
                    yield needle

    def _grams_in(self, letters: str) -> Iterable[str]:
        """With what a needle begins that may be in the letters: few are tried one by one."""
        if len(self._by_gram) <= _FEW:
            return self._by_gram
        grams = {letters[at : at + SHORTEST] for at in range(len(letters) - SHORTEST + 1)}
        return grams & self._by_gram.keys()


def _written(needle: Needle) -> Iterator[tuple[str, re.Pattern[str] | None]]:
    """Each spelling as it may stand in a text, and what must match where whole words count."""
    for spelling in needle.spellings:
        yield spelling, _whole_words(spelling) if needle.kind is NeedleKind.NAME else None
        yield spelling[::-1], None
        if not spelling.isdigit():
            yield codecs.encode(spelling, "rot13"), None


def _whole_words(spelling: str) -> re.Pattern[str]:
    letters = _BETWEEN.join(map(re.escape, spelling))
    return re.compile(rf"(?<![^\W_]){letters}(?![^\W_])")
