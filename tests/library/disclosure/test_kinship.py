"""How the data behind two releases may stand to one another."""

from __future__ import annotations

from answerable.disclosure.kinship import Group, Kinship
from answerable.disclosure.naming import Names


def named(**counts):
    """The names of a release with one column; each keyword is a value of it, with its count."""
    keys = tuple(frozenset({("outcome", (value,))}) for value in counts)
    return Names(keys, tuple(counts.values()), {key: at for at, key in enumerate(keys)})


def kinship(*releases, versions=None):
    return Kinship(releases, versions or ("",) * len(releases))


def grew(found, one, other):
    return found.grew(Group([one]), Group([other]))


class TestSameData:
    def test_is_possible_where_every_figure_is_the_same(self):
        assert kinship(named(a=7, b=9), named(a=7, c=2)).may_be_same(0, 1)

    def test_is_possible_where_no_figure_is_shared(self):
        assert kinship(named(a=7), named(b=9)).may_be_same(0, 1)

    def test_is_ruled_out_by_one_figure(self):
        assert not kinship(named(a=7, b=9), named(a=7, b=8)).may_be_same(0, 1)

    def test_is_ruled_out_by_two_versions_that_are_told(self):
        assert not kinship(named(a=7), named(a=7), versions=("1", "2")).may_be_same(0, 1)

    def test_is_possible_where_one_tells_no_version(self):
        assert kinship(named(a=7), named(a=7), versions=("1", "")).may_be_same(0, 1)

    def test_is_looked_for_first_where_it_is_told(self):
        found = kinship(named(a=7), named(a=7, b=9), named(b=9), versions=("1", "", "1"))
        assert found.nearest(0) == [2, 1]

    def test_is_looked_for_then_where_most_figures_are_shared(self):
        found = kinship(named(a=7, b=9), named(a=7, c=1), named(a=7, b=9))
        assert found.nearest(0) == [2, 1]


class TestGrowth:
    def test_is_seen_where_no_figure_shrank(self):
        found = kinship(named(a=7, b=9), named(a=8, b=9))
        assert (grew(found, 0, 1), grew(found, 1, 0)) == (True, False)

    def test_is_none_where_some_grew_and_some_shrank(self):
        found = kinship(named(a=7, b=9), named(a=8, b=8))
        assert (grew(found, 0, 1), grew(found, 1, 0)) == (False, False)

    def test_is_none_where_every_figure_is_the_same(self):
        assert not grew(kinship(named(a=7), named(a=7)), 0, 1)

    def test_goes_with_the_versions_where_the_figures_allow_for_both(self):
        found = kinship(named(a=7), named(b=9), versions=("cut 9", "cut 10"))
        assert (grew(found, 0, 1), grew(found, 1, 0)) == (True, False)

    def test_is_none_where_the_figures_go_against_the_versions(self):
        found = kinship(named(a=8), named(a=7), versions=("1", "2"))
        assert (grew(found, 0, 1), grew(found, 1, 0)) == (False, False)


def test_other_data_are_those_that_contradict_one_of_a_group():
    found = kinship(named(a=7), named(b=9), named(b=8), named(c=1))
    assert found.of_other_data(Group([0, 1])) == {2}


def test_shared_figures_stand_in_the_order_of_the_first_whatever_the_process():
    found = kinship(named(c=1, a=7, b=9), named(b=9, c=1, a=7))
    assert found.shared(0, 1) == list(found.names[0].keys)
