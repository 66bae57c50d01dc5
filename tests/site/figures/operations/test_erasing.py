"""A cut is erased by two people, after a time in quarantine; what it was stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests import factories_cuts
from tests.factories_cuts import AT, WHY, set_aside, to_be_erased, viewer
from tests.library.cuts import written

from answerable_site.audit.models import AuditEntry
from answerable_site.figures import folders, operations
from answerable_site.figures.models import DataCut, Erasure
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db
DAYS = 31
"""To the day after thirty whole ones."""


@pytest.fixture
def cut(county) -> DataCut:
    return factories_cuts.made(county.force)


def call_off(
    erasure: Erasure, *, why: str = "Figures of it are still asked about.", days: int = 0
) -> None:
    at = AT + timedelta(days=days)
    operations.call_off_erasure(by=viewer(erasure.force), at=at, erasure=erasure, why=why)


def erase(erasure: Erasure, *, days: int = DAYS) -> None:
    operations.erase_cut(by=PRODUCT, at=AT + timedelta(days=days), erasure=erasure)


class TestAsking:
    def test_does_nothing_to_the_cut(self, cut):
        to_be_erased(cut)
        assert folders.place_of(cut.name).is_dir()

    def test_is_for_the_analyst_of_the_force(self, cut):
        with pytest.raises(Refused):
            operations.ask_erasure(
                by=viewer(cut.force, Role.FIGURE_CHECKER), at=AT, cut=cut, why=WHY
            )

    def test_takes_a_sentence(self, cut):
        with pytest.raises(operations.CannotBeErased, match="Say in a sentence"):
            operations.ask_erasure(by=viewer(cut.force), at=AT, cut=cut, why="x")

    def test_is_done_once(self, cut):
        to_be_erased(cut)
        with pytest.raises(operations.CannotBeErased, match="asked for this already"):
            to_be_erased(cut)

    def test_keeps_the_reason_in_the_record(self, cut):
        to_be_erased(cut)
        assert AuditEntry.objects.get(act="figures.ask_erasure").reason == WHY


class TestConfirming:
    def test_moves_the_files_to_where_nobody_opens_them(self, cut):
        set_aside(cut)
        assert not folders.place_of(cut.name).exists()
        assert folders.is_aside(cut.name)

    def test_says_on_which_day_they_are_erased(self, cut):
        assert set_aside(cut).erase_on == AT.date() + timedelta(days=DAYS)

    def test_takes_the_days_of_the_office(self, cut, settings):
        settings.CUT_QUARANTINE_DAYS = 7
        assert set_aside(cut).erase_on == AT.date() + timedelta(days=8)

    def test_is_refused_to_who_asked(self, cut):
        with pytest.raises(Refused):
            operations.confirm_erasure(by=viewer(cut.force), at=AT, erasure=to_be_erased(cut))
        assert folders.place_of(cut.name).is_dir()

    def test_by_who_asked_is_refused_by_the_database_too(self, cut):
        erasure = to_be_erased(cut)
        with pytest.raises(DatabaseError), transaction.atomic():
            Erasure.objects.filter(pk=erasure.pk).update(
                confirmed_at=AT, confirmed_by=erasure.asked_by, erase_on=AT.date()
            )

    def test_is_done_once(self, cut):
        erasure = set_aside(cut)
        with pytest.raises(operations.CannotBeErased, match="confirmed already"):
            operations.confirm_erasure(
                by=viewer(cut.force, Role.FIGURE_CHECKER), at=AT, erasure=erasure
            )


class TestCallingOff:
    def test_puts_the_files_back_as_they_were(self, cut):
        before = written.bytes_of(folders.place_of(cut.name))
        call_off(set_aside(cut))
        assert written.bytes_of(folders.place_of(cut.name)) == before
        assert not folders.is_aside(cut.name)

    def test_lets_somebody_ask_anew(self, cut):
        call_off(to_be_erased(cut))
        assert to_be_erased(cut).confirmed_at is None

    def test_is_possible_until_the_quarantine_is_over(self, cut):
        erasure = set_aside(cut)
        with pytest.raises(operations.CannotBeErased, match="quarantine is over"):
            call_off(erasure, days=DAYS)
        assert folders.is_aside(cut.name)
        call_off(erasure, days=DAYS - 1)
        assert folders.place_of(cut.name).is_dir()

    def test_comes_too_late_once_it_is_erased(self, cut):
        erasure = set_aside(cut)
        erase(erasure)
        with pytest.raises(operations.CannotBeErased):
            call_off(erasure)

    def test_takes_a_sentence(self, cut):
        with pytest.raises(operations.CannotBeErased, match="Say in a sentence"):
            call_off(set_aside(cut), why="x")
        assert folders.is_aside(cut.name)

    def test_is_for_whoever_sees_the_cuts(self, county, cut):
        with pytest.raises(Refused):
            operations.call_off_erasure(
                by=county.viewer(Role.SUPERVISOR), at=AT, erasure=set_aside(cut), why=WHY
            )


class TestErasing:
    def test_waits_until_the_quarantine_is_over(self, cut):
        erasure = set_aside(cut)
        with pytest.raises(operations.CannotBeErased, match="not over"):
            erase(erasure, days=DAYS - 1)
        assert folders.is_aside(cut.name)

    def test_leaves_no_file(self, cut, cuts):
        erase(set_aside(cut))
        assert [one for one in cuts.glob("**/*") if one.is_file()] == []

    def test_keeps_what_the_cut_was(self, cut):
        erase(set_aside(cut))
        left = DataCut.objects.get()
        assert (left.digest, left.cases, left.manifest) == (cut.digest, cut.cases, cut.manifest)

    def test_is_an_erasure_in_the_record_with_counts_and_digest(self, cut):
        erase(set_aside(cut))
        entry = AuditEntry.objects.get(act="figures.erase_cut")
        assert entry.kind == "erasure"
        assert (entry.details["cases"], entry.details["digest"]) == (1, cut.digest)

    def test_of_a_cut_that_nobody_confirmed_is_refused(self, cut):
        with pytest.raises(operations.CannotBeErased):
            erase(to_be_erased(cut), days=400)
        assert folders.place_of(cut.name).is_dir()

    def test_of_a_cut_that_was_called_off_is_refused(self, cut):
        erasure = set_aside(cut)
        call_off(erasure)
        with pytest.raises(operations.CannotBeErased):
            erase(erasure)
        assert folders.place_of(cut.name).is_dir()

    def test_goes_on_where_it_broke_off(self, cut):
        erasure = set_aside(cut)
        folders.erase(cut.name)
        erase(erasure)
        assert Erasure.objects.get().erased_at is not None


class TestTheRow:
    def test_is_never_changed(self, cut):
        with pytest.raises(DatabaseError), transaction.atomic():
            DataCut.objects.update(cases=0)

    def test_is_never_deleted(self, cut):
        with pytest.raises(DatabaseError), transaction.atomic():
            DataCut.objects.all()._raw_delete(DataCut.objects.db)
