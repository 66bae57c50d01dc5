"""Making proofs about the record, in one pass over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from answerable_site.audit import rules
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.queries.head_files import last_head, read_heads
from answerable_site.audit.queries.verification import CHUNK, as_of_one_moment
from answerable_site.audit.rules import Head


class CannotProve(Exception):
    """What was asked for cannot be proved; the sentence says why."""


def prove_entry(sequence: int, file: Path) -> dict[str, Any]:
    """That an entry is in the record over which the last head of a file was signed.

    The proof holds who, when and what, and only the digest of details and reason.

    Raises:
        CannotProve: no head covers the entry, or the record is not what the head says.
        CannotReadHeads: the last line of the file is no head.
    """
    head = last_head(file)
    if head is None or not 1 <= sequence <= head.size:
        covered = f"The last one covers {head.size} entries" if head else "There is none"
        raise CannotProve(
            f"No signed head covers entry {sequence}. {covered}; sign one with “answerable audit "
            "head”."
        )
    entry = AuditEntry.objects.filter(sequence=sequence).first()
    if entry is None:
        raise CannotProve(f"Entry {sequence} is missing. Run “answerable audit verify”.")
    path = _roots(rules.inclusion_stretches(sequence - 1, head.size), head)
    return _checked(rules.inclusion_proof(entry.leaf(), head, path))


def prove_growth(number: int, file: Path) -> dict[str, Any]:
    """That the record of a head is the beginning of that of the last head of a file.

    Raises:
        CannotProve: there is no such head, it covers nothing, or the record is not what it says.
        CannotReadHeads: the file cannot be read.
    """
    heads = read_heads(file).heads
    old = next((head for head in heads if head.number == number), None)
    if old is None or old.size == 0:
        raise CannotProve(f"There is no head {number} over any entries in {file}.")
    path = _roots(rules.consistency_stretches(old.size, heads[-1].size), heads[-1])
    return _checked(rules.growth_proof(old, heads[-1], path))


def _roots(stretches: Sequence[rules.Stretch], head: Head) -> tuple[str, ...]:
    with as_of_one_moment():
        return rules.roots(_leaf_hashes(head.size), stretches)


def _leaf_hashes(size: int) -> Iterator[str]:
    entries = AuditEntry.objects.filter(sequence__lte=size).order_by("sequence")
    for entry in entries.defer("content", "salt").iterator(chunk_size=CHUNK):
        yield entry.leaf().hash()


def _checked(proof: dict[str, Any]) -> dict[str, Any]:
    """The proof, once it is known to hold: a changed record proves nothing."""
    try:
        rules.check_proof(rules.canonical(proof))
    except rules.NotProved as problem:
        raise CannotProve(f"{problem} Run “answerable audit verify”.") from None
    return proof
