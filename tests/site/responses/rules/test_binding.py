from __future__ import annotations

import pytest

from answerable.statute import BASES, SECTION_55
from answerable_site.register.rules import InspectionKind
from answerable_site.responses.rules.binding import RULES, proposed
from answerable_site.responses.rules.words import BindingGround

FORCE = "Wexmoor Constabulary"


def propose(**about):
    given = {
        "basis": SECTION_55,
        "kind": InspectionKind.NATIONAL,
        "title": "Lost property in custody suites",
        "force_name": FORCE,
    }
    return proposed(**(given | about))


class TestRules:
    def test_name_every_ground_with_its_source(self):
        assert set(RULES) == set(BindingGround)
        assert all(rule.source and rule.says for rule in RULES.values())


class TestProposed:
    def test_finds_a_national_report_to_be_about_every_force(self):
        assert propose().ground is BindingGround.ABOUT_EVERY_FORCE

    @pytest.mark.parametrize(
        "title",
        ["PEEL 2025: Wexmoor Police", "An inspection of the Wexmoor Constabulary", "Wexmoor"],
    )
    def test_finds_the_force_in_the_title(self, title):
        found = propose(title=title)
        assert found.ground is BindingGround.ABOUT_THE_FORCE
        assert FORCE in found.because

    def test_does_not_take_part_of_a_longer_name_for_the_force(self):
        found = propose(title="West Mercombe Police", force_name="Mercombe Police")
        assert found.ground is BindingGround.ABOUT_EVERY_FORCE

    def test_finds_the_force_report_that_has_the_same_findings(self):
        found = propose(same_findings_as="Custody in Wexmoor")
        assert found.ground is BindingGround.ANSWERED_WITH_ANOTHER
        assert "Custody in Wexmoor" in found.because

    def test_lets_a_report_that_names_the_force_bind_whatever_is_linked(self):
        found = propose(title="Custody in Wexmoor", same_findings_as="Custody")
        assert found.ground is BindingGround.ABOUT_THE_FORCE

    @pytest.mark.parametrize("basis", [b for b in BASES.values() if b != SECTION_55])
    def test_finds_another_law_not_to_bind(self, basis):
        found = propose(basis=basis)
        assert not found.ground.binds
        assert basis.citation in found.because

    @pytest.mark.parametrize("kind", InspectionKind)
    def test_finds_every_report_under_section_55_to_bind_unless_told(self, kind):
        assert propose(kind=kind, force_name="").ground.binds
