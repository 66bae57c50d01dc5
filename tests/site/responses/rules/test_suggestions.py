from __future__ import annotations

import pytest

from answerable_site.register.rules import AddresseeKind
from answerable_site.responses.rules.suggestions import is_for_others, sentence_for_others

BODY = "Office for Policing in Wexmoor"
END = " It is not ours to carry out, so we take no action on it ourselves."


class TestSentenceForOthers:
    @pytest.mark.parametrize(
        ("names", "listed"),
        [
            (["The Home Office"], "the Home Office"),
            (["Home Office"], "the Home Office"),
            (
                ["The Home Office", "College of Policing"],
                "the Home Office and the College of Policing",
            ),
            (
                ["CPS", "NPCC", "Ministry of Justice"],
                "the CPS, the NPCC and the Ministry of Justice",
            ),
            (["All forces"], "all forces"),
            (["Chief constables"], "chief constables"),
            (["Thornley Council"], "Thornley Council"),
            (["Home Office", " Home  Office "], "the Home Office"),
        ],
    )
    def test_names_who_is_asked(self, names, listed):
        assert sentence_for_others(names, BODY) == (
            f"This recommendation is addressed to {listed}.{END}"
        )

    @pytest.mark.parametrize("names", [[], ["  "]])
    def test_names_the_body_where_nobody_is_named(self, names):
        assert sentence_for_others(names, BODY) == (
            f"This recommendation is not addressed to {BODY}.{END}"
        )

    def test_is_not_offered_to_a_body_that_is_asked_itself(self):
        assert sentence_for_others(["Home Office", BODY.upper()], BODY) == ""


class TestIsForOthers:
    def test_is_true_where_neither_forces_nor_bodies_are_asked(self):
        assert is_for_others([AddresseeKind.HOME_OFFICE, AddresseeKind.OTHER])

    def test_is_true_where_nobody_is_named(self):
        assert is_for_others([])

    @pytest.mark.parametrize(
        "kind",
        [
            AddresseeKind.FORCE,
            AddresseeKind.FORCES,
            AddresseeKind.CHIEF_CONSTABLES,
            AddresseeKind.LOCAL_POLICING_BODIES,
        ],
    )
    def test_is_false_where_one_of_them_is_among_those_asked(self, kind):
        assert not is_for_others([AddresseeKind.HOME_OFFICE, kind])
