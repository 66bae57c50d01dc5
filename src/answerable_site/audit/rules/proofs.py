"""Proofs that somebody without the record can check: one entry is in it, or it only grew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from answerable_site.audit.rules.entries import CannotBeKept, Leaf, canonical
from answerable_site.audit.rules.heads import Head, NotAHead, read_head
from answerable_site.audit.rules.merkle import is_consistent, root_from_inclusion

INCLUSION, GROWTH = "inclusion", "growth"


class NotProved(ValueError):
    """A proof does not show what it should; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What a proof shows."""

    sentence: str
    head: Head
    """The head against which it shows it; what it is worth depends on whose key signed that."""


def inclusion_proof(leaf: Leaf, head: Head, path: Sequence[str]) -> dict[str, Any]:
    """That an entry is in the record over which a head was signed, as plain data."""
    return {
        "proof": INCLUSION,
        "entry": asdict(leaf),
        "head": head.plain(),
        "path": list(path),
    }


def growth_proof(old: Head, head: Head, path: Sequence[str]) -> dict[str, Any]:
    """That the record of an older head is the beginning of that of a newer one, as plain data."""
    return {"proof": GROWTH, "old": old.plain(), "head": head.plain(), "path": list(path)}


def check_proof(text: str) -> Proved:
    """What a proof shows.

    Args:
        text: what `inclusion_proof` or `growth_proof` gave, as JSON.

    Raises:
        NotProved: it is no proof, or does not hold.
    """
    try:
        proof = json.loads(text)
        head = read_head(canonical(proof["head"]))
        match proof["proof"]:
            case "inclusion":
                return _included(Leaf(**proof["entry"]), head, proof["path"])
            case "growth":
                return _grown(read_head(canonical(proof["old"])), head, proof["path"])
    except NotAHead as problem:
        raise NotProved(f"A head in this file {problem}.") from None
    except (KeyError, TypeError, ValueError, CannotBeKept) as problem:
        if isinstance(problem, NotProved):
            raise
        raise NotProved("This file holds no proof.") from None
    raise NotProved("This file holds no proof of a kind that is known here.")


def _included(leaf: Leaf, head: Head, path: list[str]) -> Proved:
    if root_from_inclusion(leaf.hash(), leaf.sequence - 1, head.size, path) != head.root:
        raise NotProved(
            f"Entry {leaf.sequence} as it stands here is not in the record over which head "
            f"{head.number} was signed."
        )
    return Proved(
        f"Entry {leaf.sequence} ({leaf.act}, {leaf.at}) is in the record over which head "
        f"{head.number} was signed on {head.at}.",
        head,
    )


def _grown(old: Head, head: Head, path: list[str]) -> Proved:
    if not is_consistent(old.size, old.root, head.size, head.root, path):
        raise NotProved(
            f"The record of head {old.number} is not the beginning of that of head {head.number}."
        )
    return Proved(
        f"The {old.size} entries over which head {old.number} was signed are the first of the "
        f"{head.size} over which head {head.number} was signed.",
        head,
    )
