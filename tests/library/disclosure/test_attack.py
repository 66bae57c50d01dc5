from __future__ import annotations

import numpy as np

from answerable.disclosure import attack
from answerable.disclosure.attack import Attack, Goals
from answerable.disclosure.relations import relations

NOBODY = np.array([], np.int64)


def goals(further, before):
    return Goals(
        places=NOBODY,
        low=np.array([]),
        high=np.array([]),
        pairs=NOBODY.reshape(0, 2),
        spread=4.0,
        few=4.0,
        further=np.array(further),
        before=before,
    )


class TestAttack:
    def test_finds_what_is_newly_told_behind_all_that_was_told_before(self, monkeypatch):
        monkeypatch.setattr(attack, "AT_MOST", 1)
        known = np.array([10.0, 11.0]), np.array([10.0, 11.0])
        open_before = np.zeros(2), np.full(2, 50.0)
        before = tuple(np.concatenate(both) for both in zip(known, open_before, strict=True))
        now = np.array([10.0, 11.0, 20.0, 22.0])
        between = relations(4, [], [], 0, [])
        attacking = Attack(between, goals([(0, 1), (2, 3)], before), None)
        assert [one.figures for one in attacking.short(now, now)] == [(2, 3)]

    def test_says_nothing_of_a_pair_that_was_told_before(self):
        now = np.array([10.0, 11.0])
        between = relations(2, [], [], 0, [])
        attacking = Attack(between, goals([(0, 1)], (now, now)), None)
        assert attacking.short(now, now) == []
