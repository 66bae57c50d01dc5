from __future__ import annotations

import hashlib
import re

import pytest

from answerable.synthetic.cases.forces import Forces, invented

REAL = frozenset(
    (
        *(
            "04699512436f",
            "205556f14222",
            "213ef6db30ed",
            "2ec0d83f3b37",
            "2f24ebbb8f0d",
        ),
        *(
            "333fd8874248",
            "35bbd1b03f41",
            "3ba304fa92d6",
            "3f703a8dd95c",
            "4875a1f42f44",
        ),
        *(
            "493f17c232e4",
            "5037964a1c35",
            "52fdaf64a848",
            "59a35d9ca497",
            "6089854c94ca",
        ),
        *(
            "627fd3d05a49",
            "62ffa705acf6",
            "65d9f922f45b",
            "66af5d9c9ea5",
            "67b71bbc0f02",
        ),
        *(
            "6baade0e6ad4",
            "71be3b9635b8",
            "742639f0f344",
            "76ecabcd91da",
            "7a2aa464956a",
        ),
        *(
            "7b6424efb393",
            "7e11478e620e",
            "8002baa0ea6c",
            "89ca6ac23811",
            "90a62e91edf2",
        ),
        *(
            "9b42a36662f2",
            "a31291c49b0c",
            "afce1d488f2b",
            "bcd473258faa",
            "be3e7d69f592",
        ),
        *(
            "cbda153692cc",
            "cc1465712660",
            "df10d5042155",
            "dffc504aa553",
            "e6cffac9b45b",
        ),
        *(
            "ec91ef5b87e3",
            "eead06ac4c9f",
            "f59a9f36d8eb",
            "f7854b4e8f60",
            "fcca82d8bdb4",
        ),
    )
)
"""Digests of the words of the names of the 43 forces of England and Wales, so that no name
stands here."""


def digest(word):
    return hashlib.sha256(word.lower().encode()).hexdigest()[:12]


class TestInvented:
    def test_small_is_one_force(self):
        assert len(invented(Forces.SMALL)) == 1

    def test_all_are_as_many_as_there_are_in_england_and_wales(self):
        assert len(invented(Forces.ALL)) == 43

    def test_the_small_one_is_the_first_of_all(self):
        (small,) = invented(Forces.SMALL)
        first = invented(Forces.ALL)[0]
        assert (small.name, small.code) == (first.name, first.code)

    @pytest.mark.parametrize("force", invented(Forces.ALL), ids=lambda force: force.code)
    def test_none_has_a_word_of_the_name_of_a_real_force(self, force):
        words = re.findall(r"\w+", force.name.removesuffix(" Police"))
        assert not {digest(word) for word in words} & REAL

    @pytest.mark.parametrize("forces", Forces)
    def test_shares_add_to_one(self, forces):
        assert sum(force.share for force in invented(forces)) == pytest.approx(1)

    def test_codes_and_letters_are_of_no_real_list(self):
        forces = invented(Forces.ALL)
        assert all(re.fullmatch(r"X\d\d", force.code) for force in forces)
        assert all(re.fullmatch(r"[YZ].", force.urn_letters) for force in forces)

    def test_each_has_a_name_a_code_and_letters_of_its_own(self):
        forces = invented(Forces.ALL)
        for of in ("name", "code", "urn_letters"):
            assert len({getattr(force, of) for force in forces}) == 43
