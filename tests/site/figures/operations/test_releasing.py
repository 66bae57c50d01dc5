"""Nobody alone releases figures; what is released is in the ledger, and can be withdrawn by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests import factories, factories_figures
from tests.factories_cuts import AT, viewer
from tests.factories_figures import WHY, answered, protected, released

from answerable.disclosure.ledger import BrokenLedger
from answerable_site.audit.models import AuditEntry
from answerable_site.figures import access, operations, queries
from answerable_site.figures.models import LedgerEntry, ProtectedFigures, ReleasedFigures
from answerable_site.people import operations as people_operations
from answerable_site.people.access import Refused
from answerable_site.people.rules import (
    ANONYMOUS,
    PRODUCT,
    ROLES_BY_KIND,
    OrganisationKind,
    Post,
    Role,
    Viewer,
)
from answerable_site.publication.models import DataSetEdition

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def force(office):
    return office.force


@pytest.fixture
def figures(force) -> ProtectedFigures:
    return protected(answered(force))


def both(force, name="Both") -> Viewer:
    """Somebody who is analyst and figure checker of the force."""
    known = factories.person(name, (force, Role.ANALYST), (force, Role.FIGURE_CHECKER))
    return factories.viewer(known, on=AT.date())


class TestReleasing:
    def test_shows_what_passed_the_gate_and_enters_it_into_the_ledger(self, figures):
        found = released(figures)
        assert [one.measure for one in found.figures] == ["victims_told"]
        ledger = queries.ledger_of(figures.force_id)
        assert ledger.releases == (queries.release_of(figures).figures[0].table.release,)

    def test_leaves_its_entry_and_that_of_the_press_with_nothing_hidden(self, figures):
        checker = viewer(figures.force, Role.FIGURE_CHECKER)
        before = AuditEntry.objects.latest("sequence").sequence
        found = released(figures, by=checker)
        entries = AuditEntry.objects.filter(sequence__gt=before).order_by("sequence")
        acts = ["publication.publish_figures", "figures.release_figures"]
        assert [one.act for one in entries] == acts
        for entry in entries:
            assert found.digest in entry.content
            assert queries.ledger_of(figures.force_id).head not in entry.content

    def test_is_done_once(self, figures):
        released(figures)
        with pytest.raises(operations.CannotBeReleased, match="do not wait"):
            released(figures)

    def test_is_refused_of_other_figures_than_were_shown(self, figures):
        checker = viewer(figures.force, Role.FIGURE_CHECKER)
        with pytest.raises(operations.CannotBeReleased, match="Look again"):
            operations.release_figures(by=checker, at=AT, figures=figures, digest="0" * 64)

    def test_is_refused_of_figures_that_were_changed_since(self, figures):
        content = bytes(figures.content).replace(b'"count":36', b'"count":37')
        assert content != bytes(figures.content)
        ProtectedFigures.objects.filter(pk=figures.pk).update(content=content)
        with pytest.raises(operations.CannotBeReleased, match="changed"):
            released(figures)

    def test_is_refused_where_others_were_released_since_they_were_protected(self, force, figures):
        released(protected(answered(force)))
        with pytest.raises(operations.CannotBeReleased, match="protected again"):
            released(figures)

    def test_is_refused_under_another_policy(self, figures, monkeypatch):
        from answerable.disclosure import policy

        later = replace(policy.shipped_policy(), version=99)
        monkeypatch.setattr(policy, "shipped_policy", lambda _: later)
        with pytest.raises(operations.CannotBeReleased, match="policy"):
            released(figures)

    def test_is_refused_where_the_ledger_was_changed(self, force, figures):
        first = released(figures)
        later = protected(answered(force))
        LedgerEntry.objects.bulk_create(
            [LedgerEntry(force=force, number=2, content=b"{}", released=first)]
        )
        with pytest.raises(BrokenLedger):
            released(later)

    def test_of_the_same_again_adds_nothing_to_the_ledger(self, force, figures):
        released(figures)
        released(protected(answered(force)))
        assert LedgerEntry.objects.filter(force=force).count() == 1

    def test_holds_later_figures_against_all_earlier_ones_under_any_profile(self, force, figures):
        released(figures)
        later = protected(answered(force, {"charge": (37, 45)}), profile="scrutiny_meeting")
        assert queries.release_of(later).manifest.releases_before == 1
        assert released(later).marking == "OFFICIAL-SENSITIVE"

    def test_keeps_ledgers_of_forces_apart(self, figures):
        released(figures)
        elsewhere = factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")
        assert queries.ledger_of(elsewhere.pk).releases == ()


class TestThePublic:
    def test_reads_figures_for_everybody_from_their_release_on(self, figures):
        edition = released(figures).public.editions.get()
        assert edition.told.title == "Victims told of decisions in time, by decision"
        assert edition.release.prepared_by_id == figures.asked_by_id

    def test_reads_none_of_those_for_a_meeting(self, force):
        found = released(protected(answered(force), profile="scrutiny_meeting"))
        assert found.public is None
        assert not DataSetEdition.objects.exists()

    def test_reads_what_a_correction_corrects(self, force, figures):
        first = released(figures)
        later = answered(force, {"charge": (66, 84), "nfa": (58, 90), "stopped": (3, 21)})
        corrected = released(protected(later, corrects=first, note=WHY))
        assert corrected.public.because == WHY
        assert corrected.public.editions.get().kind == "corrected"

    def test_reads_no_other_figures_of_the_same_day_without_a_word_why(self, force, figures):
        released(figures)
        later = answered(force, {"charge": (66, 84), "nfa": (58, 90), "stopped": (3, 21)})
        other = protected(later)
        with pytest.raises(operations.CannotBeReleased, match="Say what these correct"):
            released(other)
        assert DataSetEdition.objects.count() == 1
        assert ReleasedFigures.objects.count() == 1

    def test_reads_no_figure_that_was_withdrawn(self, figures):
        found = released(figures)
        operations.withdraw_figures(
            by=viewer(figures.force, Role.ANALYST), at=AT, released=found, why=WHY
        )
        assert found.public.editions.get().withdrawn_because == WHY
        assert not DataSetEdition.objects.standing().exists()

    def test_reads_them_again_after_a_withdrawal_without_a_correction(self, force, figures):
        first = released(figures)
        operations.withdraw_figures(
            by=viewer(figures.force, Role.ANALYST), at=AT, released=first, why=WHY
        )
        again = released(protected(answered(force)))
        assert again.public.editions.get().kind == "after_withdrawal"


class TestTwoPeople:
    """Every person, role and state: whoever had a part in figures never releases them."""

    def test_release_figures_never_one_alone(self, force):
        alone, other = both(force), both(force, "Other")
        for asks, protects, releases in product((alone, other), repeat=3):
            figures = protected(answered(force, by=asks), by=protects)
            is_another = releases not in (asks, protects)
            assert access.can_release(releases, figures) == is_another
            if is_another:
                assert released(figures, by=releases)
            else:
                with pytest.raises(Refused):
                    released(figures, by=releases)

    def test_are_not_one_person_and_an_account_that_they_made(self, force, figures):
        own = (Role.ANALYST, Role.FIGURE_CHECKER, Role.ADMINISTRATOR)
        person = factories.person("Own Administrator", *((force, role) for role in own))
        administrator = factories.viewer(person, on=AT.date())
        account = people_operations.add_person(
            by=administrator,
            at=AT,
            organisation=force,
            email="second@example.org",
            full_name="Second Account",
            password=factories.PASSWORD,
            role=Role.ANALYST,
        )
        puppet = factories.viewer(account, on=AT.date())
        for asks, protects in ((puppet, puppet), (puppet, viewer(force)), (viewer(force), puppet)):
            made = protected(answered(force, by=asks), by=protects)
            assert not access.can_release(administrator, made)
            with pytest.raises(Refused, match="You added the account of the person"):
                released(made, by=administrator)
        assert access.can_release(administrator, figures)

    def test_are_refused_in_every_other_role_and_place(self, office, force, figures):
        elsewhere = factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")
        places = {
            OrganisationKind.LOCAL_POLICING_BODY: office.body,
            OrganisationKind.POLICE_FORCE: force,
        }
        posts = [
            Post(role, place.pk, place.name, office.body.pk, kind)
            for kind, roles in ROLES_BY_KIND.items()
            for role in roles
            for place in (places.get(kind, elsewhere), elsewhere)
            if (place, role) != (force, Role.FIGURE_CHECKER)
        ]
        somebody = factories.person("Somebody")
        viewers = [Viewer(somebody.pk, "", (post,)) for post in posts]
        everything = Viewer(somebody.pk, "", tuple(posts))
        for who in (*viewers, everything, ANONYMOUS, PRODUCT):
            with pytest.raises(Refused):
                released(figures, by=who)
        assert not ReleasedFigures.objects.exists()

    def test_are_asked_for_by_the_database_too(self, figures):
        found = released(figures)
        for field in ("prepared_by", "asked_by"):
            with pytest.raises(IntegrityError), transaction.atomic():
                ReleasedFigures.objects.filter(pk=found.pk).update(
                    released_by=getattr(found, field)
                )

    @pytest.mark.parametrize("state", ["waiting", "refused", "sent back", "withdrawn"])
    def test_release_nothing_in_another_state(self, force, state):
        results = answered(force)
        checker = viewer(force, Role.FIGURE_CHECKER)
        if state in {"waiting", "refused"}:
            figures = operations.ask_protection(
                by=viewer(force), at=AT, results=results, profile="public"
            )
            digest = "0" * 64
        else:
            figures = protected(results)
            digest = queries.release_of(figures).digest
        if state == "refused":
            operations.refuse_work(by=PRODUCT, at=AT, work=figures, sentence="No.")
        elif state == "sent back":
            operations.send_back(by=checker, at=AT, figures=figures, why=WHY)
        elif state == "withdrawn":
            operations.withdraw_figures(by=checker, at=AT, released=released(figures), why=WHY)
        with pytest.raises(operations.CannotBeReleased):
            operations.release_figures(by=checker, at=AT, figures=figures, digest=digest)


class TestSendingBack:
    def test_needs_a_reason(self, force, figures):
        with pytest.raises(operations.CannotBeSentBack):
            operations.send_back(
                by=viewer(force, Role.FIGURE_CHECKER), at=AT, figures=figures, why=" "
            )

    def test_is_for_whoever_prepared_them_too(self, force, figures):
        operations.send_back(by=viewer(force), at=AT, figures=figures, why=WHY)
        figures.refresh_from_db()
        assert figures.sent_back_because == WHY

    def test_is_refused_to_others(self, office, figures):
        with pytest.raises(Refused):
            operations.send_back(
                by=factories.viewer(office.officer), at=AT, figures=figures, why=WHY
            )

    def test_is_refused_once_they_are_released(self, force, figures):
        released(figures)
        with pytest.raises(operations.CannotBeSentBack):
            operations.send_back(by=viewer(force), at=AT, figures=figures, why=WHY)


class TestWithdrawing:
    def test_needs_one_person_and_a_reason(self, force, figures):
        found = released(figures)
        with pytest.raises(operations.CannotBeWithdrawn, match="sentence"):
            operations.withdraw_figures(by=viewer(force), at=AT, released=found, why="-")
        operations.withdraw_figures(by=viewer(force), at=AT, released=found, why=WHY)
        assert not ReleasedFigures.objects.standing().exists()

    def test_leaves_the_ledger_as_it_is(self, force, figures):
        found = released(figures)
        operations.withdraw_figures(by=viewer(force), at=AT, released=found, why=WHY)
        assert len(queries.ledger_of(force.pk).releases) == 1

    def test_is_done_once(self, force, figures):
        found = released(figures)
        operations.withdraw_figures(by=viewer(force), at=AT, released=found, why=WHY)
        with pytest.raises(operations.CannotBeWithdrawn, match="already"):
            operations.withdraw_figures(by=viewer(force), at=AT, released=found, why=WHY)

    def test_is_refused_to_the_policing_body(self, office, figures):
        found = released(figures)
        with pytest.raises(Refused):
            operations.withdraw_figures(
                by=factories.viewer(office.publisher), at=AT, released=found, why=WHY
            )


class TestCorrecting:
    def test_is_a_further_release_with_a_note(self, force, figures):
        first = released(figures)
        counts = factories_figures.BY_DECISION | {"charge": (66, 80)}
        second = released(protected(answered(force, counts), corrects=first, note=WHY))
        assert (second.corrects, second.note) == (first, WHY)
        seen = queries.released_seen_by(viewer(force)).get(pk=first.pk)
        assert seen.followed_by == second.pk

    def test_of_figures_that_were_withdrawn_meanwhile_is_refused(self, force, figures):
        first = released(figures)
        counts = factories_figures.BY_DECISION | {"charge": (66, 80)}
        later = protected(answered(force, counts), corrects=first, note=WHY)
        operations.withdraw_figures(by=viewer(force), at=AT, released=first, why=WHY)
        with pytest.raises(operations.CannotBeReleased, match="withdrawn"):
            released(later)


class TestTheLedger:
    def test_is_never_changed_or_deleted(self, force, figures):
        released(figures)
        entry = LedgerEntry.objects.get()
        for change in (
            lambda: LedgerEntry.objects.filter(pk=entry.pk).update(content=b"{}"),
            lambda: LedgerEntry.objects.filter(pk=entry.pk).delete(),
        ):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                change()
