"""The Merkle tree over the leaves of the record, in the shape of RFC 9162, section 2.1.

Hashes are text in hexadecimal. A proof is the list of roots of a few stretches of leaves: which
ones is decided here without reading a leaf, so that one pass over the record makes any proof.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256(b"").hexdigest()
_NODE = b"\x01"
Stretch = tuple[int, int]
"""Leaves from the first to before the second, counted from 0."""


def node_hash(left: str, right: str) -> str:
    """The hash of an inner node."""
    return hashlib.sha256(_NODE + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


class Frontier:
    """The roots of the full subtrees of a growing tree, largest first: all that appending needs."""

    def __init__(self, size: int = 0, peaks: Iterable[str] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)

    def append(self, leaf_hash: str) -> None:
        """Add a leaf; joins as many subtrees as the size ends in binary ones."""
        size = self.size
        while size & 1:
            leaf_hash = node_hash(self.peaks.pop(), leaf_hash)
            size >>= 1
        self.peaks.append(leaf_hash)
        self.size += 1

    def root(self) -> str:
        """The hash of the whole tree."""
        if not self.peaks:
            return EMPTY
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def inclusion_stretches(index: int, size: int) -> tuple[Stretch, ...]:
    """The stretches whose roots prove that a leaf is in a tree, from the leaf upwards.

    Args:
        index: the leaf, counted from 0.
        size: how many leaves the tree has, more than `index`.
    """
    low, high, path = 0, size, []
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low = middle
    return tuple(reversed(path))


def consistency_stretches(old: int, new: int) -> tuple[Stretch, ...]:
    """The stretches whose roots prove that a tree only grew.

    Args:
        old: how many leaves it had, at least 1.
        new: how many it has, at least `old`.
    """
    low, high, path = 0, new, []
    while old != high:
        middle = low + _split(high - low)
        if old <= middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low = middle
    if low:
        path.append((low, high))
    return tuple(reversed(path))


def roots(leaf_hashes: Iterable[str], stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """The roots of stretches that do not overlap, in the order asked for, in one pass."""
    found = {stretch: Frontier() for stretch in stretches}
    waiting = sorted(stretches, reverse=True)
    for position, leaf_hash in enumerate(leaf_hashes):
        while waiting and waiting[-1][1] <= position:
            waiting.pop()
        if not waiting:
            break
        if waiting[-1][0] <= position:
            found[waiting[-1]].append(leaf_hash)
    return tuple(found[stretch].root() for stretch in stretches)


def root_from_inclusion(leaf_hash: str, index: int, size: int, path: Sequence[str]) -> str | None:
    """The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2), if any."""
    if not 0 <= index < size or len(path) != len(inclusion_stretches(index, size)):
        return None
    root = leaf_hash
    for (start, _), sibling in zip(inclusion_stretches(index, size), path, strict=True):
        root = node_hash(sibling, root) if start < index else node_hash(root, sibling)
    return root


def is_consistent(old: int, old_root: str, new: int, new_root: str, path: Sequence[str]) -> bool:
    """Whether a proof shows that the tree with the new root begins with the old one.

    RFC 9162, section 2.1.4.2: the old root and the new root are both rebuilt from the path.
    """
    if not 0 < old <= new or len(path) != len(consistency_stretches(old, new)):
        return False
    if old == new:
        return old_root == new_root
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    # Where the old tree is one full subtree, its root is known and no part of the proof.
    steps = list(path) if position else [old_root, *path]
    first = second = steps[0]
    for step in steps[1:]:
        if not last:
            return False
        if position & 1 or position == last:
            first, second = node_hash(step, first), node_hash(step, second)
            while position and not position & 1:
                position, last = position >> 1, last >> 1
        else:
            second = node_hash(second, step)
        position, last = position >> 1, last >> 1
    return not last and (first, second) == (old_root, new_root)


def _split(size: int) -> int:
    """The largest power of two below a size of at least two."""
    return 1 << ((size - 1).bit_length() - 1)
