"""Fills sentences of casework with days, counts and codes, and makes paragraphs of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

_FIRST = date(2019, 1, 1)
_DAYS = 2800
_WRITTEN = ("%d/%m/%Y", "%d %B %Y", "%d.%m.%y", "%Y-%m-%d", "%A %d %B", "%d %b %Y")
_MOST = 1000


def paragraphs(sentences: Sequence[str], count: int, chance: Random) -> Iterator[str]:
    """Paragraphs of two to five sentences each, all different."""
    seen: set[str] = set()
    while len(seen) < count:
        chosen = chance.sample(sentences, chance.randint(2, 5))
        paragraph = _joined([filled(sentence, chance) for sentence in chosen])
        if paragraph not in seen:
            seen.add(paragraph)
            yield paragraph


def _joined(sentences: list[str]) -> str:
    """Sentences in one paragraph; a note without a full stop ends its line."""
    return "".join(f"{one} " if one[-1] in ".!?" else f"{one}\n" for one in sentences).strip()


def filled(sentence: str, chance: Random) -> str:
    """A sentence with its gaps filled: days as people write them, counts, codes, times."""
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    another = day + timedelta(days=chance.randrange(90))
    return sentence.format(
        day=day.day,
        month=day.strftime("%B"),
        year=day.year,
        weekday=day.strftime("%A"),
        date=day.strftime(chance.choice(_WRITTEN)),
        date2=another.strftime(chance.choice(_WRITTEN)),
        time=f"{chance.randrange(7, 20):02}{chance.choice(':.')}{chance.randrange(60):02}",
        time2=f"{chance.randrange(7, 20):02}:{chance.randrange(60):02}",
        count=chance.randint(2, 48),
        large=chance.randint(50, _MOST),
        small=chance.randint(1, 9),
        age=chance.randint(16, 80),
        code=chance.choice(["14", "15", "16", "18", "1A"]),
    )
