"""Does what is due every quarter of an hour, until stopped."""

from __future__ import annotations

import logging
import signal
import time
from datetime import timedelta

from django.db import close_old_connections
from django.utils import timezone

from answerable_site.config.schedule import run_due

EVERY = timedelta(minutes=15)
LOOK_UP_EVERY = timedelta(seconds=0.3)
log = logging.getLogger(__name__)


class Scheduler:
    """The loop. Told to stop, it ends its waiting at once and finishes what it is doing."""

    def __init__(self, every: timedelta = EVERY) -> None:
        self.every = every
        self.is_stopping = False

    def stop(self, _number: int = 0, _frame: object = None) -> None:
        """End the loop; can be set as the handler of a signal."""
        self.is_stopping = True

    def run(self) -> None:
        """Do what is due, wait, and again."""
        while not self.is_stopping:
            # A connection that the database closed while we waited is opened afresh.
            close_old_connections()
            report = run_due(timezone.now())
            for outcome in report.outcomes.values():
                for sentence in outcome.failed:
                    log.error(sentence)
            self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + self.every.total_seconds()
        while not self.is_stopping and time.monotonic() < until:
            time.sleep(LOOK_UP_EVERY.total_seconds())


def run_until_stopped() -> None:
    """Run the loop until SIGTERM or Ctrl-C."""
    scheduler = Scheduler()
    signal.signal(signal.SIGTERM, scheduler.stop)
    signal.signal(signal.SIGINT, scheduler.stop)
    scheduler.run()
