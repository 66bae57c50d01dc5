from __future__ import annotations

import pytest

from answerable_site.register.rules import (
    Addressed,
    AddresseeKind,
    addressees_from_lines,
    kind_of,
    lines_from_addressees,
)


class TestAddresseesFromLines:
    def test_takes_one_a_line_with_its_condition(self):
        typed = "Police forces; those without a policy\n\nthe Home Office\nPolice forces"
        assert addressees_from_lines(typed) == (
            Addressed("Police forces", "forces", "those without a policy"),
            Addressed("the Home Office", "home_office"),
        )

    def test_is_undone_by_lines_from_addressees(self):
        typed = "Police forces; those without a policy\nthe Home Office"
        assert lines_from_addressees(addressees_from_lines(typed)) == typed


class TestKindOf:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("the College of Policing", AddresseeKind.COLLEGE_OF_POLICING),
            ("The commissioned choirs", AddresseeKind.OTHER),
        ],
    )
    def test_goes_by_the_name(self, name, kind):
        assert kind_of(name) == kind

    def test_covers_every_kind_that_extraction_knows(self):
        from answerable.extraction.addressees import KINDS

        assert {kind.value for kind in AddresseeKind} == set(KINDS)
