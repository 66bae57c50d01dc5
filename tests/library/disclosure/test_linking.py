from __future__ import annotations

from answerable.disclosure.linking import linked
from answerable.disclosure.policy import shipped_policy
from answerable.disclosure.protect import unprotected
from answerable.disclosure.table import CountTable

POLICY = shipped_policy()


def release(numbers, version):
    counts = {(f"a{at}",): number for at, number in enumerate(numbers)}
    return unprotected(CountTable(("a",), counts, {"version": version}), POLICY, "count")


class TestLinked:
    def test_knows_that_figures_grew_where_each_of_a_later_version_did(self):
        found = linked([release([20, 30], "1"), release([22, 30], "2")], POLICY)
        assert found.relations.orders

    def test_knows_nothing_of_growth_from_a_table_that_shows_nothing(self):
        hidden = release([22, 30], "2").withheld()
        found = linked([release([20, 30], "1"), hidden], POLICY)
        known = len(found.counts)
        assert [pair for pair in found.relations.orders if max(pair) < known] == []
