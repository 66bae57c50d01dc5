from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from answerable_site.config.schedule import Outcome, Report, loop

ROOT = Path(__file__).parents[4]


@pytest.fixture
def runs(monkeypatch):
    """The moments of the runs; what they report stands in `outcomes`."""
    found = []

    def run_due(at):
        found.append(at)
        return Report(at, {"one": Outcome(failed=("It failed.",))})

    monkeypatch.setattr(loop, "run_due", run_due)
    monkeypatch.setattr(loop, "close_old_connections", lambda: None)
    return found


class TestScheduler:
    def test_runs_at_once_and_again_until_stopped(self, runs, monkeypatch):
        scheduler = loop.Scheduler(every=timedelta(0))
        monkeypatch.setattr(
            loop.log, "error", lambda _sentence: len(runs) == 3 and scheduler.stop()
        )
        scheduler.run()
        assert len(runs) == 3

    def test_writes_what_failed_to_the_log(self, runs, monkeypatch, caplog):
        scheduler = loop.Scheduler()
        monkeypatch.setattr(scheduler, "_wait", scheduler.stop)
        scheduler.run()
        assert "It failed." in caplog.text

    def test_waits_no_longer_once_stopped(self, runs, monkeypatch):
        scheduler = loop.Scheduler(every=timedelta(days=1))
        waits = []

        def sleep(seconds):
            waits.append(seconds)
            scheduler.stop()

        monkeypatch.setattr(loop.time, "sleep", sleep)
        scheduler.run()
        assert len(waits) == 1


STARTED = """
import django, sys
django.setup()
from answerable_site.config.schedule import Report, loop

def run_due(at):
    print("running", flush=True)
    return Report(at, {})

loop.run_due = run_due
loop.run_until_stopped()
print("ended", flush=True)
"""


@pytest.mark.slow
class TestRunUntilStopped:
    @pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT])
    def test_ends_its_waiting_at_a_signal(self, with_signal):
        process = subprocess.Popen(
            [sys.executable, "-c", STARTED],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout.readline() == "running\n"
            process.send_signal(with_signal)
            assert process.communicate(timeout=20)[0] == "ended\n"
            assert process.returncode == 0
        finally:
            process.kill()
