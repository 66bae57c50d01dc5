"""Passages that are not for publication: found in a text, left out, and never lost from sight.

The law gives a body no express power to leave anything out of its own response; the exclusion for
national security and safety (section 55(2) of the Police Act 1996) is about the inspectors'
report. So each passage left out is a named person's decision with a reason, and the document says
that something is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from answerable_site.responses.rules.facts import ExclusionFacts
from answerable_site.responses.rules.words import ExcludedPart

LEFT_OUT = "[A passage is left out here.]"


def holds(text: str, passage: str) -> bool:
    """Whether the passage stands in the text, whatever its line breaks."""
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
    """Every place of the passage, overlapping ones too; words as they are, any blanks between."""
    words = passage.split()
    if not words:
        return []
    pattern = re.compile("(?=(" + r"\s+".join(re.escape(word) for word in words) + "))")
    return [match.span(1) for match in pattern.finditer(text)]


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
