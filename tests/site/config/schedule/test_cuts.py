from __future__ import annotations

import os
from datetime import timedelta

import pytest
from tests import factories_cases, factories_cuts, factories_figures
from tests.factories_cuts import AT, asked, made, set_aside, viewer

from answerable_site.audit.models import AuditEntry
from answerable_site.config.schedule import cuts
from answerable_site.figures import folders, operations, queries
from answerable_site.figures.models import DataCut, Erasure
from answerable_site.people.rules import PRODUCT

pytestmark = pytest.mark.django_db
THEN = AT + timedelta(days=31)


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.CUTS = tmp_path / "cuts"


@pytest.fixture
def force(db):
    return factories_cases.county().force


def left_half_way(force):
    """A cut whose worker was killed while it wrote."""
    queued = operations.begin_cut(
        by=PRODUCT, at=AT, queued_id=asked(force).pk, step="Reading cases"
    )
    long_ago = AT.timestamp()
    sign = folders.place_of(f".{queued.name}-going-on")
    os.utime(sign, (long_ago, long_ago))
    (folders.place_of(f".{queued.name}-unfinished-x") / "cut").mkdir(parents=True)
    return queued


class TestErasing:
    def test_is_done_once_the_quarantine_is_over(self, force):
        set_aside(made(force))
        assert cuts.settle(THEN - timedelta(days=1)).done == ()
        assert cuts.settle(THEN).done == ("1 data cut erased.",)
        assert Erasure.objects.get().erased_at == THEN

    def test_is_done_once_however_often_it_runs(self, force):
        set_aside(made(force))
        cuts.settle(THEN)
        assert cuts.settle(THEN + timedelta(days=1)).done == ()

    def test_is_foreseen_and_not_done(self, force):
        cut = made(force)
        set_aside(cut)
        assert cuts.foresee(THEN) == ("1 data cut to erase.",)
        assert folders.is_aside(cut.name)

    def test_that_fails_says_so_and_keeps_no_other_from_it(self, force, monkeypatch):
        first, second = made(force), made(force)
        for one in (first, second):
            set_aside(one)
        erase = folders.erase

        def fails_once(name):
            if name == first.name:
                raise OSError
            erase(name)

        monkeypatch.setattr(folders, "erase", fails_once)
        outcome = cuts.settle(THEN)
        assert outcome.done == ("1 data cut erased.",)
        assert outcome.failed == ("1 data cut not settled. The log says why.",)


class TestWhatBrokeOff:
    def test_is_ended_with_a_sentence_and_leaves_nothing(self, force, settings):
        queued = left_half_way(force)
        assert cuts.settle(AT + timedelta(hours=2)).done == ("1 data cut ended.",)
        queued.refresh_from_db()
        assert "stopped before it was finished" in queued.refusal
        assert list(settings.CUTS.iterdir()) == []

    def test_may_wait_for_a_worker_for_a_day(self, force):
        queued = asked(force)
        assert cuts.settle(AT + timedelta(days=1)).done == ()
        assert cuts.settle(AT + timedelta(days=1, minutes=1)).done == ("1 data cut ended.",)
        queued.refresh_from_db()
        assert "No worker took it up" in queued.refusal

    def test_is_left_alone_while_it_shows_signs_of_life(self, force):
        left_half_way(force)
        assert cuts.settle(AT + timedelta(minutes=59)).done == ()

    def test_is_swept_up_after_it_was_cancelled(self, force):
        queued = left_half_way(force)
        operations.cancel_cut(by=viewer(force), at=AT, queued=queued)
        assert cuts.settle(AT + timedelta(minutes=59)).done == ()
        assert cuts.settle(AT + timedelta(hours=2)).done == ("1 data cut swept up.",)
        assert not folders.has_leftovers(queued.name)

    def test_is_found_by_its_sign_alone(self, force, settings):
        queued = asked(force)
        operations.cancel_cut(by=viewer(force), at=AT, queued=queued)
        folders.leave_sign(queued.name, "35 Reading cases")
        (settings.CUTS / f".{queued.name}-going-on.new").touch()
        assert cuts.settle(AT + timedelta(hours=2)).done == ("1 data cut swept up.",)
        assert list(settings.CUTS.iterdir()) == []

    def test_is_no_sign_of_a_cut_that_was_made(self, force, settings):
        cut = made(force)
        folders.leave_sign(cut.name, "90 Comparing with the cut before")
        cuts.settle(AT)
        assert [one.name for one in settings.CUTS.iterdir()] == [cut.name]

    def test_touches_no_cut_that_was_made(self, force):
        cut = made(force)
        assert cuts.settle(AT + timedelta(days=3)).done == ()
        assert folders.place_of(cut.name).is_dir()
        assert DataCut.objects.count() == 1


class TestFilesThatAreNotWhereTheyShouldBe:
    def test_are_moved_into_quarantine(self, force):
        cut = made(force)
        set_aside(cut)
        folders.put_back(cut.name)
        cuts.settle(AT)
        assert folders.is_aside(cut.name)

    def test_are_moved_out_of_it(self, force):
        cut = made(force)
        folders.set_aside(cut.name)
        cuts.settle(AT)
        assert folders.place_of(cut.name).is_dir()

    def test_leave_an_entry_once(self, force):
        folders.set_aside(made(force).name)
        for _ in range(2):
            cuts.settle(AT)
        entry = AuditEntry.objects.get(act="figures.put_files_right")
        assert entry.details == {"in_quarantine": False}

    def test_stay_in_quarantine_where_somebody_confirmed_it_meanwhile(self, force, monkeypatch):
        cut = made(force)
        found = list(queries.cuts_not_erased())

        def then_confirmed():
            set_aside(cut)
            return found

        monkeypatch.setattr(queries, "cuts_not_erased", then_confirmed)
        cuts.settle(AT)
        assert folders.is_aside(cut.name)

    def test_that_cannot_be_moved_keep_no_others_from_it(self, force, monkeypatch):
        first, second = made(force), made(force)
        for one in (first, second):
            folders.set_aside(one.name)
        put_back = folders.put_back

        def fails_once(name):
            if name == first.name:
                raise OSError
            put_back(name)

        monkeypatch.setattr(folders, "put_back", fails_once)
        assert cuts.settle(AT).failed == ("1 data cut not settled. The log says why.",)
        assert folders.place_of(second.name).is_dir()

    def test_are_found_by_their_names_alone(self, force, django_assert_num_queries):
        made(force)
        with django_assert_num_queries(1) as asked_for:
            list(queries.cuts_not_erased())
        assert "manifest" not in asked_for.captured_queries[0]["sql"]


class TestWorkOnFigures:
    @pytest.fixture
    def begun(self, force):
        cut = factories_cuts.without_files(by=viewer(force), at=AT, force=force)
        results = factories_figures.asked(cut)
        operations.begin_work(by=PRODUCT, at=AT, work=results, step="Asking")
        long_ago = AT.timestamp()
        os.utime(folders.place_of(f".{results.name}-going-on"), (long_ago, long_ago))
        return results

    def test_whose_worker_is_gone_is_ended_with_a_sentence(self, begun):
        later = AT + timedelta(hours=2)
        assert cuts.foresee(later) == ("1 piece of work on figures to end.",)
        assert cuts.settle(later).done == ("1 piece of work on figures ended.",)
        begun.refresh_from_db()
        assert begun.refusal.startswith("It stopped before it was finished")
        assert cuts.settle(later).done == ()

    def test_that_goes_on_is_left_alone(self, begun):
        assert cuts.settle(AT + timedelta(minutes=30)).done == ()
