"""What a later file of a source says otherwise than an earlier one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from answerable.mappings.checking.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that is in both files and not the same."""

    key: tuple[str, ...]
    row_before: int
    row_now: int
    cells: dict[str, tuple[str, str]]
    """Before and now, by the name of the column."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two files of one source, record by record: a record is what the profile calls unique.

    Rows are compared as they were sent, whether they go on or are set aside. Records whose key is
    doubtful, or that stand twice in a file, are in `not_compared`.
    """

    new: tuple[int, ...]
    """Rows of the later file."""
    gone: tuple[int, ...]
    """Rows of the earlier file."""
    changed: tuple[Changed, ...]
    unchanged: int
    not_compared: int
    """Rows of both files together."""


class OtherProfile(ValueError):
    """The two files were read with different profiles, so their records cannot be compared."""


def compare(earlier: Outcome, later: Outcome) -> Difference:
    """What is new, gone and changed in a corrected file.

    Raises:
        OtherProfile: the two were not read with the same profile in the same version.
    """
    if earlier.receipt.profile_digest != later.receipt.profile_digest:
        raise OtherProfile(
            "The two files were read with different profiles. Read both with the newer one, and "
            "compare again."
        )
    before, doubtful_before = earlier.records()
    now, doubtful_now = later.records()
    shared = before.keys() & now.keys()
    differing = {key for key in shared if before[key][1] != now[key][1]}
    return Difference(
        new=tuple(sorted(now[key][0] for key in now.keys() - shared)),
        gone=tuple(sorted(before[key][0] for key in before.keys() - shared)),
        changed=tuple(_changes(earlier, later, before, now, differing)),
        unchanged=len(shared) - len(differing),
        not_compared=doubtful_before + doubtful_now,
    )


def _changes(
    earlier: Outcome,
    later: Outcome,
    before: dict[tuple[str, ...], Any],
    now: dict[tuple[str, ...], Any],
    keys: Iterable[tuple[str, ...]],
) -> list[Changed]:
    ordered = sorted(keys, key=lambda key: now[key][0])
    old = earlier.cells_of([before[key][0] for key in ordered])
    new = later.cells_of([now[key][0] for key in ordered])
    found = []
    for key in ordered:
        was, then = old[before[key][0]], new[now[key][0]]
        cells = {name: (was[name], then[name]) for name in was if was[name] != then[name]}
        found.append(Changed(key, before[key][0], now[key][0], cells))
    return found
