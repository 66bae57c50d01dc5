"""The weekly sample, drawn by the product and answered by supervisors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from answerable_site.accessreview import access, queries
from answerable_site.accessreview.models import Sample, SampleAnswer, SampledLook
from answerable_site.accessreview.rules.looks import Look
from answerable_site.accessreview.rules.sample import weekly_sample
from answerable_site.accessreview.rules.verdicts import Answer, check_words
from answerable_site.audit.operations import Actor, record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer

SIZE = 10
"""Looks a week. Few enough that somebody thinks about each."""


@transaction.atomic
def draw_sample(
    *,
    by: Actor,
    at: datetime,
    organisation: Organisation,
    week_begins: date,
    looks: Sequence[Look],
    seed: int,
) -> Sample | None:
    """Draw the looks of a week that the supervisors of an organisation are asked about.

    Args:
        by: the product.
        looks: all of the week by people of the organisation.
        seed: random, and drawn before anybody could see what it chooses.

    Returns:
        The sample; None if that of the week is drawn already.
    """
    sample = _new(organisation=organisation, week_begins=week_begins, seed=seed, drawn_at=at)
    if sample is None:
        return None
    drawn = weekly_sample(
        looks, size=SIZE, seed=seed, sampled_before=queries.sampled_before(organisation.pk)
    )
    SampledLook.objects.bulk_create(
        SampledLook(
            sample=sample,
            entry=queries.entry_of(look),
            looker_id=look.person,
            record=look.record,
        )
        for look in drawn
    )
    record(
        by=by,
        at=at,
        act="accessreview.draw_sample",
        subject=f"accessreview.sample:{sample.pk}",
        details={
            "organisation": organisation.pk,
            "week_begins": week_begins.isoformat(),
            "seed": str(seed),
            "looks": len(looks),
            "drawn": len(drawn),
        },
    )
    return sample


@transaction.atomic
def answer_look(
    *, by: Viewer, at: datetime, look: SampledLook, answer: Answer, words: str
) -> SampleAnswer:
    """Say whether the reason of a look is known. What was said before stays; the latest counts.

    Raises:
        access.Refused: the viewer does not supervise there, or it was their own look.
        TooFewWords: nobody could follow how they know.
    """
    access.check_can_confirm(by, look)
    words = words.strip()
    check_words(words)
    given = SampleAnswer.objects.create(
        look=look, answer=answer, words=words, answered_at=at, answered_by_id=signed_in(by)
    )
    record(
        by=by,
        at=at,
        act="accessreview.answer_look",
        subject=f"accessreview.sampledlook:{look.pk}",
        details={"answer": answer},
    )
    return given


def _new(
    *, organisation: Organisation, week_begins: date, seed: int, drawn_at: datetime
) -> Sample | None:
    """A new row; None where the unique constraint says that another run has it."""
    try:
        with transaction.atomic():
            return Sample.objects.create(
                organisation=organisation, week_begins=week_begins, seed=seed, drawn_at=drawn_at
            )
    except IntegrityError:
        return None
