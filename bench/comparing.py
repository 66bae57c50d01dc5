"""Two texts of 64 KiB are compared in under two seconds of CPU.

Texts as people write and change them, and texts made to be slow: repeated words, lines without
words, words that all occur equally often. One comparison at a time.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator

from answerable_site.responses.rules.comparing import Change, compared
from bench.proof import Proof

SIZE = 64 * 1024
SECONDS_GOAL = 2.0
CLAIM = "Two texts of 64 KiB are compared in under two seconds of CPU, and nothing of them is lost"
GOAL = f"each pair under {SECONDS_GOAL:.0f} s of CPU; both texts can be put together again"
WORDS = [f"w{number}" for number in range(4000)]
AS_IN_ENGLISH = [1 / (number + 1) for number in range(4000)]


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Compare every pair and take the time."""
    seconds, broken = {}, []
    for name, before, after in _pairs(random.Random(1996)):
        began = time.process_time()
        runs = compared(before, after)
        seconds[name] = round(time.process_time() - began, 2)
        old = "".join(run.text for run in runs if run.change is not Change.ADDED)
        new = "".join(run.text for run in runs if run.change is not Change.REMOVED)
        if (old, new) != (before, after):
            broken.append(name)
    return Proof(
        claim=CLAIM,
        figures={
            **{f"seconds, {name}": figure for name, figure in seconds.items()},
            "slowest, seconds": max(seconds.values()),
            "pairs that lost something": broken,
        },
        goal=GOAL,
        holds=max(seconds.values()) < SECONDS_GOAL and not broken,
    )


def _pairs(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    written = _written(chance, paragraph=5)
    yield "a word in twenty changed", written, _changed(chance, written, share=0.05)
    yield "every second word changed", written, _changed(chance, written, share=0.5)
    one_paragraph = _written(chance, paragraph=10**6)
    yield (
        "one paragraph, a word in five changed",
        one_paragraph,
        _changed(chance, one_paragraph, 0.2),
    )
    yield "two texts of their own", written, _written(chance, paragraph=5)
    yield "two words again and again", _filled("a b "), _filled("b a ")
    yield "lines with one letter", _filled("a\n\n"), _filled("b\n\n")
    yield "full stops", _filled(". "), _filled("! ")
    slow_paragraphs = [" ".join(WORDS[place % 40] for place in range(900)) for _ in range(15)]
    yield (
        "many slow paragraphs",
        "\n\n".join(f"one{place} {words}" for place, words in enumerate(slow_paragraphs)),
        "\n\n".join(f"two{place} {words} w1" for place, words in enumerate(slow_paragraphs)),
    )
    yield "no space at all", _filled("a"), _filled("b")
    often = WORDS[:1000]
    count = SIZE // 6
    yield "a thousand words by chance", *(" ".join(chance.choices(often, k=count)) for _ in "ab")
    yield (
        "a thousand words, one left out now and then",
        " ".join(often[(place + place // 50) % 1000] for place in range(count)),
        " ".join(often[place % 1000] for place in range(count)),
    )
    yield (
        "a thousand words in another step",
        " ".join(often[place % 1000] for place in range(count)),
        " ".join(often[place * 7 % 1000] for place in range(count)),
    )


def _written(chance: random.Random, *, paragraph: int) -> str:
    sentences: list[str] = []
    while sum(map(len, sentences)) + len(sentences) < SIZE:
        words = chance.choices(WORDS, AS_IN_ENGLISH, k=chance.randint(8, 25))
        sentences.append(f"{' '.join(words).capitalize()}.")
    starts = range(0, len(sentences), paragraph)
    return "\n\n".join(" ".join(sentences[start : start + paragraph]) for start in starts)


def _changed(chance: random.Random, text: str, share: float) -> str:
    return re.sub(
        r"\w+", lambda word: word[0] if chance.random() > share else chance.choice(WORDS), text
    )


def _filled(words: str) -> str:
    return words * (SIZE // len(words))
