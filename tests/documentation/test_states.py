"""The page of states names each as the pages of the product do, and none that there is not."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from answerable_site.casereviews.rules.programmes import ProgrammeState
from answerable_site.figures.presenters import queued as figures
from answerable_site.followup.rules.closing import ClosureState
from answerable_site.followup.rules.states import (
    ActionState,
    AssuranceKind,
    InspectorateStatus,
    OwnView,
)
from answerable_site.intake.presenters import queued as intake
from answerable_site.intake.rules.linking import LinkState
from answerable_site.intake.rules.rows import RowState
from answerable_site.register.presenters import documents
from answerable_site.responses.presenters import dispatches, dues, plans
from answerable_site.scrutiny.rules.meetings import MeetingState
from answerable_site.support.rules.surveys import SurveyState
from answerable_site.support.rules.trips import TripState
from answerable_site.webhooks import presenters as webhooks

PAGE = Path(__file__).parents[2] / "docs/reference/states.md"
HEADS = ("| state |", "| --- |")


def shown(tags: dict) -> list[str]:
    """The words of tags, each once."""
    return list(
        dict.fromkeys(words.replace("\N{NO-BREAK SPACE}", " ") for words, _ in tags.values())
    )


def labels(states: Iterable[StrEnum]) -> list[str]:
    return [state.label for state in states]


def named() -> list[str]:
    """The first cell of every row of the page."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [
        line.split("|")[1].strip()
        for line in lines
        if line.startswith("|") and not line.startswith(HEADS)
    ]


def test_names_every_state_as_pages_do_in_their_order():
    assert named() == [
        *shown(dues.STATES),
        *shown(plans.STATES),
        *shown(dispatches._TAGS),
        *labels(OwnView),
        *labels(AssuranceKind),
        *labels(InspectorateStatus),
        *labels(ClosureState),
        *labels(ActionState),
        *labels(MeetingState),
        *labels(ProgrammeState),
        *labels(SurveyState),
        *labels(TripState),
        *shown(documents._TAGS),
        *shown(intake._TAGS),
        *labels(RowState),
        *labels(LinkState),
        *shown(figures._TAGS),
        *shown(figures._WORK_TAGS),
        *shown(webhooks._STATES),
    ]
