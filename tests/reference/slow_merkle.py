"""The Merkle tree of RFC 9162, section 2.1, as its text defines it: lists of bytes, cut and hashed.

Written apart from the product’s, which never holds the leaves: nothing is shared but the standard.
"""

from __future__ import annotations

import hashlib


def tree_hash(entries: list[bytes]) -> bytes:
    """MTH(D_n), section 2.1.1."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    k = largest_power_of_two_below(len(entries))
    return hashlib.sha256(b"\x01" + tree_hash(entries[:k]) + tree_hash(entries[k:])).digest()


def inclusion_path(m: int, entries: list[bytes]) -> list[bytes]:
    """PATH(m, D_n), section 2.1.3.1."""
    if len(entries) == 1:
        return []
    k = largest_power_of_two_below(len(entries))
    if m < k:
        return [*inclusion_path(m, entries[:k]), tree_hash(entries[k:])]
    return [*inclusion_path(m - k, entries[k:]), tree_hash(entries[:k])]


def consistency_path(m: int, entries: list[bytes]) -> list[bytes]:
    """PROOF(m, D_n), section 2.1.4.1."""
    return sub_proof(m, entries, is_whole=True)


def sub_proof(m: int, entries: list[bytes], *, is_whole: bool) -> list[bytes]:
    """SUBPROOF(m, D_n, b), section 2.1.4.1."""
    if m == len(entries):
        return [] if is_whole else [tree_hash(entries)]
    k = largest_power_of_two_below(len(entries))
    if m <= k:
        return [*sub_proof(m, entries[:k], is_whole=is_whole), tree_hash(entries[k:])]
    return [*sub_proof(m - k, entries[k:], is_whole=False), tree_hash(entries[:k])]


def largest_power_of_two_below(n: int) -> int:
    """k with k < n <= 2k."""
    k = 1
    while 2 * k < n:
        k *= 2
    return k
