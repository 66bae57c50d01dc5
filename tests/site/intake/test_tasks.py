"""An extract that was confirmed is loaded in the background, or ends with a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from tests import factories_cases, factories_loads
from tests.factories_loads import AS_AT, AT, DECIDED, REPORTED, WHY
from tests.library.mappings import making

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case
from answerable_site.intake import operations, queries, tasks
from answerable_site.intake.models import Batch, QueuedLoad
from answerable_site.intake.rules import SentExtract, Tried
from answerable_site.people.access import Refused
from answerable_site.people.models import Assignment
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.register import queries as register

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


@pytest.fixture
def queued(county, crimes) -> QueuedLoad:
    return queue(county, crimes, making.text([REPORTED], crimes.profile))


def queue(county, crimes, file: bytes, **also) -> QueuedLoad:
    by = county.viewer(Role.SUPERVISOR)
    kept = operations.keep_extract(
        by=by, at=AT, source=crimes.source, name="crimes.csv", content=ContentFile(file)
    )
    return operations.queue_load(
        by=by,
        at=AT,
        source=crimes.source,
        stored_as=kept.stored_as,
        sha256=kept.sha256,
        as_at=AS_AT,
        **also,
    )


def run(queued: QueuedLoad) -> QueuedLoad:
    tasks.load_waiting(queued.pk, now=lambda: AT)
    queued.refresh_from_db()
    return queued


def cancel(county, queued: QueuedLoad, *, role: Role = Role.SUPERVISOR) -> None:
    operations.cancel_queued_load(by=county.viewer(role), at=AT, queued=queued)


class TestAnExtractThatWaits:
    def test_is_loaded_by_whoever_confirmed_it(self, county, queued):
        done = run(queued)
        assert (done.state, done.batch) == ("loaded", Batch.objects.get())
        assert done.batch.loaded_by == county.people[Role.SUPERVISOR]

    def test_is_loaded_once(self, queued):
        run(run(queued))
        assert Batch.objects.count() == 1

    def test_corrects_the_load_that_was_named(self, county, crimes):
        first = factories_loads.load(county, crimes, [REPORTED])
        file = making.text([REPORTED], crimes.profile)
        assert run(queue(county, crimes, file, supersedes=first)).batch.supersedes == first

    def test_is_kept_no_longer_once_it_is_loaded(self, queued, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            run(queued)
        assert register.content_of_kept_list(queued.stored_as, sha256=queued.sha256) is None

    def test_of_another_source_ends_with_its_sentence(self, county, crimes):
        done = run(queue(county, crimes, b"A,B\n1,2\n"))
        assert done.state == "refused"
        assert "It has no column" in done.refusal

    def test_that_is_kept_no_longer_says_to_send_it_again(self, queued):
        default_storage.delete(queued.stored_as)
        assert run(queued).refusal == tasks.GONE

    def test_of_somebody_who_may_not_load_any_more_is_refused(self, county, queued):
        Assignment.objects.filter(user=county.people[Role.SUPERVISOR]).delete()
        assert "Only a supervisor" in run(queued).refusal
        assert not Batch.objects.exists()

    def test_that_fails_unexpectedly_ends_with_a_plain_sentence(self, queued, monkeypatch):
        def fail(*_, **__):
            raise ZeroDivisionError

        monkeypatch.setattr("answerable.mappings.check_file", fail)
        assert run(queued).refusal == tasks.UNEXPECTED


class TestAnExtractThatIsTried:
    @pytest.fixture
    def sent(self, county, crimes) -> SentExtract:
        return self.kept(county, crimes, making.text([REPORTED], crimes.profile))

    def kept(self, county, crimes, file: bytes, *, supersedes: Batch | None = None) -> SentExtract:
        by = county.viewer(Role.SUPERVISOR)
        kept = operations.keep_extract(
            by=by, at=AT, source=crimes.source, name="crimes.csv", content=ContentFile(file)
        )
        return SentExtract(
            stored_as=kept.stored_as,
            sha256=kept.sha256,
            size=len(file),
            source_id=crimes.source.pk,
            user_id=by.user_id,
            as_at=AS_AT.isoformat(),
            sheet="",
            supersedes=supersedes.pk if supersedes else None,
        )

    def tried(self, county, sent: SentExtract, *, role: Role = Role.SUPERVISOR) -> Tried:
        """What came of trying it, which is what is kept beside it."""
        found = tasks.try_sent(sent, by=county.viewer(role), now=lambda: AT)
        assert queries.tried_extract(sent.stored_as) == found
        return found

    def test_is_kept_with_what_came_of_it(self, county, sent):
        assert self.tried(county, sent).accepted == 1

    def test_that_is_not_as_it_was_sent_says_to_send_it_again(self, county, sent):
        changed = replace(sent, sha256="0" * 64)
        assert self.tried(county, changed).refusal == tasks.GONE

    def test_of_a_source_that_is_theirs_no_more_ends_with_a_sentence(self, county, sent):
        assert self.tried(county, sent, role=Role.INVESTIGATOR).refusal == tasks.GONE

    def test_of_somebody_who_may_not_load_any_more_ends_with_a_sentence(
        self, county, sent, monkeypatch
    ):
        """Their post ends while it is tried."""
        trial = operations.Trial.of

        def and_then_not(**told):
            found = trial(**told)
            monkeypatch.setattr("answerable_site.intake.access.can_load", lambda *_: False)
            return found

        monkeypatch.setattr(operations.Trial, "of", and_then_not)
        assert "Only a supervisor" in self.tried(county, sent).refusal

    def test_of_another_source_ends_with_its_sentence_and_one_entry(self, county, crimes):
        sent = self.kept(county, crimes, b"A,B\n1,2\n")
        assert "It has no column" in self.tried(county, sent).refusal
        entry = AuditEntry.objects.get(act="intake.refuse_trial")
        assert entry.details == {"sha256": sent.sha256}

    def test_that_fails_unexpectedly_ends_with_a_plain_sentence(self, county, sent, monkeypatch):
        def fail(*_, **__):
            raise ZeroDivisionError

        monkeypatch.setattr("answerable.mappings.check_file", fail)
        assert self.tried(county, sent).refusal == tasks.UNEXPECTED

    def test_leaves_nothing_where_it_is_gone_meanwhile(self, county, crimes, monkeypatch):
        """Somebody else deletes it while it is compared."""
        first = factories_loads.load(county, crimes, [REPORTED])
        file = making.text([DECIDED], crimes.profile)
        sent = self.kept(county, crimes, file, supersedes=first)
        trial = operations.Trial.of

        def and_then_gone(**told):
            found = trial(**told)
            default_storage.delete(sent.stored_as)
            return found

        monkeypatch.setattr(operations.Trial, "of", and_then_gone)
        found = tasks.try_sent(sent, by=county.viewer(Role.SUPERVISOR), now=lambda: AT)
        assert found.refusal == tasks.GONE
        assert queries.tried_extract(sent.stored_as) is None
        assert list(queries.would_differ(sent.stored_as)) == []
        assert not AuditEntry.objects.filter(act="intake.keep_trial").exists()


class TestHowFarItIs:
    def test_grows_while_its_transaction_runs(self, queued, monkeypatch):
        seen: list[int] = []
        come_to = operations.BesideExtract.come_to

        def then_seen(self, what, done):
            come_to(self, what, done)
            seen.append(queries.hundredths(self.stored_as, what))

        monkeypatch.setattr(operations.BesideExtract, "come_to", then_seen)
        run(queued)
        assert seen == sorted(seen)
        assert tasks.LOADED_FROM <= seen[0] < seen[-1] <= 100


class TestCancelling:
    def test_before_it_begins_leaves_nothing(self, county, queued):
        cancel(county, queued)
        assert run(queued).state == "cancelled"
        assert not Batch.objects.exists()

    @pytest.mark.parametrize("step", [tasks.SEALING, tasks.LOADING])
    def test_while_it_goes_on_leaves_nothing(self, county, queued, monkeypatch, step):
        report = operations.report_queued_load

        def then_cancelled(**told):
            report(**told)
            if told["step"] == step:
                cancel(county, queued)

        monkeypatch.setattr(operations, "report_queued_load", then_cancelled)
        assert run(queued).state == "cancelled"
        assert (Batch.objects.count(), Case.objects.count()) == (0, 1)
        assert not AuditEntry.objects.filter(act="intake.load_batch").exists()

    def test_comes_too_late_once_it_is_loaded(self, county, queued):
        run(queued)
        with pytest.raises(operations.LoadOvertaken):
            cancel(county, queued)
        assert Batch.objects.count() == 1

    def test_is_for_whoever_loads(self, county, queued):
        with pytest.raises(Refused):
            cancel(county, queued, role=Role.INVESTIGATOR)


class TestARefusal:
    def test_does_not_overwrite_that_it_was_cancelled(self, county, queued):
        cancel(county, queued)
        with pytest.raises(operations.LoadOvertaken):
            operations.refuse_queued_load(by=PRODUCT, at=AT, queued=queued, sentence=WHY)
