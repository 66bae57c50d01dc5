"""Whether a line goes on with the text of the line above it or begins something new."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import Final

from answerable.documents.readers.labels import follows_on, is_label, split_bullet
from answerable.documents.readers.pdf.lines import Line
from answerable.documents.readers.pdf.pieces import Piece, label_of

_USUAL_PITCH: Final = 1.25
_WIDEST_PITCH: Final = 1.35
_WIDE_PITCH: Final = 1.3
_LONGEST_HEADING: Final = 160
_INDENT: Final = 5.0
_SIZE_STEP: Final = 0.6
_LEADER: Final = re.compile(r"(?:[.…·_] ?){4,}\s*[\divx]*$")
_RUN_IN: Final = re.compile(r"(?:\d[a-z]?|:)[.:]?$")
_ALL: Final = 0.95
_HEADING_PITCH: Final = 1.15
_ENDS: Final = (".", "!", "?", ":", ";", "”", '."', ".'", ".’")


def pitch_of(lines: list[Line]) -> float:
    """Distance from line to line within a paragraph, as a share of the font size.

    Told from lines that plainly go on; where none does, from the closer ones of all.
    """
    pairs = [
        (line, after, (after.middle - line.middle) / max(line.size, 1))
        for line, after in pairwise(lines)
        if abs(line.size - after.size) < _SIZE_STEP
    ]
    pairs = [pair for pair in pairs if 0.8 < pair[2] < 2.8]
    sure = [
        step
        for line, after, step in pairs
        if after.text[:1].islower() and not line.text.endswith(_ENDS) and not label_of(after)
    ]
    if sure:
        return median(sure)
    steps = sorted(step for _, _, step in pairs)
    closer = steps[: max(1, len(steps) * 2 // 3)]
    return min(median(closer), _WIDEST_PITCH) if closer else _USUAL_PITCH


def starts_block(
    piece: Piece, before: Line, line: Line, pitch: float, edges: tuple[float, float]
) -> bool:
    """Whether a line begins a new block after the line before it.

    Args:
        piece: the block that the line before belongs to.
        before: that line.
        line: the line in question.
        pitch: usual distance from line to line, as a share of the font size.
        edges: left and right edge of the column.
    """
    left, right = edges
    first = piece.lines[0]
    if abs(line.size - before.size) > _SIZE_STEP:
        return True
    step = (line.middle - before.middle) / max(line.size, 1)
    wide = _HEADING_PITCH if _is_heading_like(line) and _is_heading_like(before) else _WIDE_PITCH
    if step > wide * pitch or step < 0 or _LEADER.search(before.text):
        return True
    if _is_ranged_right(before, line, left):
        return True
    if label_of(line) and (_counts_on(first, line) or not _is_mid_sentence(before, line, right)):
        return True
    if _is_run_in(before, line):
        return True
    if _weight_changes(before, line):
        return not is_label(before.text) and not before.text.endswith((",", "-"))
    if is_label(before.text):
        return False
    hanging = label_of(first) and line.left > first.left + _INDENT
    reference = first.left if len(piece.lines) == 1 else before.left
    if not hanging and line.left > reference + _INDENT and len(piece.lines) > 1:
        return True
    if label_of(first) and line.left < first.left - _INDENT:
        return True
    if len(piece.lines) > 1 and label_of(first) and line.left < before.left - _INDENT:
        return True
    return _ended_early(before, line, right)


def _is_heading_like(line: Line) -> bool:
    return line.bold and len(line.text) < _LONGEST_HEADING


def _weight_changes(before: Line, line: Line) -> bool:
    """Whether one of two lines is bold throughout and the other not at all."""
    shares = sorted((before.bold_share, line.bold_share))
    return shares[0] < 1 - _ALL and shares[1] > _ALL


def _is_run_in(before: Line, line: Line) -> bool:
    """Whether bold words with a number or colon begin a line after the end of a sentence."""
    first = line.fragments[0]
    return (
        first.bold
        and line.bold_share < 1
        and not before.fragments[-1].bold
        and before.text.endswith(_ENDS)
        and bool(_RUN_IN.search(first.text.strip()))
    )


def _is_ranged_right(before: Line, line: Line, column_left: float) -> bool:
    """Whether two lines end at the same place and begin at different ones, as in addresses."""
    return (
        abs(before.right - line.right) < 1
        and abs(before.left - line.left) > 2 * line.size
        and min(before.left, line.left) > column_left + 4 * line.size
    )


def _ended_early(before: Line, line: Line, right: float) -> bool:
    """Whether the line before stopped although the next word had room on it."""
    first_word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * len(first_word) / max(1, len(line.text))
    room = right - before.right
    if room < width + 2 * line.size:
        return False
    return before.text.endswith(_ENDS) or not line.text[:1].islower()


def _counts_on(before: Line, line: Line) -> bool:
    """Whether the number of a line is the next after that of a line before."""
    return follows_on(label_of(before) or "", label_of(line) or "")


def _is_mid_sentence(before: Line, line: Line, right: float) -> bool:
    """Whether a line that starts like a numbered one only goes on ("... in\\n3. quarter")."""
    return (
        split_bullet(line.text) is None
        and line.left <= before.left + 1
        and not before.text.endswith(_ENDS)
        and not _ended_early(before, line, right)
        and not _counts_on(before, line)
        and before.right > right - 4 * line.size
        and line.text[:1].isdigit()
        and "\t" not in line.text
    )
