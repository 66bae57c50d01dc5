"""Which edition of the rules a date was counted under, so that a stored date can say so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256

from answerable.statute.bases import BASES
from answerable.statute.model import LegalBasis

_LENGTH = 12


def clock_version(basis: LegalBasis) -> str:
    """The version of a basis’s clock: twelve characters that change when, and only when, it does.

    Made from the code, the citation and everything that the periods say; not from the wording
    that explains them. The same data give the same version on every machine and in every release,
    so two equal versions mean that nothing needs to be counted again.
    """
    return _digest(
        (basis.code, basis.citation, *(asdict(period) for period in basis.periods)),
    )


def _digest(data: Iterable[object]) -> str:
    written = json.dumps(list(data), sort_keys=True, ensure_ascii=False, default=str)
    return sha256(written.encode("utf-8")).hexdigest()[:_LENGTH]


RULES_VERSION = _digest(sorted(clock_version(basis) for basis in BASES.values()))
"""The version of all bases together: it changes when any clock does, or a basis comes or goes."""
