"""A cut that was asked for is made in the background, or says why not and leaves nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_cuts
from tests.factories_cuts import AS_OF, AT, LAST_DAY, run, viewer

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import sealing
from answerable_site.figures import folders, operations, queries
from answerable_site.figures.models import CutKey, DataCut, QueuedCut
from answerable_site.figures.rules import UnusablePlan
from answerable_site.figures.tasks import cuts as tasks
from answerable_site.people.access import Refused
from answerable_site.people.models import Assignment
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=2)


@pytest.fixture
def queued(county) -> QueuedCut:
    return factories_cuts.asked(county.force)


def cancel(queued: QueuedCut, *, role: Role = Role.ANALYST) -> None:
    operations.cancel_cut(by=viewer(queued.force, role), at=AT, queued=queued)


def left_in(cuts) -> list[str]:
    return sorted(one.name for one in cuts.iterdir()) if cuts.exists() else []


class TestAsking:
    def test_is_refused_to_others_than_the_analyst_of_the_force(self, county):
        with pytest.raises(Refused):
            operations.ask_cut(
                by=county.viewer(Role.SUPERVISOR),
                at=AT,
                force=county.force,
                as_of=AS_OF,
                last_day=LAST_DAY,
            )

    def test_is_refused_of_a_day_to_come(self, county):
        with pytest.raises(UnusablePlan):
            factories_cuts.asked(county.force, as_of=AT.date() + timedelta(days=1))

    def test_draws_the_key_of_a_force_once(self, county):
        factories_cuts.asked(county.force)
        first = CutKey.objects.get().sealed
        factories_cuts.asked(county.force)
        assert CutKey.objects.get().sealed == first

    def test_needs_the_keys_of_cases(self, county, settings):
        settings.CASE_KEYS = []
        with pytest.raises(sealing.CaseKeysMissing):
            factories_cuts.asked(county.force)


class TestACutThatWaits:
    def test_is_made_by_whoever_asked_for_it(self, queued):
        done = run(queued)
        assert (done.state, done.cut) == ("made", DataCut.objects.get())
        assert done.cut.made_by == done.asked_by

    def test_is_made_once(self, queued):
        run(run(queued))
        assert DataCut.objects.count() == 1

    def test_tells_how_many_cases_were_read(self, queued):
        told: list[int] = []
        tasks.make_waiting(queued.pk, now=lambda: AT, tell=told.append)
        assert told == [1]

    def test_leaves_no_sign_of_life_once_it_is_made(self, queued, cuts):
        done = run(queued)
        assert left_in(cuts) == [done.cut.name]

    def test_of_somebody_who_is_no_analyst_any_more_is_refused(self, queued, cuts):
        Assignment.objects.filter(user=queued.asked_by).delete()
        assert "Only an analyst" in run(queued).refusal
        assert not DataCut.objects.exists()
        assert left_in(cuts) == []

    def test_whose_keys_are_gone_ends_with_its_sentence(self, queued, settings, cuts):
        settings.CASE_KEYS = []
        assert "make-case-keys" in run(queued).refusal
        assert left_in(cuts) == []

    def test_that_fails_unexpectedly_ends_with_a_plain_sentence(self, queued, monkeypatch, cuts):
        def fail(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(queries, "rows_to_cut", fail)
        assert run(queued).refusal == tasks.UNEXPECTED
        assert left_in(cuts) == []

    def test_for_which_there_is_no_room_leaves_nothing(self, queued, monkeypatch, cuts):
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("answerable.cuts.write._settle", full)
        assert run(queued).refusal == tasks.NOT_WRITABLE
        assert left_in(cuts) == []

    def test_whose_first_sign_cannot_be_left_is_refused_at_once(self, queued, monkeypatch, cuts):
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(folders, "leave_sign", full)
        assert run(queued).refusal == tasks.NOT_WRITABLE
        assert left_in(cuts) == []


class TestACutThatIsMade:
    @pytest.fixture
    def kept(self, queued, cuts):
        """Makes it, and says whether row and files are there."""

        def make() -> bool:
            done = run(queued)
            assert done.cut is not None
            return (cuts / done.name).is_dir() and queries.problems_with(done.cut) == ()

        return make

    def test_stays_where_its_sign_of_life_cannot_be_taken_away(self, kept, monkeypatch):
        def fail(_: str) -> None:
            raise OSError(30, "Read-only file system")

        monkeypatch.setattr(folders, "take_sign", fail)
        assert kept()

    def test_stays_whatever_goes_wrong_afterwards(self, kept, monkeypatch):
        make = operations.make_cut

        def then_fail(**told):
            make(**told)
            raise ZeroDivisionError

        monkeypatch.setattr(operations, "make_cut", then_fail)
        assert kept()

    def test_stays_where_it_is_taken_for_cancelled_afterwards(self, kept, monkeypatch):
        make = operations.make_cut

        def then_overtaken(**told):
            make(**told)
            raise operations.CutOvertaken

        monkeypatch.setattr(operations, "make_cut", then_overtaken)
        assert kept()


class TestHowFarItHasCome:
    def test_is_told_by_its_last_sign(self, queued):
        folders.leave_sign(queued.name, "35 Reading cases, as they are now")
        progress = queries.progress_of(queued)
        assert (progress.percent, progress.step) == (35, "Reading cases, as they are now")

    def test_is_nothing_before_it_begins(self, queued):
        progress = queries.progress_of(queued)
        assert (progress.percent, progress.step, progress.last_sign_at) == (0, "", AT)


class TestCancelling:
    def test_before_it_begins_leaves_nothing(self, queued, cuts):
        cancel(queued)
        assert run(queued).state == "cancelled"
        assert left_in(cuts) == []

    def test_while_cases_are_read_leaves_nothing(self, queued, monkeypatch, cuts):
        read = queries.rows_to_cut

        def then_cancelled(queued, numbers, tell):
            cancel(queued)
            return read(queued, numbers, tell)

        monkeypatch.setattr(queries, "rows_to_cut", then_cancelled)
        assert run(queued).state == "cancelled"
        assert left_in(cuts) == []
        assert not DataCut.objects.exists()

    def test_when_all_is_written_leaves_nothing(self, queued, monkeypatch, cuts):
        make = operations.make_cut

        def once_cancelled(**told):
            cancel(queued)
            return make(**told)

        monkeypatch.setattr(operations, "make_cut", once_cancelled)
        assert run(queued).state == "cancelled"
        assert left_in(cuts) == []
        assert not DataCut.objects.exists()
        assert not AuditEntry.objects.filter(act="figures.make_cut").exists()

    def test_comes_too_late_once_it_is_made(self, queued):
        run(queued)
        with pytest.raises(operations.CutOvertaken):
            cancel(queued)

    def test_is_for_the_analyst(self, queued):
        with pytest.raises(Refused):
            cancel(queued, role=Role.FIGURE_CHECKER)


class TestARefusal:
    def test_does_not_overwrite_that_it_was_cancelled(self, queued):
        cancel(queued)
        with pytest.raises(operations.CutOvertaken):
            operations.refuse_cut(by=PRODUCT, at=AT, queued=queued, sentence="No.")
