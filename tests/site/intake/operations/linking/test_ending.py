"""A link that ends takes what came through it out of the case again, and says what became of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories_links, factories_loads
from tests.factories_links import SLIP, WHY, linking
from tests.factories_loads import AT, REPORTED, load

from answerable.records.event import Side
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.disagreement import DisagreementRaised
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework import queries as cases
from answerable_site.casework.models import (
    Case,
    CaseEvent,
    CaseReference,
    CaseShare,
)
from answerable_site.casework.rules import Ground
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Batch, Link, LoadedEvent, SetAsideRow
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


@pytest.fixture
def slip(db) -> factories_links.Linking:
    return linking()


def kept(case: Case) -> list[list[dict[str, object]]]:
    """Every column of every row that is kept of a case, but for when it was last reckoned."""
    tables = (CaseEvent, CaseReference, LoadedEvent)
    rows = [list(table.objects.filter(case=case).order_by("pk").values()) for table in tables]
    running = CaseShare.objects.running().filter(case=case)
    return [*rows, list(running.values()), list(Case.objects.filter(pk=case.pk).values())]


def decisions(case: Case) -> list[date]:
    return [event.on for _, event in cases.case_file(case).of(Decision)]


class TestEndLink:
    def test_takes_the_reference_from_the_case_at_once(self, slip):
        link = slip.confirmed()
        slip.ended(link)
        assert slip.case.references.count() == 1
        assert slip.told({**SLIP, "decided": "11/03/2024"}).rows.get().codes == ["case_not_known"]

    def test_restores_every_row_of_the_case_as_it_was(self, slip):
        before = kept(slip.case)
        link = slip.confirmed()
        slip.offered(link)
        assert kept(slip.case) != before
        assert slip.ended(link) == operations.EndedLink(
            taken_back=1, put_right=0, left=0, references=0, organisations=(slip.county.area.name,)
        )
        assert kept(slip.case) == before

    @pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.CPS_MANAGER])
    def test_is_for_either_side_alone(self, slip, role):
        link = slip.confirmed()
        slip.offered(link)
        assert slip.ended(link, by=slip.county.viewer(role)).taken_back == 1

    def test_is_for_nobody_else(self, slip):
        with pytest.raises(Refused):
            slip.ended(slip.confirmed(), by=slip.county.viewer(Role.PROSECUTOR))

    def test_needs_a_reason(self, slip):
        link = slip.confirmed()
        with pytest.raises(operations.WhyMissing):
            operations.end_link(by=slip.manager, at=AT, link=link, why="Wrong")

    def test_is_done_once(self, slip):
        link = slip.confirmed()
        slip.ended(link)
        with pytest.raises(operations.LinkDoesNotWait):
            slip.ended(link)

    def test_is_not_proposed_again(self, slip):
        slip.ended(slip.confirmed())
        assert slip.found().proposed == 0
        assert Link.objects.get().state == "ended"

    def test_leaves_an_entry_that_names_what_was_erased(self, slip):
        link = slip.confirmed()
        batch = slip.offered(link)
        slip.ended(link)
        entry = AuditEntry.objects.get(act="intake.end_link")
        assert (entry.kind, entry.reason) == ("erasure", WHY)
        assert entry.details["taken_back"] == [{"batch": batch.pk, "root": batch.root_digest}]
        assert entry.records == (f"casework.case:{slip.case.pk}",)

    def test_marks_the_load_as_undone(self, slip):
        link = slip.confirmed()
        batch = slip.offered(link)
        slip.ended(link)
        batch.refresh_from_db()
        assert (batch.undone_why, batch.events.count()) == (WHY, 0)


class TestWhatAFileToldThroughIt:
    def test_leaves_nothing_and_stays_to_be_read(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        assert slip.ended(link) == operations.EndedLink(
            taken_back=0, put_right=1, left=0, references=0, organisations=(slip.county.area.name,)
        )
        assert decisions(slip.case) == []
        last = cases.case_file(slip.case).recorded[-1]
        assert isinstance(last.event, RecordedInError)
        assert last.replaces == 2

    def test_gives_way_to_what_had_been_told_before(self, slip):
        slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.told({**SLIP, "decided": "12/03/2024"})
        assert decisions(slip.case) == [date(2024, 3, 12)]
        assert slip.ended(link).put_right == 1
        assert decisions(slip.case) == [date(2024, 3, 10)]

    def test_lets_what_had_been_told_before_be_unchanged_in_the_next_file(self, slip):
        slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        again = slip.told({**SLIP, "ref": "X/001"})
        assert (again.rows_unchanged, again.events_added) == (1, 0)

    def test_lets_a_later_file_tell_otherwise_what_had_been_told_before(self, slip):
        slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        otherwise = slip.told({**SLIP, "ref": "X/001", "decided": "12/03/2024"})
        assert (otherwise.rows_set_aside, otherwise.events_changed) == (0, 1)
        assert decisions(slip.case) == [date(2024, 3, 12)]
        factories_loads.undo(slip.county, otherwise, role=Role.CPS_MANAGER)
        assert decisions(slip.case) == [date(2024, 3, 10)]
        again = slip.told({**SLIP, "ref": "X/001"})
        assert (again.rows_unchanged, again.events_added) == (1, 0)

    def test_lets_a_corrected_file_withdraw_what_had_been_told_before(self, slip):
        first = slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        corrected = slip.told({"ref": "X/001", "urn": "01ZD0303224"}, supersedes=first)
        assert corrected.events_withdrawn == 1
        assert decisions(slip.case) == []

    def test_gives_way_to_what_had_been_told_before_however_often(self, slip):
        slip.told({**SLIP, "ref": "X/001"})
        for reference in ("X/010", "X/002"):
            link = slip.linked(reference)
            slip.told({**SLIP, "ref": reference, "decided": "11/03/2024"})
            assert slip.ended(link).put_right == 1
            assert decisions(slip.case) == [date(2024, 3, 10)]

    def test_is_put_right_where_something_was_loaded_into_the_case_since(self, slip):
        link = slip.confirmed()
        slip.offered(link)
        load(slip.county, slip.crimes, [{**REPORTED, "victim": "2"}])
        assert slip.ended(link) == operations.EndedLink(
            taken_back=0, put_right=1, left=0, references=0, organisations=(slip.county.area.name,)
        )
        assert decisions(slip.case) == []

    def test_and_a_later_file_told_of_the_case_itself_stays_as_that_one_told(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.told({**SLIP, "ref": "X/001", "decided": "13/03/2024"})
        assert slip.ended(link) == operations.EndedLink(
            taken_back=0, put_right=0, left=0, references=0
        )
        assert decisions(slip.case) == [date(2024, 3, 13)]

    def test_that_a_file_withdrew_stands_again(self, slip):
        first = slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({"ref": "X/010", "urn": "01ZD0303224"}, supersedes=first)
        assert decisions(slip.case) == []
        slip.ended(link)
        assert decisions(slip.case) == [date(2024, 3, 10)]

    def test_and_was_withdrawn_and_told_again_since_is_not_doubled(self, slip):
        first = slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({"ref": "X/010", "urn": "01ZD0303224"}, supersedes=first)
        slip.told({**SLIP, "ref": "X/001"})
        slip.ended(link)
        assert decisions(slip.case) == [date(2024, 3, 10)]

    def test_is_not_restored_by_the_end_of_another_link(self, slip):
        first, second = slip.confirmed(), slip.linked("X/002")
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.told({**SLIP, "ref": "X/002", "decided": "12/03/2024"})
        slip.ended(first)
        assert decisions(slip.case) == [date(2024, 3, 12)]
        slip.ended(second)
        assert decisions(slip.case) == []

    def test_is_restored_while_the_link_stands_by_which_it_was_told(self, slip):
        first, second = slip.confirmed(), slip.linked("X/002")
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.told({**SLIP, "ref": "X/002", "decided": "12/03/2024"})
        slip.ended(second)
        assert decisions(slip.case) == [date(2024, 3, 11)]
        slip.ended(first)
        assert decisions(slip.case) == []

    def test_keeps_the_load_that_took_its_place_from_being_undone(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        later = slip.told({**SLIP, "ref": "X/001", "decided": "13/03/2024"})
        slip.ended(link)
        with pytest.raises(operations.CannotBeUndone, match="by a link that has ended"):
            factories_loads.undo(slip.county, later, role=Role.CPS_MANAGER)

    def test_that_files_withdrew_twice_stands_again_once(self, slip):
        link = slip.confirmed()
        without = {"ref": "X/010", "urn": "01ZD0303224"}
        for day in ("10/03/2024", "12/03/2024"):
            told = slip.told({**SLIP, "ref": "X/001", "decided": day})
            slip.told(without, supersedes=told)
        slip.ended(link)
        assert decisions(slip.case) == [date(2024, 3, 12)]

    def test_takes_the_urn_with_it_that_came_through_it(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "urn": "01ZD0303224"})
        assert slip.case.references.filter(kind="urn").count() == 1
        assert slip.ended(link).references == 1
        assert not slip.case.references.filter(kind="urn").exists()

    def test_leaves_the_urn_that_the_case_had_before(self, slip):
        slip.told({**SLIP, "ref": "X/001", "urn": "01ZD0303224"})
        link = slip.confirmed()
        slip.told({**SLIP, "urn": "01ZD0303224"})
        assert slip.ended(link).references == 0
        assert slip.case.references.filter(kind="urn").count() == 1

    def test_keeps_the_digest_of_its_load(self, slip):
        link = slip.confirmed()
        batch = slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        assert queries.digest_of_rows(batch) == batch.root_digest

    def test_by_another_area_is_put_right_and_not_erased(self, slip):
        beside = factories_links.of_another_area(slip)
        waiting = beside.told(SLIP)
        link = slip.confirmed()
        (row,) = waiting.rows.all()
        taking = beside.told(SLIP, takes=[row])
        assert slip.ended(link, by=slip.manager).taken_back == 0
        taking.refresh_from_db()
        assert (taking.undone_at, taking.events.count()) == (None, 1)
        assert decisions(slip.case) == []

    def test_that_somebody_put_right_by_hand_is_counted_and_left(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        put_right_by_hand(slip)
        assert slip.ended(link) == operations.EndedLink(
            taken_back=0, put_right=0, left=1, references=0, organisations=(slip.county.area.name,)
        )
        assert decisions(slip.case) == [date(2024, 3, 14)]

    def test_and_that_somebody_recorded_something_about_is_counted(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        disagreed(slip, decision=2)
        assert slip.ended(link).left == 1

    def test_and_that_nobody_recorded_anything_about_is_not_counted(self, slip):
        slip.told({**SLIP, "ref": "X/001"})
        disagreed(slip, decision=2)
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        assert slip.ended(link).left == 0

    def test_makes_the_case_wait_for_its_reckoning(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        Case.objects.update(reckoned_on=AT.date())
        slip.ended(link)
        assert slip.case.reckoned_on is None


def put_right_by_hand(slip: factories_links.Linking) -> None:
    """A manager of the prosecutors puts right the day of their decision."""
    by = slip.county.viewer(Role.CPS_MANAGER)
    casework.open_case(by=by, at=AT, case=slip.case, ground=Ground.SUPERVISION, words="")
    casework.record_event(
        by=by,
        at=AT,
        case=slip.case,
        event=Decision(on=date(2024, 3, 14), maker=Maker.CPS, made=What.NO_FURTHER_ACTION),
        why_in_breach="The file was late.",
        replaces=2,
    )


def disagreed(slip: factories_links.Linking, *, decision: int) -> None:
    """A supervisor of the force disagrees with a decision."""
    factories_loads.opened(slip.county, slip.case)
    casework.record_event(
        by=slip.supervisor,
        at=AT,
        case=slip.case,
        event=DisagreementRaised(on=date(2024, 3, 14), raised_by=Side.POLICE, decision=decision),
        why_in_breach="It could not be done sooner.",
    )


class TestWhatTheTrueReferenceToldSince:
    """The source writes the reference rightly by now, and tells the same."""

    URN = "01ZD0303224"

    @pytest.fixture
    def told_again(self, db) -> tuple[factories_links.Linking, Link, Batch]:
        slip = linking([{**SLIP, "urn": self.URN}])
        link = slip.confirmed()
        slip.offered(link, at=AT + timedelta(hours=1))
        true = {**SLIP, "ref": "X/001", "urn": self.URN}
        return slip, link, slip.told(true, at=AT + timedelta(hours=2))

    def test_stays(self, told_again):
        slip, link, _ = told_again
        assert slip.ended(link, at=LATER).taken_back == 0
        assert decisions(slip.case) == [date(2024, 3, 10)]

    def test_keeps_the_urn_and_whoever_works_on_it(self, told_again):
        slip, link, _ = told_again
        slip.ended(link, at=LATER)
        assert slip.case.references.filter(kind="urn").count() == 1
        assert sharing(slip) == {slip.county.area}

    def test_is_told_once(self, told_again):
        slip, link, _ = told_again
        again = slip.told({**SLIP, "ref": "X/001", "urn": self.URN}, at=AT + timedelta(hours=3))
        assert (again.rows_unchanged, again.events_added) == (1, 0)
        slip.ended(link, at=LATER)
        again = slip.told({**SLIP, "ref": "X/001", "urn": self.URN}, at=LATER)
        assert (again.rows_unchanged, again.events_added) == (1, 0)

    def test_can_be_taken_back_while_the_link_stands(self, told_again):
        slip, link, true = told_again
        factories_loads.undo(slip.county, true, role=Role.CPS_MANAGER, at=LATER)
        assert decisions(slip.case) == [date(2024, 3, 10)]
        assert sharing(slip) == {slip.county.area}
        slip.ended(link, at=LATER)
        assert decisions(slip.case) == []
        assert sharing(slip) == set()

    def test_is_no_news_where_somebody_put_right_what_the_link_told(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        put_right_by_hand(slip)
        again = slip.told({**SLIP, "ref": "X/001", "decided": "11/03/2024"})
        assert (again.rows_unchanged, again.rows_set_aside) == (1, 0)
        assert slip.ended(link).left == 1


class TestWhoeverWorkedOnTheCaseByTheLink:
    def test_works_on_it_no_more(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        assert not CaseShare.objects.running().filter(case=slip.case).exists()

    def test_works_on_it_still_where_another_row_told_of_the_case_itself(self, slip):
        slip.told({**SLIP, "ref": "X/001"})
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        assert sharing(slip) == {slip.county.area}

    def test_of_another_area_than_the_one_that_made_it_works_on_it_no_more(self, slip):
        link = slip.confirmed()
        factories_links.of_another_area(slip).told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        assert sharing(slip) == set()

    def test_works_on_it_no_more_where_the_force_made_the_link(self, slip):
        link = of_the_force(slip)
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        assert sharing(slip) == set()

    def test_is_named_in_what_is_told_and_in_the_entry(self, slip):
        link = slip.confirmed()
        beside = factories_links.of_another_area(slip)
        for each in (slip, beside):
            each.told({**SLIP, "decided": "11/03/2024"})
        areas = [slip.county.area, beside.county.area]
        assert slip.ended(link).organisations == tuple(one.name for one in areas)
        details = AuditEntry.objects.get(act="intake.end_link").details
        assert details["organisations"] == [one.pk for one in areas]

    def test_makes_the_case_wait_for_its_reckoning(self, slip):
        link = slip.confirmed()
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.told({"ref": "X/010", "urn": "01ZD0303224"}, supersedes=Batch.objects.latest("pk"))
        Case.objects.update(reckoned_on=AT.date())
        assert slip.ended(link).put_right == 0
        assert slip.case.reckoned_on is None

    def test_works_on_it_no_more_once_the_last_of_two_links_has_ended(self, slip):
        first, second = slip.confirmed(), slip.linked("X/002")
        slip.told({**SLIP, "decided": "11/03/2024"}, at=AT + timedelta(hours=1))
        slip.told({"ref": "X/002", "decided": "12/03/2024"}, at=AT + timedelta(hours=2))
        slip.ended(first, at=LATER)
        assert sharing(slip) == {slip.county.area}
        slip.ended(second, at=LATER)
        assert sharing(slip) == set()

    def test_works_on_it_still_where_somebody_shared_it(self, slip):
        link = slip.confirmed()
        shared_at = AT - timedelta(hours=1)
        casework.share(
            by=slip.supervisor, at=shared_at, case=slip.case, organisation=slip.county.area
        )
        slip.told({**SLIP, "decided": "11/03/2024"})
        slip.ended(link)
        assert sharing(slip) == {slip.county.area}


def sharing(slip: factories_links.Linking) -> set[Organisation]:
    """Who else works on the case."""
    running = CaseShare.objects.running().filter(case=slip.case)
    return {one.organisation for one in running.select_related("organisation")}


def of_the_force(slip: factories_links.Linking) -> Link:
    """A further source of the force itself writes the reference wrongly, and it is linked."""
    custody = factories_loads.source(slip.county, factories_loads.later_source(name="custody"))
    by, second = slip.supervisor, factories_links.second_supervisor(slip.county)
    slip.found(load(slip.county, custody, [SLIP]), by=by)
    link = operations.accept_link(by=by, at=AT, link=Link.objects.get(), why=WHY)
    return operations.confirm_link(by=second, at=AT, link=link, why=WHY)


class TestALoadThatALinkDependsOn:
    def test_is_not_undone_while_the_link_stands(self, slip):
        slip.confirmed()
        with pytest.raises(operations.CannotBeUndone, match="End that link first"):
            factories_loads.undo(slip.county, slip.batch, role=Role.CPS_MANAGER)

    def test_that_made_the_case_is_not_undone_while_the_link_stands(self, slip):
        slip.confirmed()
        with pytest.raises(operations.CannotBeUndone, match="One of its cases was linked"):
            factories_loads.undo(slip.county, slip.case_batch())

    def test_is_undone_once_the_link_has_ended(self, slip):
        link = slip.confirmed()
        slip.ended(link)
        factories_loads.undo(slip.county, slip.batch, role=Role.CPS_MANAGER)
        assert factories_loads.undo(slip.county, slip.case_batch()).undone_at
        assert not Link.objects.exists()

    def test_is_undone_though_it_was_refused(self, slip):
        operations.refuse_link(by=slip.manager, at=AT, link=slip.proposed(), why=WHY)
        factories_loads.undo(slip.county, slip.batch, role=Role.CPS_MANAGER)
        assert Link.objects.get().state == "refused"
        assert not SetAsideRow.objects.exists()

    def test_is_undone_once_the_load_that_took_its_rows_is(self, slip):
        link = slip.confirmed()
        factories_loads.undo(slip.county, slip.offered(link), role=Role.CPS_MANAGER)
        assert factories_loads.undo(slip.county, slip.batch, role=Role.CPS_MANAGER).undone_at


class TestTwinPairs:
    """Cases of which each has a twin with a reference that is nearly the same."""

    PAIRS = 9

    def test_are_never_joined_by_the_product_and_are_parted_as_they_were(self, db):
        twins = [f"X/{pair:02}9" for pair in range(self.PAIRS)]
        slip = linking(
            [{**SLIP, "ref": f"{twin[:-1]}8"} for twin in twins],
            [{**REPORTED, "ref": twin} for twin in twins],
        )
        before = [kept(case) for case in Case.objects.order_by("pk")]
        slip.found()
        assert [kept(case) for case in Case.objects.order_by("pk")] == before
        links = list(Link.objects.order_by("pk"))
        assert len(links) == self.PAIRS
        for link in links:
            operations.accept_link(by=slip.manager, at=AT, link=link, why=WHY)
            operations.confirm_link(by=slip.supervisor, at=AT, link=link, why=WHY)
            link.refresh_from_db()
            slip.offered(link)
        for link in links:
            assert slip.ended(link).taken_back == 1
        assert [kept(case) for case in Case.objects.order_by("pk")] == before
