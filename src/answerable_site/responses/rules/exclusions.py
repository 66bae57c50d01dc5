"""Passages that are not for publication: found in a text, left out, and never lost from sight.

The law gives a body no express power to leave anything out of its own response; the exclusion for
national security and safety (section 55(2) of the Police Act 1996) is about the inspectors'
report. So each passage left out is a named person's decision with a reason, and the document says
that something is missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from answerable_site.responses.rules.facts import ExclusionFacts
from answerable_site.responses.rules.words import ExcludedPart

LEFT_OUT = "[A passage is left out here.]"
_INVISIBLE = frozenset({"Cc", "Cf"})
"""Categories of characters without a shape: controls, soft hyphens, joiners, marks of direction."""


def holds(text: str, passage: str) -> bool:
    """Whether the passage stands in the text, whatever its line breaks and invisible characters."""
    return bool(_spans(text, passage))


def without_excluded(
    text: str,
    exclusions: Iterable[ExclusionFacts],
    part: ExcludedPart,
    finding_id: int | None = None,
) -> str:
    """The text of one part with a mark in place of what is excluded from it.

    Passages that overlap or touch are left out together, so that nothing of either remains.
    """
    spans = sorted(
        span
        for excluded in exclusions
        if excluded.part is part and excluded.finding_id == finding_id
        for span in _spans(text, excluded.passage)
    )
    kept, position = [], 0
    for start, end in _joined(spans):
        kept += [text[position:start], LEFT_OUT]
        position = end
    return "".join([*kept, text[position:]])


def _spans(text: str, passage: str) -> list[tuple[int, int]]:
    """Every place of the passage, overlapping ones too; words as readers see them, any blanks
    between."""
    words = "".join(_seen(passage)[0]).split()
    if not words:
        return []
    pattern = re.compile("(?=(" + r"\s+".join(re.escape(word) for word in words) + "))")
    characters, places = _seen(text)
    found = (match.span(1) for match in pattern.finditer("".join(characters)))
    return [(places[start][0], places[end - 1][1]) for start, end in found]


def _seen(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The characters that readers see, accents composed, each with its place in the text.

    What was pasted from a PDF holds soft hyphens and the like inside words: two words that look the
    same are the same here, or one of them would be published.
    """
    clusters: list[tuple[str, int, int]] = []
    for position, character in enumerate(text):
        if unicodedata.category(character) in _INVISIBLE and not character.isspace():
            continue
        if clusters and unicodedata.combining(character):
            letter, start, _ = clusters.pop()
            clusters.append((letter + character, start, position + 1))
        else:
            clusters.append((character, position, position + 1))
    characters, places = [], []
    for cluster, start, end in clusters:
        for character in unicodedata.normalize("NFC", cluster):
            characters.append(character)
            places.append((start, end))
    return characters, places


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
