"""One person accepts a link, a second one confirms it, and never the same."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests import factories_cases, factories_links, factories_loads
from tests.factories_links import SLIP, WHY, linking
from tests.factories_loads import AT, REPORTED, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import CaseEvent, CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import unseal
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Link
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def slip(db) -> factories_links.Linking:
    return linking()


class TestAcceptLink:
    def test_is_for_whoever_wrote_the_reference(self, slip):
        link = slip.accepted()
        assert (link.state, link.accepted_why) == ("accepted", WHY)
        assert link.accepted_by == slip.county.people[Role.CPS_MANAGER]

    def test_is_for_nobody_of_the_force(self, slip):
        link = slip.proposed()
        with pytest.raises(Refused):
            operations.accept_link(by=slip.supervisor, at=AT, link=link, why=WHY)

    def test_needs_a_reason_that_somebody_else_could_judge(self, slip):
        link = slip.proposed()
        with pytest.raises(operations.WhyMissing, match="in a sentence"):
            operations.accept_link(by=slip.manager, at=AT, link=link, why="Yes")

    def test_is_done_once(self, slip):
        link = slip.accepted()
        with pytest.raises(operations.LinkDoesNotWait, match="decided"):
            operations.accept_link(by=slip.manager, at=AT, link=link, why=WHY)

    def test_gives_the_case_no_reference_yet(self, slip):
        slip.accepted()
        assert slip.case.references.count() == 1

    def test_tells_the_force_and_says_so(self, slip):
        slip.accepted()
        entry = AuditEntry.objects.get(act="intake.accept_link")
        assert (entry.kind, entry.recipients) == ("disclosure", (slip.county.force.name,))

    def test_needs_a_row_that_waits(self, slip):
        link = slip.proposed()
        given_up(slip)
        with pytest.raises(operations.LinkDoesNotWait, match="No row waits"):
            operations.accept_link(by=slip.manager, at=AT, link=link, why=WHY)


class TestAReason:
    def test_tells_no_reference_as_it_was_written(self, slip):
        link, why = slip.proposed(), "The cover says something else than x-010 here."
        with pytest.raises(operations.WhyTellsReference, match="Leave every reference out"):
            operations.accept_link(by=slip.manager, at=AT, link=link, why=why)

    def test_of_the_force_tells_none_of_the_case(self, slip):
        link, why = slip.accepted(), "The paper file has X 001 on its cover."
        with pytest.raises(operations.WhyTellsReference):
            operations.confirm_link(by=slip.supervisor, at=AT, link=link, why=why)

    def test_tells_whoever_may_not_know_the_case_nothing_of_its_references(self, slip):
        why = "It may be X/001, X/002 or another one."
        link = operations.accept_link(by=slip.manager, at=AT, link=slip.proposed(), why=why)
        assert link.accepted_why == why

    def test_for_refusing_tells_none(self, slip):
        link = slip.proposed()
        with pytest.raises(operations.WhyTellsReference):
            operations.refuse_link(
                by=slip.manager,
                at=AT,
                link=link,
                why="The file has X/010, and it is right as it stands.",
            )

    def test_for_ending_tells_none_though_no_row_waits(self, slip):
        link = slip.confirmed()
        slip.offered(link)
        with pytest.raises(operations.WhyTellsReference):
            operations.end_link(
                by=slip.manager, at=AT, link=link, why="The file of X/010 is about somebody else."
            )


def given_up(slip: factories_links.Linking) -> None:
    rows = list(slip.batch.rows.values_list("row", flat=True))
    operations.give_up_rows(by=slip.manager, at=AT, batch=slip.batch, rows=rows, why=WHY)


class TestConfirmLink:
    def test_gives_the_case_the_reference_as_it_was_written(self, slip):
        link = slip.confirmed()
        assert link.state == "confirmed"
        assert (link.reference.case, link.reference.kind) == (slip.case, ReferenceKind.CRIME)
        assert unseal(link.reference.sealed) == "X/010"

    def test_lets_the_next_file_find_the_case_exactly(self, slip):
        slip.confirmed()
        batch = slip.told({**SLIP, "decided": "11/03/2024"})
        assert (batch.rows_set_aside, batch.events_added) == (0, 1)
        assert CaseEvent.objects.filter(case=slip.case, kind="decision").count() == 1

    def test_is_for_nobody_who_wrote_the_reference(self, slip):
        link = slip.accepted()
        with pytest.raises(Refused, match="of the force"):
            operations.confirm_link(by=slip.manager, at=AT, link=link, why=WHY)

    def test_is_for_nobody_of_another_force(self, slip):
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        link = slip.accepted()
        with pytest.raises(Refused):
            operations.confirm_link(by=elsewhere.viewer(Role.SUPERVISOR), at=AT, link=link, why=WHY)

    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.GATEKEEPER])
    def test_is_for_nobody_else_of_the_force(self, slip, role):
        link = slip.accepted()
        with pytest.raises(Refused):
            operations.confirm_link(by=slip.county.viewer(role), at=AT, link=link, why=WHY)

    def test_needs_somebody_to_have_accepted(self, slip):
        link = slip.proposed()
        with pytest.raises(operations.LinkDoesNotWait):
            operations.confirm_link(by=slip.supervisor, at=AT, link=link, why=WHY)

    def test_needs_a_reason_of_its_own(self, slip):
        link = slip.accepted()
        with pytest.raises(operations.WhyMissing):
            operations.confirm_link(by=slip.supervisor, at=AT, link=link, why=" ")

    def test_is_refused_once_a_case_bears_the_reference(self, slip):
        link = slip.accepted()
        load(slip.county, slip.crimes, [{**REPORTED, "ref": "X/010"}])
        with pytest.raises(operations.LinkDoesNotWait, match="bears this reference by now"):
            operations.confirm_link(by=slip.supervisor, at=AT, link=link, why=WHY)

    def test_is_refused_once_no_row_waits(self, slip):
        link = slip.accepted()
        given_up(slip)
        with pytest.raises(operations.LinkDoesNotWait, match="No row waits"):
            operations.confirm_link(by=slip.supervisor, at=AT, link=link, why=WHY)

    def test_of_one_case_leaves_none_to_decide_of_the_others(self, db):
        slip = linking(held=[REPORTED, {**REPORTED, "ref": "X/011"}])
        slip.found()
        swapped = Link.objects.get(likeness="swapped")
        operations.accept_link(by=slip.manager, at=AT, link=swapped, why=WHY)
        operations.confirm_link(by=slip.supervisor, at=AT, link=swapped, why=WHY)
        assert not queries.links_that_wait(slip.manager).exists()

    def test_leaves_an_entry_that_names_the_case(self, slip):
        link = slip.confirmed()
        entry = AuditEntry.objects.get(act="intake.confirm_link")
        assert (entry.kind, entry.subject) == ("combination", f"intake.link:{link.pk}")
        assert entry.records == (f"casework.case:{slip.case.pk}",)
        assert "X/010" not in entry.content


class TestOneForce:
    """Where the force itself wrote the reference, both are its supervisors."""

    @pytest.fixture
    def own(self, db) -> tuple[Link, factories_cases.County]:
        county = factories_cases.county()
        load(county, factories_loads.source(county), [REPORTED])
        later = factories_loads.source(county, factories_loads.later_source())
        batch = load(county, later, [SLIP])
        by = county.viewer(Role.SUPERVISOR)
        factories_links.proposed(by, batch)
        return operations.accept_link(by=by, at=AT, link=Link.objects.get(), why=WHY), county

    def test_lets_nobody_confirm_what_they_accepted(self, own):
        link, county = own
        with pytest.raises(Refused, match="Another person"):
            operations.confirm_link(by=county.viewer(Role.SUPERVISOR), at=AT, link=link, why=WHY)

    def test_lets_another_supervisor_confirm(self, own):
        link, county = own
        second = factories_links.second_supervisor(county)
        assert operations.confirm_link(by=second, at=AT, link=link, why=WHY).confirmed_by

    def test_tells_nobody_else(self, own):
        entry = AuditEntry.objects.get(act="intake.accept_link")
        assert (entry.kind, entry.recipients) == ("consultation", ())


class TestTheDatabase:
    def test_lets_nobody_confirm_alone(self, slip):
        slip.confirmed()
        with pytest.raises(IntegrityError), transaction.atomic():
            Link.objects.update(confirmed_by=slip.county.people[Role.CPS_MANAGER])

    def test_lets_no_link_stand_that_nobody_confirmed(self, slip):
        slip.accepted()
        reference = slip.case.references.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Link.objects.update(state="confirmed", reference=reference)

    def test_lets_no_link_stand_without_its_reference(self, slip):
        slip.confirmed()
        with pytest.raises(IntegrityError), transaction.atomic():
            Link.objects.update(reference=None)


class TestRefuseLink:
    @pytest.mark.parametrize("role", [Role.CPS_MANAGER, Role.SUPERVISOR])
    def test_is_for_either_side_alone(self, slip, role):
        link = slip.accepted()
        refused = operations.refuse_link(by=slip.county.viewer(role), at=AT, link=link, why=WHY)
        assert (refused.state, refused.closed_why) == ("refused", WHY)

    def test_is_never_proposed_again(self, slip):
        operations.refuse_link(by=slip.manager, at=AT, link=slip.proposed(), why=WHY)
        assert slip.found().proposed == 0
        assert slip.found(slip.told({**SLIP, "decided": "12/03/2024"})).proposed == 0
        assert not Link.objects.filter(state="proposed").exists()

    def test_lets_the_rows_wait(self, slip):
        operations.refuse_link(by=slip.manager, at=AT, link=slip.proposed(), why=WHY)
        assert slip.batch.rows.get().state == "waiting"

    def test_is_for_nobody_else(self, slip):
        link = slip.accepted()
        with pytest.raises(Refused):
            operations.refuse_link(
                by=slip.county.viewer(Role.PROSECUTOR), at=AT, link=link, why=WHY
            )

    def test_is_done_with_what_was_not_confirmed(self, slip):
        link = slip.confirmed()
        with pytest.raises(operations.LinkDoesNotWait):
            operations.refuse_link(by=slip.manager, at=AT, link=link, why=WHY)
        assert CaseReference.objects.filter(pk=link.reference_id).exists()

    def test_leaves_an_entry(self, slip):
        operations.refuse_link(by=slip.manager, at=AT, link=slip.proposed(), why=WHY)
        assert AuditEntry.objects.get(act="intake.refuse_link").reason == WHY
