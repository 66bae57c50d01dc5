"""Lines that a layout broke become one text again; words parted by a line end are whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD: Final = 40
_SPACES: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_HYPHENATED_PREFIXES: Final = frozenset(
    [
        "all",
        "anti",
        "co",
        "counter",
        "cross",
        "de",
        "evidence",
        "ex",
        "face",
        "follow",
        "full",
        "half",
        "high",
        "home",
        "in",
        "inter",
        "intra",
        "late",
        "lead",
        "long",
        "low",
        "mid",
        "multi",
        "near",
        "non",
        "one",
        "out",
        "over",
        "part",
        "police",
        "post",
        "pre",
        "problem",
        "re",
        "risk",
        "self",
        "semi",
        "short",
        "single",
        "so",
        "sub",
        "third",
        "to",
        "trauma",
        "two",
        "under",
        "up",
        "victim",
        "well",
        "whole",
        "year",
    ]
)


class Vocabulary:
    """The words of a document, which show whether a word is written with a hyphen."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._words: set[str] = set()
        for text in texts:
            self._words.update(word.lower() for word in _WORD.findall(text))

    def joined(self, first: str, second: str) -> str:
        """Two parts of a word that was broken at a hyphen, with the hyphen if it belongs."""
        whole, hyphenated = f"{first}{second}".lower(), f"{first}-{second}".lower()
        if hyphenated in self._words or not second[:1].islower():
            return f"{first}-{second}"
        if whole in self._words:
            return f"{first}{second}"
        last_part = first.lower().rsplit("-", 1)[-1]
        compound = "-" in first or last_part in _HYPHENATED_PREFIXES
        return f"{first}-{second}" if compound else f"{first}{second}"


def join_lines(lines: Iterable[str], vocabulary: Vocabulary) -> str:
    """The lines as one text, parted by single spaces."""
    joined = ""
    for line in lines:
        text = tidy(line)
        if not text:
            continue
        if joined.endswith(SOFT_HYPHEN):
            joined = joined[:-1] + text
            continue
        broken, first_word = (
            _BROKEN.search(joined, max(0, len(joined) - _LONGEST_WORD)),
            _FIRST_WORD.match(text),
        )
        if broken and first_word:
            word = vocabulary.joined(broken[1], first_word[0])
            joined = joined[: broken.start()] + word + text[first_word.end() :]
        else:
            joined = f"{joined} {text}" if joined else text
    return joined.replace(SOFT_HYPHEN, "")


SOFT_HYPHEN: Final = "\u00ad"


def tidy(text: str) -> str:
    """The text with single spaces, without invisible marks, its non-breaking hyphens plain."""
    plain = text.replace("\u2010", "-").replace("\u2011", "-").replace("\ufeff", "")
    plain = plain.replace("\u200b", "").replace("\u2060", "").replace("\u2028", " ")
    return _SPACES.sub(" ", plain.replace("\n", " ")).strip()
