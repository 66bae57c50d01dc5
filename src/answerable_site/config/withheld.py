"""Which words are references of cases: asked by their keyed hashes, so that the press learns no
reference and opens no case."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, Final

from django.conf import settings

from answerable_site.audit.operations import Actor
from answerable_site.casework import queries, wall
from answerable_site.people.rules import Viewer

_AT_ONCE: Final = 500


def held_references(candidates: Iterable[str], *, by: Actor) -> bool:
    """Whether one of several words is the reference of a case, whoever’s it is.

    Without keys for references there are none.

    Args:
        candidates: in the spelling of `casework.rules.canonical_reference`.
        by: whoever asks; for the rest, they reach what they reached before.
    """
    if not settings.CASE_HASH_KEY:
        return False
    left = iter(sorted(candidates))
    with _lifted(by):
        while some := list(islice(left, _AT_ONCE)):
            if queries.is_reference_among(some):
                return True
    return False


def _lifted(by: Actor) -> AbstractContextManager[Any]:
    return wall.lifted_for(by) if isinstance(by, Viewer) else wall.as_product()
