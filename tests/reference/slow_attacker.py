"""An attacker who tries every table: a second implementation of the audit, for small tables.

It shares nothing with the first. It goes through all whole numbers inside a table that fit what is
shown, and notes which values each cell had. No linear programmes, no relations: only sums.
"""

from __future__ import annotations

import numpy as np

MOST = 60_000
"""Tables that are tried; more take too long."""


class TooMany(ValueError):
    """There are more tables than can be tried."""


def possible_values(shown, *, rounding, threshold, beyond):
    """For each cell, totals among them, every value that it has in some table that fits.

    Args:
        shown: a number or a symbol by labels, with "*" for all; every combination of labels.
        beyond: no cell inside the table is taken to be larger than this, unless it is shown.
    """
    inside = [labels for labels in shown if "*" not in labels]
    ranges = [_range(shown[labels], rounding, threshold, beyond) for labels in inside]
    size = int(np.prod([len(one) for one in ranges], dtype=float))
    if size > MOST:
        raise TooMany(str(size))
    tables = np.stack([one.ravel() for one in np.meshgrid(*ranges, indexing="ij")], axis=1)
    values = {}
    fits = np.ones(len(tables), bool)
    for labels, said in shown.items():
        within = [at for at, one in enumerate(inside) if _counts_in(one, labels)]
        values[labels] = tables[:, within].sum(axis=1)
        if not isinstance(said, str):
            allowed = _range(said, rounding, threshold, beyond)
            fits &= (values[labels] >= allowed.start) & (values[labels] < allowed.stop)
    return {labels: set(np.unique(found[fits]).tolist()) for labels, found in values.items()}


def _range(said, rounding, threshold, beyond):
    if isinstance(said, str):
        return range(beyond + 1)
    if said == 0:
        return range(1)
    least = said - rounding // 2
    return range(max(threshold, least), least + rounding)


def _counts_in(inner, labels):
    return all(wanted in {"*", one} for one, wanted in zip(inner, labels, strict=True))
