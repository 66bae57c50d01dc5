"""Victims’ Right to Review: asked for, acknowledged, decided, told."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.review import (
    Level,
    Result,
    ReviewAcknowledged,
    ReviewDecided,
    ReviewRequested,
    ReviewResultTold,
)
from answerable.records.kinds.telling import Method, Teller
from answerable.synthetic.cases.chance import Numbers
from answerable.synthetic.cases.happenings import Block, Said
from answerable.synthetic.cases.lives.life import FIRST, Life
from answerable.synthetic.cases.lives.phrases import REVIEW_WORDS
from answerable.synthetic.cases.lives.police import rationales
from answerable.synthetic.cases.lives.telling import Telling

_LATEST = 80
"""Days after the notice on which somebody asks at the latest: within the three months."""
_RESULTS = list(Result)


def add(life: Life, tellings: Iterable[tuple[Telling, Maker]]) -> None:
    """Some of those who may ask do; a few decisions are changed, and the case is taken up."""
    for telling, maker in tellings:
        _of(life, telling, maker)


def _of(life: Life, telling: Telling, maker: Maker) -> None:
    victims, chance, told = life.victims, life.chance, telling.told
    asks = telling.may_ask[told.of] & chance.happens("review_requested", len(told))
    asks &= victims.number[told.of] == FIRST
    place = np.flatnonzero(asks)
    of = told.of[place]
    row, size = victims.row[of], len(of)
    requests = life.happened.add(
        ReviewRequested,
        of,
        row,
        told.on[place] + chance.between(1, _LATEST, size),
        names={"decision": (telling.decisions, telling.decisions.place_of(row))},
        victim=victims.number[of],
        victims_words=Said(chance.between(0, 1, size), REVIEW_WORDS),
    )
    prompt = chance.happens("review_acknowledged_in_time", size)
    quickly, slowly = chance.between(0, 12, size), chance.between(18, 28, size)
    acknowledged = requests.on + np.where(prompt, quickly, slowly)
    life.happened.add(
        ReviewAcknowledged,
        of,
        row,
        acknowledged,
        names={"request": (requests, requests.place_of(of))},
        method=Method.LETTER,
    )
    in_time = chance.happens("review_in_time", size)
    lasts = np.where(in_time, chance.between(28, 38, size), chance.between(48, 100, size))
    _decide(life, maker, requests, requests.on + lasts)


def _decide(life: Life, maker: Maker, requests: Block, on: Numbers) -> None:
    chance, of, row = life.chance, requests.of, requests.row
    changed = chance.happens("review_changed", len(of))
    results = life.happened.add(
        ReviewDecided,
        of,
        row,
        on,
        names={"request": (requests, requests.place_of(of))},
        level=Level.LOCAL,
        result=np.where(
            changed, _RESULTS.index(Result.DECISION_CHANGED), _RESULTS.index(Result.DECISION_STOOD)
        ),
    )
    taken_up = np.flatnonzero(changed)
    life.happened.add(
        Decision,
        row[taken_up],
        row[taken_up],
        on[taken_up],
        maker=maker,
        made=What.INVESTIGATE_AGAIN,
        rationale=rationales(life, len(taken_up)),
    )
    life.happened.add(
        ReviewResultTold,
        of,
        row,
        on + chance.between(0, 3, len(of)),
        names={"result": (results, results.place_of(of))},
        method=Method.LETTER,
        teller=Teller.PROSECUTOR if maker is Maker.CPS else Teller.SUPERVISOR,
        explained=True,
    )
