"""The commitment that is closed, and was found to last."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime

from django.core.files.base import ContentFile

from answerable_site.config.demonstration.promises import FollowUp
from answerable_site.config.demonstration.stories import Story
from answerable_site.followup import operations, queries
from answerable_site.followup.models import Commitment, Criterion, Evidence
from answerable_site.followup.operations import NewEvidence
from answerable_site.followup.rules import (
    AssuranceKind,
    EvidenceKind,
    InspectorateStatus,
    OwnView,
)


def begin_training(story: FollowUp, training: Commitment) -> Generator[datetime, None, Criterion]:
    """Say what has to be true before the training counts as done."""
    act = story.act(story.office.officer, 328, 10)
    yield act["at"]
    return operations.write_criterion(
        **act,
        commitment=training,
        words="The list of those who completed the course names every investigator of rape",
    )


def train(story: FollowUp, training: Commitment, criterion: Criterion) -> Story:
    """The force trains everybody, and the office tests what shows it."""
    act = story.act(story.owner, 262, 10)
    yield act["at"]
    evidence = operations.add_evidence(
        **act,
        today=story.day(262),
        commitment=training,
        evidence=NewEvidence(
            EvidenceKind.FILE,
            "Who completed the course, by unit",
            on=story.day(263),
            words="Eighty of eighty investigators.",
            file=ContentFile(b"Unit,Investigators,Completed\nNorth,42,42\nSouth,38,38\n"),
            file_name="training-by-unit.csv",
        ),
    )
    act = story.act(story.owner, 262, 11)
    yield act["at"]
    operations.state_own_view(
        **act,
        today=story.day(262),
        commitment=training,
        view=OwnView.COMPLETE,
        on=story.day(262),
        words="All eighty investigators completed the course.",
    )
    yield from _test(story, criterion, evidence)
    yield from _assure(
        story, training, AssuranceKind.DEMONSTRATING, 254, "The list names everybody."
    )


def close_training(story: FollowUp, training: Commitment) -> Story:
    """The office closes it, and the inspectorate agrees."""
    yield from _assure(story, training, AssuranceKind.COMPLETE, 210, "Still so, thirty days on.")
    act = story.act(story.office.officer, 209, 10)
    yield act["at"]
    operations.close_commitment(
        **act,
        today=story.day(209),
        commitment=training,
        words="Everybody is trained, and new investigators are booked as they arrive.",
    )
    act = story.act(story.office.officer, 180, 10)
    yield act["at"]
    operations.record_inspectorate_status(
        **act,
        today=story.day(180),
        commitment=training,
        status=InspectorateStatus.COMPLETE,
        on=story.day(182),
        words="A letter of the inspectorate says so.",
    )


def _test(story: FollowUp, criterion: Criterion, evidence: Evidence) -> Story:
    officer = story.act(story.office.officer, 255, 14)
    yield officer["at"]
    operations.judge_evidence(
        **officer,
        evidence=evidence,
        is_sufficient=True,
        words="I asked both units and compared ten names.",
    )
    operations.judge_criterion(
        **officer,
        criterion=criterion,
        is_met=True,
        words="Nobody who investigates rape is missing.",
        evidence=[evidence],
    )


def _assure(
    story: FollowUp, commitment: Commitment, kind: AssuranceKind, days_ago: int, words: str
) -> Story:
    act = story.act(story.office.officer, days_ago, 15)
    yield act["at"]
    operations.give_assurance(
        **act,
        today=story.day(days_ago),
        commitment=commitment,
        level=queries.assurance_levels_of(story.office.body.pk).get(kind=kind),
        words=words,
    )
