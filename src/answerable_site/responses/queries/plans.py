"""The office's own milestones for one response, as they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.statute import civil_date
from answerable_site.responses.models import MilestonePause
from answerable_site.responses.queries.dossiers import Dossier
from answerable_site.responses.rules import completeness
from answerable_site.responses.rules.milestones import (
    Milestone,
    MilestoneState,
    Pause,
    Plan,
    Step,
    planned,
    state_of,
)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One milestone, when its step was done, and what has become of it."""

    milestone: Milestone
    done_on: date | None
    state: MilestoneState


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """The milestones of one response and the pauses that moved them."""

    steps: tuple[PlannedStep, ...]
    """Empty where no statutory clock runs."""
    pauses: tuple[MilestonePause, ...]

    @property
    def running_pause(self) -> MilestonePause | None:
        """The pause that has no last day yet."""
        return next((pause for pause in self.pauses if pause.to_on is None), None)


def office_plan(held: Dossier, *, on: date) -> OfficePlan:
    """The plan of a response, counted back from its last lawful day."""
    rows = tuple(held.response.pauses.select_related("recorded_by")) if held.response else ()
    clock = held.facts.clock
    if clock is None:
        return OfficePlan((), rows)
    pauses = [Pause(row.from_on, row.to_on, row.reason) for row in rows]
    done = _done(held)
    steps = tuple(
        PlannedStep(
            milestone,
            done[milestone.step],
            state_of(milestone, done_on=done[milestone.step], on=on),
        )
        for milestone in planned(clock, Plan(), on=on, pauses=pauses)
    )
    return OfficePlan(steps, rows)


def _done(held: Dossier) -> dict[Step, date | None]:
    """The day on which each step was done, as its records say.

    Once something is whole and public, the steps that led there are taken as done on the day of
    the version that stands, whatever was voided on the way.
    """
    comments, prepared, signed = held.chief_officer_comments, held.preparation, held.signature
    public = held.answered_on
    heard = (comments.received_on or comments.none_received_by) if comments else None
    complete = not completeness.gaps(held.facts)
    return {
        Step.CHIEF_OFFICER_INVITED: held.invitation.invited_on if held.invitation else public,
        Step.COMMENTS_WANTED: heard or public,
        Step.DRAFT_COMPLETE: public or (_last_written(held) if complete else None),
        Step.PREPARED: public or (civil_date(prepared.prepared_at) if prepared else None),
        Step.SIGNED: public or (civil_date(signed.signed_at) if signed else None),
        Step.PUBLISHED: public,
    }


def _last_written(held: Dossier) -> date | None:
    """The day of the last text, which made the draft complete."""
    texts = [held.own_comments, held.reply, held.chief_officer_comments]
    moments = [text.written_at for text in (*texts, *held.explanations.values()) if text]
    return civil_date(max(moments)) if moments else None
