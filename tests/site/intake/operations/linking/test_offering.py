"""What waited for a link is read and offered again once it stands; people keep their numbers."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories_cases, factories_links, factories_loads
from tests.factories_links import SLIP, WHY, linking
from tests.factories_loads import AT, REPORTED, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import CaseEvent, CaseShare
from answerable_site.intake import operations
from answerable_site.intake.models import Link, LinkedLoad
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def slip(db) -> factories_links.Linking:
    return linking()


class TestOpenLink:
    def test_tells_whoever_wrote_it_the_reference_and_not_the_case(self, slip):
        opened = operations.open_link(by=slip.manager, at=AT, link=slip.proposed())
        assert opened == operations.OpenedLink("X/010", 1, ())

    def test_tells_the_force_both(self, slip):
        opened = operations.open_link(by=slip.supervisor, at=AT, link=slip.accepted())
        assert opened.written == "X/010"
        told = [(case.number, case.references) for case in opened.cases]
        assert told == [(slip.case.pk, ("X/001",))]

    def test_leaves_an_entry_that_names_the_case_where_it_was_told(self, slip):
        link = slip.accepted()
        for by in (slip.manager, slip.supervisor):
            operations.open_link(by=by, at=AT, link=link)
        entries = AuditEntry.objects.filter(act="intake.open_link").order_by("sequence")
        assert [one.records for one in entries] == [(), (f"casework.case:{slip.case.pk}",)]
        assert {one.kind for one in entries} == {"consultation"}

    def test_is_for_nobody_of_neither_side(self, slip):
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        link = slip.accepted()
        with pytest.raises(Refused):
            operations.open_link(by=elsewhere.viewer(Role.SUPERVISOR), at=AT, link=link)


class TestRowsThatAreOfferedAgain:
    def test_go_into_the_case_as_one_load(self, slip):
        batch = slip.offered(slip.confirmed())
        assert (batch.rows_loaded, batch.events_added) == (1, 1)
        assert CaseEvent.objects.get(kind="decision").case == slip.case
        row = slip.batch.rows.get()
        assert (row.state, row.sealed, row.taken_in) == ("taken", "", batch)

    def test_share_the_case_with_whoever_sent_them(self, slip):
        slip.offered(slip.confirmed())
        assert CaseShare.objects.get(case=slip.case).organisation == slip.county.area

    def test_are_known_to_have_come_by_the_link(self, slip):
        link = slip.confirmed()
        batch = slip.offered(link)
        assert LinkedLoad.objects.get().batch == batch
        assert LinkedLoad.objects.get().link == link

    def test_go_through_the_same_checks(self, db):
        slip = linking([{**SLIP, "decided": "28/02/2024"}])
        link = slip.confirmed()
        with pytest.raises(operations.StillDoubtful, match="Impossible with what is held"):
            slip.offered(link)
        assert slip.batch.rows.get().state == "waiting"

    def test_are_not_offered_before_the_link_stands(self, slip):
        link = slip.accepted()
        with pytest.raises(operations.LinkDoesNotWait):
            operations.offer_linked(by=slip.manager, at=AT, link=link)

    def test_are_offered_by_whoever_loads_them_alone(self, slip):
        link = slip.confirmed()
        with pytest.raises(Refused):
            operations.offer_linked(by=slip.supervisor, at=AT, link=link)

    def test_are_all_loaded_or_none(self, db):
        slip = linking()
        impossible = slip.told({**SLIP, "decided": "28/02/2024"})
        slip.found(impossible)
        link = slip.confirmed()
        with pytest.raises(operations.StillDoubtful):
            operations.offer_linked(by=slip.manager, at=AT, link=link)
        assert slip.batch.rows.get().state == "waiting"
        assert not LinkedLoad.objects.exists()

    def test_leave_an_entry_that_names_their_loads(self, slip):
        link = slip.confirmed()
        batch = slip.offered(link)
        entry = AuditEntry.objects.get(act="intake.offer_linked")
        assert entry.details == {"rows": 1, "batches": [batch.pk]}

    def test_of_an_earlier_load_are_found_for_a_link_that_stands(self, db):
        slip = linking()
        earlier, slip_again = slip.batch, slip.told({**SLIP, "decided": "12/03/2024"})
        slip.offered(slip.confirmed())
        assert slip.found(slip_again) == operations.Proposals(looked_for=1, held=1, proposed=0)
        slip.offered(Link.objects.get())
        assert slip_again.rows.get().state == "taken"
        assert earlier.rows.get().state == "taken"


class TestAFileWithBothReferences:
    def test_goes_on_by_the_first_and_sets_the_other_aside(self, slip):
        slip.confirmed()
        batch = slip.told({**SLIP, "ref": "X/001"}, {**SLIP, "decided": "15/03/2024"})
        assert (batch.rows_loaded, batch.rows_set_aside) == (1, 1)
        assert [row.codes for row in batch.rows.all()] == [["further_reference"]]

    @pytest.mark.parametrize("first", [0, 1])
    def test_goes_on_though_the_other_tells_what_cannot_be(self, slip, first):
        slip.confirmed()
        rows = [{**SLIP, "ref": "X/001"}, {**SLIP, "decided": "28/02/2024"}]
        batch = slip.told(rows[first], rows[1 - first])
        assert [row.codes for row in batch.rows.all()] == [["further_reference"]]
        assert CaseEvent.objects.get(kind="decision").happened_on == date(2024, 3, 10)

    @pytest.mark.parametrize("first", [0, 1])
    def test_is_set_aside_where_the_first_tells_what_cannot_be(self, slip, first):
        slip.confirmed()
        rows = [{**SLIP, "ref": "X/001", "decided": "28/02/2024"}, SLIP]
        batch = slip.told(rows[first], rows[1 - first])
        codes = [code for row in batch.rows.all() for code in row.codes]
        assert sorted(codes) == ["cannot_be_there", "further_reference"]

    def test_withdraws_nothing_that_it_tells_under_the_other(self, slip):
        slip.confirmed()
        before = slip.told({**SLIP, "decided": "11/03/2024"})
        batch = slip.told({"ref": "X/001", "urn": "01ZD0303224"}, SLIP, supersedes=before)
        assert (batch.rows_set_aside, batch.events_withdrawn) == (1, 0)
        assert CaseEvent.objects.get(kind="decision").happened_on == date(2024, 3, 11)


class TestACaseOfTheForceWithALinkedReference:
    def test_is_set_aside_and_becomes_no_part_of_the_other(self, slip):
        slip.confirmed()
        before = CaseEvent.objects.count()
        batch = load(slip.county, slip.crimes, [{**REPORTED, "ref": "X/010", "victim": "7"}])
        assert [row.codes for row in batch.rows.all()] == [["linked_reference"]]
        assert CaseEvent.objects.count() == before

    def test_goes_on_once_the_link_has_ended(self, slip):
        slip.ended(slip.confirmed())
        batch = load(slip.county, slip.crimes, [{**REPORTED, "ref": "X/010", "victim": "7"}])
        assert (batch.cases_added, batch.rows_set_aside) == (1, 0)


PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "victim": st.sampled_from(["1", "2", "3"]),
            "suspect": st.sampled_from(["", "1", "2", "3"]),
        }
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: (row["victim"], row["suspect"]),
)


class TestVictimsAndSuspects:
    """Numbers of people are per case and per side of an allegation, and a link changes neither."""

    @settings(
        max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(PEOPLE)
    def test_never_cross(self, db, people):
        with transaction.atomic():
            county = factories_cases.county()
            crimes = factories_loads.source(county)
            load(county, crimes, [{**REPORTED, "victim": "9"}])
            undated = factories_loads.profile(
                name="custody",
                grain={
                    "row": "victim_and_suspect",
                    "unique": ["ref", "victim", "suspect"],
                    "case": "ref",
                    "victim": "victim",
                    "suspect": "suspect",
                    "goes_on_together": True,
                },
                columns__reported={"headings": ["Seen"], "of": "case", **_DAYS},
            )
            version = factories_loads.source(county, undated)
            seen = {"ref": "X/010", "reported": "02/03/2024"}
            rows = [{**seen, **row, "found": _FOUND[row["suspect"]]} for row in people]
            waiting = load(county, version, rows)
            linked(county, waiting)
            case = factories_links.case_named(county, "X001")
            told = CaseEvent.objects.filter(case=case)
            victims = {one.victim for one in told.filter(kind="victim_identified")}
            suspects = {one.suspect for one in told.filter(kind="suspect_identified")}
            assert victims == {9} | {int(row["victim"]) for row in rows}
            assert suspects == {int(row["suspect"]) for row in rows if row["found"]}
            assert not told.filter(kind="victim_identified", suspect__isnull=False).exists()
            assert not told.filter(kind="suspect_identified", victim__isnull=False).exists()
            transaction.set_rollback(True)


_FOUND = {"": "", "1": "05/03/2024", "2": "06/03/2024", "3": ""}
_DAYS = {"holds": "date", "formats": ["dd/mm/yyyy"], "blank": "did_not_happen"}


def linked(county, waiting) -> None:
    """Two supervisors link what waits, and it is loaded."""
    first, second = county.viewer(Role.SUPERVISOR), factories_links.second_supervisor(county)
    factories_links.proposed(first, waiting)
    link = operations.accept_link(by=first, at=AT, link=Link.objects.get(), why=WHY)
    link = operations.confirm_link(by=second, at=AT, link=link, why=WHY)
    operations.offer_linked(by=first, at=AT, link=link)
