"""What is held already of the cases of a file, and which loads there were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from answerable_site.casework.models import CaseReference
from answerable_site.casework.rules import ReferenceKind

_AT_ONCE: Final = 500


def known_references(
    force_id: int, kind: ReferenceKind, hashes: Sequence[str]
) -> dict[str, set[int]]:
    """The cases of a force that bear references of a kind, by keyed hash; only those that any does.

    Args:
        hashes: as `casework.sealing.keyed_hash` gives them.
    """
    found: dict[str, set[int]] = {}
    for start in range(0, len(hashes), _AT_ONCE):
        named = CaseReference.objects.filter(
            kind=kind, owner=force_id, keyed_hash__in=hashes[start : start + _AT_ONCE]
        )
        for keyed_hash, case in named.values_list("keyed_hash", "case_id"):
            found.setdefault(keyed_hash, set()).add(case)
    return found
