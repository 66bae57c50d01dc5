"""A pack of sixty recommendations is frozen in every format and read as a page.

Import this once Django is set up and the database is filled. Both are done as people do them: the
operation freezes, the page is asked for. Seconds of the processor are those of this process, on one
core: what the clock on the wall shows where nothing else runs.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.test import Client
from django.utils import timezone

from answerable_site.followup.models import Commitment, Evidence, EvidenceJudgement, Risk
from answerable_site.people import queries as people
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import operations, rules
from answerable_site.scrutiny.models import AgendaItem, Answer, Decision, Meeting, Question
from bench.cores import one_core

RECOMMENDATIONS = 60
TIMES = 3
WORDS = "The office asked how many of forty records were found complete, and who looked at them. "


def measured(cookie: str) -> dict[str, float]:
    """Seconds for a pack in every format, with what it holds; the pack of each time is another."""
    packing = _Packing()
    packing.add_what_was_said_before()
    with one_core():
        taken = [packing.pack(cookie) for _ in range(TIMES)]
    # The first is the slowest: what sets the PDF remembers parts that are alike.
    first = taken[0]
    return {
        "recommendations": RECOMMENDATIONS,
        "seconds on the processor, slowest": round(max(one.processor for one in taken), 2),
        "seconds on the clock, slowest": round(max(one.clock for one in taken), 2),
        **{f"KiB, {name}": round(size / 1024) for name, size in first.sizes.items()},
    }


@dataclass(frozen=True)
class _Taken:
    processor: float
    clock: float
    sizes: dict[str, int]


class _Packing:
    def __init__(self) -> None:
        self.now: datetime = timezone.now()
        self.today = timezone.localdate()
        self.officer = User.objects.get(email="officer@example.org")
        open_ones = Commitment.objects.filter(closed_on__isnull=True).order_by("pk")
        self.commitments = list(open_ones[: RECOMMENDATIONS * 50 : 50])
        self.body = self.commitments[0].body
        self.said = {"at": self.now, "by": self.officer}

    def add_what_was_said_before(self) -> None:
        """Judged evidence, risks, and an earlier meeting that asked and decided about each."""
        evidence = Evidence.objects.filter(commitment__in=self.commitments)
        EvidenceJudgement.objects.bulk_create(
            EvidenceJudgement(evidence=one, is_sufficient=one.pk % 2 == 0, words=WORDS, **self.said)
            for one in evidence
        )
        Risk.objects.bulk_create(
            Risk(commitment=one, words=WORDS, rating="high", mitigation=WORDS, **self.said)
            for one in self.commitments
        )
        before = self._meeting(days=-90, state=rules.MeetingState.HELD)
        items = self._agenda(before)
        asked = Question.objects.bulk_create(
            Question(
                meeting=before,
                item=one,
                words=WORDS,
                asked_by="The chair",
                put_to=self.body,
                **self.said,
            )
            for one in items
        )
        Answer.objects.bulk_create(
            Answer(
                question=one,
                on=before.on,
                answered_by="The deputy chief constable",
                words=WORDS * 3,
                **self.said,
            )
            for one in asked
        )
        Decision.objects.bulk_create(
            Decision(
                meeting=before,
                item=one,
                kind=rules.DecisionKind.DECISION,
                words=WORDS,
                **self.said,
            )
            for one in items
        )

    def pack(self, cookie: str) -> _Taken:
        """Freeze the pack of a new meeting, and ask for its page."""
        meeting = self._meeting(days=7)
        self._agenda(meeting)
        client = Client(headers={"host": "127.0.0.1"})
        name, _, value = cookie.partition("=")
        client.cookies[name] = value
        by: Viewer = people.viewer_for(self.officer, on=self.today)
        clock, processor = time.perf_counter(), _processor()
        pack = operations.freeze_pack(by=by, at=self.now, today=self.today, meeting=meeting)
        page = client.get(f"/meetings/{meeting.pk}/pack/")
        clock, processor = time.perf_counter() - clock, _processor() - processor
        if page.status_code != 200:
            raise RuntimeError(f"The pack was answered with {page.status_code}.")
        files = dict(pack.files.values_list("format", "size"))
        return _Taken(processor, clock, {"HTML": len(page.content), **files})

    def _meeting(
        self, *, days: int, state: rules.MeetingState = rules.MeetingState.PLANNED
    ) -> Meeting:
        is_held = state == rules.MeetingState.HELD
        return Meeting.objects.create(
            body=self.body,
            title="Accountability meeting",
            kind=rules.MeetingKind.ACCOUNTABILITY,
            openness=rules.Openness.PUBLIC,
            on=self.today + timedelta(days=days),
            state=state,
            held_at=self.now if is_held else None,
            held_by=self.officer if is_held else None,
            **self.said,
        )

    def _agenda(self, meeting: Meeting) -> list[AgendaItem]:
        return AgendaItem.objects.bulk_create(
            AgendaItem(
                meeting=meeting,
                commitment=one,
                position=number,
                title=one.summary,
                why=WORDS,
                state=rules.ItemState.ON_AGENDA,
                decided_at=self.now,
                decided_by=self.officer,
                **self.said,
            )
            for number, one in enumerate(self.commitments)
        )


def _processor() -> float:
    """Seconds of the processor that this process and its finished children used."""
    return sum(os.times()[:4])
