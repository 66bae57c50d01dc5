from __future__ import annotations

import pytest
from tests import factories_cases
from tests.factories_cases import AT, WORDS, County

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations
from answerable_site.casework.rules import Ground, GroundOutOfPlace, ReferenceKind
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


def latest() -> AuditEntry:
    return AuditEntry.objects.latest("sequence")


def look_up(county: County, role: Role, reference: str = "12a 34567 26"):
    return operations.look_up(
        by=county.viewer(role), at=AT, kind=ReferenceKind.CRIME, reference=reference
    )


class TestLookUp:
    def test_finds_a_case_of_the_force_that_is_not_assigned(self, county):
        assert look_up(county, Role.GATEKEEPER) == [county.case]

    def test_names_what_was_found_as_consulted(self, county):
        look_up(county, Role.GATEKEEPER)
        assert (latest().kind, latest().records) == (
            "consultation",
            (f"casework.case:{county.case.pk}",),
        )

    def test_leaves_an_entry_where_nothing_was_found(self, county):
        assert look_up(county, Role.GATEKEEPER, "77/26") == []
        assert latest().details == {"kind": "crime", "found": 0}

    def test_keeps_nothing_of_what_was_typed(self, county):
        look_up(county, Role.GATEKEEPER, "99B/77777/26")
        assert not AuditEntry.objects.filter(content__contains="77777").exists()


class TestOpenCase:
    def test_breaks_no_glass_for_a_role_that_sees_every_case(self, county):
        assert not factories_cases.opened(county, Role.SUPERVISOR).breaks_glass

    def test_breaks_the_glass_for_an_investigator_of_another_case(self, county):
        other = factories_cases.factories.person("Other", (county.force, Role.INVESTIGATOR))
        opening = operations.open_case(
            by=factories_cases.factories.viewer(other),
            at=AT,
            case=county.case,
            ground=Ground.COVER,
            words=WORDS,
        )
        assert opening.breaks_glass

    def test_keeps_the_reason_beside_the_look(self, county):
        factories_cases.opened(county, Role.SUPERVISOR)
        assert latest().reason == f"To supervise or review the investigation. {WORDS}"

    def test_is_refused_outside_the_county(self, county):
        other = factories_cases.county("Sallowfen")
        with pytest.raises(operations.CaseOutOfReach):
            operations.open_case(
                by=other.viewer(Role.SUPERVISOR),
                at=AT,
                case=county.case,
                ground=Ground.SUPERVISION,
                words=WORDS,
            )

    def test_is_refused_to_an_access_auditor(self, county):
        with pytest.raises(operations.CaseOutOfReach):
            factories_cases.opened(county, Role.ACCESS_AUDITOR)

    def test_is_refused_without_a_reason_that_can_be_judged(self, county):
        factories_cases.shared(county, county.area)
        with pytest.raises(GroundOutOfPlace):
            operations.open_case(
                by=county.viewer(Role.PROSECUTOR),
                at=AT,
                case=county.case,
                ground=Ground.DECISION,
                words="work",
            )


class TestNoteRead:
    def test_says_that_the_assignment_is_the_reason(self, county):
        operations.note_read(by=county.viewer(Role.INVESTIGATOR), at=AT, case=county.case)
        assert latest().reason == "The case is assigned to this person."

    def test_repeats_the_reason_of_whoever_opened_it(self, county):
        factories_cases.opened(county, Role.SUPERVISOR)
        operations.note_read(by=county.viewer(Role.SUPERVISOR), at=AT, case=county.case)
        assert latest().act == "casework.note_read"
        assert WORDS in latest().reason

    def test_is_refused_where_the_case_is_not_open(self, county):
        with pytest.raises(operations.CaseOutOfReach):
            operations.note_read(by=county.viewer(Role.SUPERVISOR), at=AT, case=county.case)


class TestReadCase:
    def test_gives_the_case_and_leaves_an_entry_that_names_it(self, county):
        read, opening = operations.read_case(
            by=county.viewer(Role.INVESTIGATOR), at=AT, number=county.case.pk
        )
        assert (read, opening) == (county.case, None)
        assert latest().reason == "The case is assigned to this person."

    def test_gives_the_reason_with_which_it_was_opened(self, county):
        opened = factories_cases.opened(county, Role.SUPERVISOR)
        _, opening = operations.read_case(
            by=county.viewer(Role.SUPERVISOR), at=AT, number=county.case.pk
        )
        assert opening == opened

    @pytest.mark.parametrize("further", [0, 1])
    def test_is_refused_where_it_is_not_open_and_where_there_is_none(self, further, county):
        with pytest.raises(operations.CaseOutOfReach):
            operations.read_case(
                by=county.viewer(Role.SUPERVISOR), at=AT, number=county.case.pk + further
            )


class TestNoteListed:
    def test_names_every_case_in_one_entry(self, county):
        viewer = county.viewer(Role.INVESTIGATOR)
        other = factories_cases.case(county.force, viewer, "2/26")
        operations.note_listed(by=viewer, at=AT, cases=[county.case, other])
        assert len(latest().records) == 2

    def test_leaves_nothing_for_an_empty_list(self, county):
        before = AuditEntry.objects.count()
        operations.note_listed(by=county.viewer(Role.INVESTIGATOR), at=AT, cases=[])
        assert AuditEntry.objects.count() == before
