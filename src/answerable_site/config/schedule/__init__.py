"""Work that falls due by the clock. `run_due` does it: at any time, and safely twice at once."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable_site.config.schedule import (
    answers,
    cases,
    clocks,
    cuts,
    digests,
    escalations,
    extracts,
    finding,
    heads,
    namings,
    public,
    retention,
    samples,
    signs,
    webhooks,
)
from answerable_site.config.schedule.jobs import Job, Outcome

JOBS: tuple[Job, ...] = (
    Job("heads", heads.sign, heads.foresee),
    Job("namings", namings.apply, namings.foresee),
    Job("clocks", clocks.recount, clocks.foresee),
    Job("cases", cases.reckon, cases.foresee),
    Job("cuts", cuts.settle, cuts.foresee),
    Job("extracts", extracts.erase, extracts.foresee),
    Job("retention", retention.erase, retention.foresee),
    Job("public", public.scan, public.foresee),
    Job("finding", finding.catch_up, finding.foresee),
    Job("answers", answers.forget, answers.foresee),
    Job("samples", samples.draw, samples.foresee),
    Job("escalations", escalations.raise_and_tell, escalations.foresee),
    Job("digests", digests.send, digests.foresee),
    Job("webhooks", webhooks.tell, webhooks.foresee),
    Job("signs", signs.give, signs.foresee),
)
"""In the order in which they run. Heads first: they bear the moment at which the run begins, and a
moment must not lie before one that is recorded already. What changes what is due comes before what
tells people."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of each job, by its name."""

    at: datetime
    outcomes: dict[str, Outcome]

    @property
    def is_whole(self) -> bool:
        """Whether nothing failed."""
        return not any(outcome.failed for outcome in self.outcomes.values())


def run_due(at: datetime, jobs: Sequence[Job] = JOBS) -> Report:
    """Do everything that is due at a moment. A job that fails does not stop the others.

    Args:
        at: when, with a time zone.
        jobs: what there is to do.
    """
    return Report(at, {job.name: _isolated(job, at) for job in jobs})


def foresee_due(at: datetime, jobs: Sequence[Job] = JOBS) -> dict[str, tuple[str, ...]]:
    """What `run_due` would do at a moment, by job; nothing is done."""
    return {job.name: job.foresee(at) for job in jobs}


def _isolated(job: Job, at: datetime) -> Outcome:
    try:
        return job.run(at)
    except Exception as problem:
        log.exception("The job %s broke off.", job.name)
        broke_off = f"The job {job.name} broke off ({type(problem).__name__}). "
        return Outcome(failed=(f"{broke_off}The log says where; the next run tries again.",))
