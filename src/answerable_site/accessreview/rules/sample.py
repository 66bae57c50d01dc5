"""The weekly sample: looks that the supervisor of whoever looked is asked to confirm."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import sha256

from answerable_site.accessreview.rules.episodes import grouped
from answerable_site.accessreview.rules.looks import Look


class SampleTooSmall(ValueError):
    """A sample of no looks was asked for."""


def weekly_sample(
    looks: Iterable[Look], *, size: int, seed: int, sampled_before: Collection[str] = ()
) -> list[Look]:
    """Looks drawn at random, one person after another, a case at most once while others are left.

    In each round everybody who looked gives one look, in an order drawn by the seed, until the
    sample is full: with as many looks as people or more, each of them is in it; with fewer, each
    has the same chance. Within a person’s looks each case has the same chance, however often it
    was opened, and cases that no earlier sample reached go first. The order is that of SHA-256
    over seed and look, so that anybody can draw the same sample again with any tool.

    Args:
        looks: those of the week; what only stood in a list, or was work, is not drawn.
        size: how many looks; all, where there are fewer.
        seed: say it beforehand, so that nobody can draw until a sample pleases.
        sampled_before: records that earlier samples reached.

    Raises:
        SampleTooSmall: the size is below one.
    """
    if size < 1:
        raise SampleTooSmall("Draw at least one look.")
    drawn: list[Look] = []
    reached: set[str] = set()
    people = grouped((look for look in looks if look.shows_the_record), lambda look: look.person)
    order = sorted(people, key=lambda person: _lot(seed, "person", person))
    left = {person: _by_lot(people[person], seed) for person in order}
    while len(drawn) < size and any(left.values()):
        for person in order:
            if len(drawn) == size or not left[person]:
                continue
            look = min(
                left[person],
                key=lambda one: (one.record in reached, one.record in sampled_before),
            )
            left[person].remove(look)
            reached.add(look.record)
            drawn.append(look)
    return drawn


def _by_lot(looks: Iterable[Look], seed: int) -> list[Look]:
    """One person’s looks in an order drawn by lot: first which case, then which look at it."""
    return sorted(
        looks,
        key=lambda look: (_lot(seed, look.record, look.person), _lot(seed, *look.place)),
    )


def _lot(seed: int, *what: object) -> bytes:
    return sha256("|".join(map(str, (seed, *what))).encode()).digest()
