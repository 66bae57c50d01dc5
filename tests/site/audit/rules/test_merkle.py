from __future__ import annotations

import hashlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.reference import slow_merkle

from answerable_site.audit.rules import merkle

# Leaves and roots that implementations of Certificate Transparency check themselves with.
KNOWN_LEAVES = [
    *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
    "606162636465666768696a6b6c6d6e6f",
]
KNOWN_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
entries = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


def leaf_hash(data: bytes) -> str:
    return hashlib.sha256(b"\x00" + data).hexdigest()


def grown(data: list[bytes]) -> merkle.Frontier:
    frontier = merkle.Frontier()
    for one in data:
        frontier.append(leaf_hash(one))
    return frontier


def proof(stretches, data: list[bytes]) -> list[str]:
    return list(merkle.roots((leaf_hash(one) for one in data), stretches))


def in_hexadecimal(path: list[bytes]) -> list[str]:
    return [one.hex() for one in path]


class TestTheRoot:
    @pytest.mark.parametrize("size", range(1, 9))
    def test_is_the_known_one(self, size):
        leaves = [bytes.fromhex(one) for one in KNOWN_LEAVES[:size]]
        assert grown(leaves).root() == KNOWN_ROOTS[size - 1]

    def test_of_nothing_is_the_hash_of_nothing(self):
        assert merkle.Frontier().root() == hashlib.sha256(b"").hexdigest()

    @given(entries)
    def test_is_that_of_the_definition(self, data):
        assert grown(data).root() == slow_merkle.tree_hash(data).hex()

    @given(entries, st.data())
    def test_does_not_depend_on_where_growing_paused(self, data, draw):
        at = draw.draw(st.integers(0, len(data)))
        before = grown(data[:at])
        after = merkle.Frontier(at, list(before.peaks))
        for one in data[at:]:
            after.append(leaf_hash(one))
        assert after.peaks == grown(data).peaks


class TestInclusion:
    @given(entries, st.data())
    def test_has_the_path_of_the_definition(self, data, draw):
        index = draw.draw(st.integers(0, len(data) - 1))
        path = proof(merkle.inclusion_stretches(index, len(data)), data)
        assert path == in_hexadecimal(slow_merkle.inclusion_path(index, data))

    @given(entries, st.data())
    def test_leads_to_the_root(self, data, draw):
        index = draw.draw(st.integers(0, len(data) - 1))
        path = in_hexadecimal(slow_merkle.inclusion_path(index, data))
        found = merkle.root_from_inclusion(leaf_hash(data[index]), index, len(data), path)
        assert found == grown(data).root()

    @given(entries, st.data())
    def test_leads_elsewhere_for_another_entry_or_place(self, data, draw):
        index = draw.draw(st.integers(0, len(data) - 1))
        other = draw.draw(st.integers(0, len(data) - 1))
        assume(data[index] != data[other])
        path = in_hexadecimal(slow_merkle.inclusion_path(index, data))
        root = grown(data).root()
        size = len(data)
        assert merkle.root_from_inclusion(leaf_hash(data[other]), index, size, path) != root
        assert merkle.root_from_inclusion(leaf_hash(data[index]), other, size, path) != root

    @pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
    def test_is_none_for_a_place_outside_the_tree(self, index, size):
        assert merkle.root_from_inclusion("00" * 32, index, size, []) is None

    def test_is_none_for_a_path_of_another_length(self):
        assert merkle.root_from_inclusion("00" * 32, 0, 3, ["00" * 32]) is None


class TestConsistency:
    @given(entries, st.data())
    def test_has_the_path_of_the_definition(self, data, draw):
        old = draw.draw(st.integers(1, len(data)))
        path = proof(merkle.consistency_stretches(old, len(data)), data)
        assert path == in_hexadecimal(slow_merkle.consistency_path(old, data))

    @given(entries, st.data())
    def test_holds_for_a_tree_that_grew(self, data, draw):
        old = draw.draw(st.integers(1, len(data)))
        path = in_hexadecimal(slow_merkle.consistency_path(old, data))
        old_root, new_root = grown(data[:old]).root(), grown(data).root()
        assert merkle.is_consistent(old, old_root, len(data), new_root, path)

    @given(entries, st.data())
    def test_fails_for_a_tree_whose_past_was_changed(self, data, draw):
        old = draw.draw(st.integers(1, len(data)))
        changed = list(data)
        changed[draw.draw(st.integers(0, old - 1))] += b"!"
        path = in_hexadecimal(slow_merkle.consistency_path(old, changed))
        old_root, new_root = grown(data[:old]).root(), grown(changed).root()
        assert not merkle.is_consistent(old, old_root, len(data), new_root, path)

    @given(entries, st.data())
    def test_fails_for_a_path_with_a_changed_step(self, data, draw):
        old = draw.draw(st.integers(1, len(data)))
        path = in_hexadecimal(slow_merkle.consistency_path(old, data))
        assume(path)
        path[draw.draw(st.integers(0, len(path) - 1))] = "00" * 32
        old_root, new_root = grown(data[:old]).root(), grown(data).root()
        assert not merkle.is_consistent(old, old_root, len(data), new_root, path)

    @pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3)])
    def test_fails_for_sizes_that_cannot_be(self, old, new):
        assert not merkle.is_consistent(old, "00" * 32, new, "00" * 32, [])


class TestRoots:
    def test_come_in_the_order_asked_for(self):
        leaves = [leaf_hash(bytes([number])) for number in range(6)]
        one, two = merkle.roots(leaves, [(4, 6), (0, 2)])
        assert one == merkle.node_hash(leaves[4], leaves[5])
        assert two == merkle.node_hash(leaves[0], leaves[1])
