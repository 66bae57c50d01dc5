"""What differs between two texts or two documents, in runs of words.

Paragraphs are matched first, then sentences, then words, each level only inside what the level
before found replaced. `difflib` is quadratic where a token is repeated often, so each comparison
has an allowance of work: what it no longer covers counts as removed and added whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, takewhile

MOST_WORK = 150_000
"""Pairs of equal tokens that one comparison may look at, over all its levels."""

_LEVELS = (
    re.compile(r"[^\n]*\n+|[^\n]+"),
    re.compile(r".*?[.!?…][”’\"')]*\s+|.+", flags=re.DOTALL),
    re.compile(r"\s*\S+\s*|\s+"),
)
"""Paragraphs, sentences, words, each with the space that follows, so that nothing is lost."""


LEAST_ALIKE = 0.2
"""Of the different words of two passages, how many both must have to be compared word by word."""
FARTHEST = 8
"""How many lines away a changed line is looked for."""


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share one fate."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document with its role, such as "heading" or "paragraph"."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of one document or both, with what changed in it."""

    role: str
    runs: tuple[Run, ...]


def compared(before: str, after: str) -> tuple[Run, ...]:
    """What differs between two texts.

    The runs that are the same or added make up `after`, letter by letter; those that are the same
    or removed make up `before`. Neighbouring runs differ in their change.
    """
    return _joined(_compared(before, after, _Allowance()))


def paragraphs(runs: Iterable[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs cut where a line ends, for showing; lines without a word are left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(Run(run.change, first))
        lines.extend([Run(run.change, part)] for part in more)
    shown = (tuple(run for run in line if run.text) for line in lines)
    return tuple(line for line in shown if any(run.text.strip() for run in line))


def differs(runs: Iterable[Run]) -> bool:
    """Whether anything but space was removed or added."""
    return any(run.change is not Change.SAME and run.text.strip() for run in runs)


def compared_lines(before: Sequence[Line], after: Sequence[Line]) -> tuple[ComparedLine, ...]:
    """What differs between two documents, line by line, and by words within a changed line.

    Lines of equal role that say nearly the same and stand close to each other are compared;
    others are removed or added whole.
    """
    return tuple(_compared_lines(before, after, _Allowance()))


@dataclass(slots=True)
class _Allowance:
    """How much work a comparison may still do."""

    left: int = MOST_WORK

    def covers(self, work: int) -> bool:
        """Whether there is enough left, which is then spent."""
        if work > self.left:
            return False
        self.left -= work
        return True


def _compared_lines(
    before: Sequence[Line], after: Sequence[Line], allowance: _Allowance
) -> Iterator[ComparedLine]:
    for tag, start, end, from_, to in _opcodes(before, after, allowance):
        old, new = before[start:end], after[from_:to]
        if tag == "equal":
            yield from (_whole(line, Change.SAME) for line in old)
            continue
        shown = 0
        for line in old:
            at = _where_alike(line, new, shown)
            if at is None:
                yield _whole(line, Change.REMOVED)
                continue
            yield from (_whole(added, Change.ADDED) for added in new[shown:at])
            runs = _joined(_compared(line.text, new[at].text, allowance))
            yield ComparedLine(line.role, runs)
            shown = at + 1
        yield from (_whole(line, Change.ADDED) for line in new[shown:])


def _where_alike(line: Line, new: Sequence[Line], first: int) -> int | None:
    """The place of the line that this one became, among the next few that were not shown yet."""
    for at in range(first, min(first + FARTHEST, len(new))):
        if new[at].role == line.role and _alike(_words(line.text), _words(new[at].text)):
            return at
    return None


def _whole(line: Line, change: Change) -> ComparedLine:
    return ComparedLine(line.role, (Run(change, line.text),))


def _compared(before: str, after: str, allowance: _Allowance, *, level: int = 0) -> Iterator[Run]:
    if before == after:
        yield Run(Change.SAME, after)
    elif (
        level == len(_LEVELS) or not (before and after) or _has_become_another(before, after, level)
    ):
        yield Run(Change.REMOVED, before)
        yield Run(Change.ADDED, after)
    else:
        old, new = _LEVELS[level].findall(before), _LEVELS[level].findall(after)
        for _, start, end, from_, to in _opcodes(old, new, allowance):
            for one, other in _pairs(old[start:end], new[from_:to]):
                yield from _compared(one, other, allowance, level=level + 1)


def _has_become_another(before: str, after: str, level: int) -> bool:
    """Whether a comparison of words would show no more than scraps of "the" and "and"."""
    return level == len(_LEVELS) - 1 and not _alike(_words(before), _words(after))


def _alike(old: frozenset[str], new: frozenset[str]) -> bool:
    return len(old & new) >= LEAST_ALIKE * len(old | new)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """One by one where as many went as came: each was most likely changed in its place."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield "".join(old), "".join(new)


def _opcodes(
    old: Sequence[object], new: Sequence[object], allowance: _Allowance
) -> Sequence[tuple[str, int, int, int, int]]:
    """How to come from one to the other; one replacement where it would take too long.

    `autojunk` begins no match at a token that makes up more than a hundredth of a long text. It
    would overlook a repeated sentence, so it helps only where nothing else is quick enough.
    """
    for forgets_popular in (False, True):
        if allowance.covers(_work(old, new, forgets_popular=forgets_popular)):
            return SequenceMatcher(None, old, new, autojunk=forgets_popular).get_opcodes()
    return [("replace", 0, len(old), 0, len(new))]


def _work(old: Sequence[object], new: Sequence[object], *, forgets_popular: bool) -> int:
    """How many pairs of equal tokens there are: `difflib` looks at them again and again."""
    counted = Counter(new)
    most = len(new) // 100 + 1 if forgets_popular and len(new) >= 200 else len(new)
    return sum(counted[token] for token in old if counted[token] <= most)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one change as one run; between two that stay, what went before what came."""
    joined: list[Run] = []
    for stays, group in groupby(runs, key=lambda run: run.change is Change.SAME):
        members = list(group)
        removed, added = (
            "".join(run.text for run in members if run.change is not other)
            for other in (Change.ADDED, Change.REMOVED)
        )
        for run in [Run(Change.SAME, removed)] if stays else _trimmed(removed, added):
            if joined and joined[-1].change is run.change:
                joined[-1] = Run(run.change, joined[-1].text + run.text)
            elif run.text:
                joined.append(run)
    return tuple(joined)


def _trimmed(old: str, new: str) -> Iterator[Run]:
    """A replacement without the words that both begin or end with.

    The last word of a text that goes on now has a space behind it; the word is the same.
    """
    head = _words_shared(old, new)
    old, new, before = old[head:], new[head:], old[:head]
    tail = _words_shared(old[::-1], new[::-1])
    yield Run(Change.SAME, before)
    yield Run(Change.REMOVED, old[: len(old) - tail])
    yield Run(Change.ADDED, new[: len(new) - tail])
    yield Run(Change.SAME, old[len(old) - tail :])


def _words_shared(old: str, new: str) -> int:
    """How many letters both begin with, up to the end of a word in both."""
    equal = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    shared = sum(1 for _ in equal)
    while not (_ends_a_word(old, shared) and _ends_a_word(new, shared)):
        shared -= 1
    return shared


def _ends_a_word(text: str, at: int) -> bool:
    return at in {0, len(text)} or text[at - 1].isspace() or text[at].isspace()
