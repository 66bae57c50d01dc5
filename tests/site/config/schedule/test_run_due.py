from __future__ import annotations

from datetime import UTC, datetime

from answerable_site.config.schedule import JOBS, Job, Outcome, foresee_due, run_due

AT = datetime(2026, 5, 12, 8, tzinfo=UTC)


def works(_at: datetime) -> Outcome:
    return Outcome(done=("It is done.",))


def breaks(_at: datetime) -> Outcome:
    raise ZeroDivisionError


def nothing(_at: datetime) -> tuple[str, ...]:
    return ()


class TestRunDue:
    def test_gives_each_job_the_moment(self):
        given = []
        jobs = [Job(name, lambda at: given.append(at) or Outcome(), nothing) for name in "ab"]
        assert run_due(AT, jobs).is_whole
        assert given == [AT, AT]

    def test_goes_on_after_a_job_that_breaks_off(self):
        report = run_due(AT, [Job("first", breaks, nothing), Job("second", works, nothing)])
        assert report.outcomes["second"].done == ("It is done.",)
        assert "first broke off (ZeroDivisionError)" in report.outcomes["first"].failed[0]
        assert not report.is_whole

    def test_keeps_the_trace_for_the_log(self, caplog):
        run_due(AT, [Job("first", breaks, nothing)])
        assert "raise ZeroDivisionError" in caplog.text

    def test_is_not_whole_when_a_job_says_that_something_failed(self):
        report = run_due(AT, [Job("one", lambda _at: Outcome(failed=("It is not.",)), nothing)])
        assert not report.is_whole


class TestForeseeDue:
    def test_runs_no_job(self):
        told = foresee_due(AT, [Job("one", breaks, lambda at: (f"At {at:%H}.",))])
        assert told == {"one": ("At 08.",)}


class TestJobs:
    def test_have_names_of_their_own(self):
        assert len({job.name for job in JOBS}) == len(JOBS)
