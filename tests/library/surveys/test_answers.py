from __future__ import annotations

import secrets
from collections import Counter
from itertools import permutations

import pytest

from answerable.surveys.answers import UnusableAnswer, taken_apart
from answerable.surveys.groups import Characteristic
from answerable.surveys.instrument import LONGEST_WORDS
from answerable.surveys.instruments import instrument
from answerable.surveys.stirring import stirred

ASKED = instrument("decision_told", 1)


class TestTakenApart:
    def test_leaves_out_what_was_not_answered(self):
        parts = taken_apart(
            ASKED,
            {"as_wished": "no", "in_time": "", "better": "  "},
            {Characteristic.AGE: "under_25", Characteristic.SEX: ""},
        )
        assert parts.choices == {("as_wished", "no")}
        assert parts.passages == frozenset()
        assert parts.groups == {(Characteristic.AGE, "under_25")}

    def test_is_empty_where_only_groups_were_told(self):
        assert taken_apart(ASKED, {}, {Characteristic.AGE: "under_25"}).is_empty
        assert not taken_apart(ASKED, {"better": "Sooner."}, {}).is_empty

    @pytest.mark.parametrize(
        ("answers", "groups"),
        [
            ({"nothing_asked": "yes"}, {}),
            ({"as_wished": "perhaps"}, {}),
            ({"better": "x" * (LONGEST_WORDS + 1)}, {}),
            ({}, {Characteristic.AGE: "36"}),
        ],
        ids=["unknown question", "unknown option", "too long", "an age"],
    )
    def test_is_refused_where_the_instrument_asks_no_such_thing(self, answers, groups):
        with pytest.raises(UnusableAnswer):
            taken_apart(ASKED, answers, groups)


class TestStirred:
    def test_gives_each_order_alike(self):
        found = Counter(tuple(stirred("abc", secrets.randbelow)) for _ in range(3000))
        assert set(found) == set(permutations("abc"))
        assert min(found.values()) > 350

    def test_loses_nothing_and_doubles_nothing(self):
        assert sorted(stirred("dbcab", secrets.randbelow)) == list("abbcd")
