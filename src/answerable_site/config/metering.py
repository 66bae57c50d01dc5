"""Figures for Prometheus: how requests fare, and what waits. Nothing of anybody’s is in them.

Each web process adds to files of its own in the folder of figures, and whichever is asked adds all
of them up; what waits is read from the database when somebody asks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import Error
from django.utils import timezone

from answerable.statute import civil_date
from answerable_site.casework import queries as casework
from answerable_site.casework import wall
from answerable_site.upkeep import signs
from answerable_site.upkeep.queries.running import last_backup, work
from answerable_site.upkeep.signs import Sign

# Read when the library is imported: then each process keeps its figures in files.
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(settings.METRICS_FOLDER))
settings.METRICS_FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)

from prometheus_client import (  # noqa: E402 - see above
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric  # noqa: E402
from prometheus_client.multiprocess import MultiProcessCollector  # noqa: E402
from prometheus_client.registry import Collector  # noqa: E402

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
_STEPS: Final = (0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 15.0)
"""Seconds."""

_own = CollectorRegistry()
_requests = Counter(
    "answerable_requests", "Requests that were answered.", ("route", "status"), registry=_own
)
_seconds = Histogram(
    "answerable_request_seconds",
    "How long answers took, by room.",
    ("room",),
    buckets=_STEPS,
    registry=_own,
)


def count(*, route: str, status: int, seconds: float) -> None:
    """Count one request.

    Args:
        route: the name of the route; never an address.
        status: of the answer.
        seconds: that it took.
    """
    _requests.labels(route, str(status)).inc()
    _seconds.labels(route.partition(":")[0]).observe(seconds)


def written() -> bytes:
    """All figures, as Prometheus reads them."""
    asked = CollectorRegistry()
    MultiProcessCollector(asked)
    asked.register(_Waiting())
    written: bytes = generate_latest(asked)
    return written


class _Waiting(Collector):
    """What waits, as the database has it; without it there is only that it does not answer."""

    def collect(self) -> Iterator[Metric]:
        now = timezone.now()
        try:
            with wall.as_product():
                found = list(_figures(now))
        except Error:
            found = []
        yield _gauge("database_up", "Whether the database answered.", 1.0 if found else 0.0)
        yield from found


def _figures(now: datetime) -> Iterator[Metric]:
    standing, backup = work(now), last_backup()
    yield _gauge("tasks_waiting", "Background work that waits.", standing.waiting)
    yield _gauge("tasks_failed", "Background work that failed within a day.", standing.failed)
    for name, what, then in (
        ("oldest_task_seconds", "How long the oldest piece of work waits.", standing.waits_since),
        ("run_due_age_seconds", "Since what is due was last done.", signs.last(Sign.RAN)),
        ("worker_age_seconds", "Since a worker was last seen.", signs.last(Sign.WORKED)),
        (
            "backup_age_seconds",
            "Since the last backup was made.",
            backup.made_at if backup else None,
        ),
    ):
        # A figure that is not there says “never”: no number would.
        if then is not None:
            yield _gauge(name, what, (now - then).total_seconds())
    if backup:
        yield _gauge("backup_verified", "Whether it was opened.", float(backup.was_verified))
    late = casework.count_late(civil_date(now))
    yield _gauge("case_limits_late", "What is due in cases and late.", late)


def _gauge(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(f"answerable_{name}", what, value)
