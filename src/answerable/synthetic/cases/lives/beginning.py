"""How cases begin and will end: when they are reported, with whom, and the days they hang on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray

from answerable.records.kinds.telling import Method
from answerable.synthetic.cases.chance import FAR, Chance, Numbers, whole
from answerable.synthetic.cases.happenings import Happenings
from answerable.synthetic.cases.lives.life import FIRST, Ending, Life, Suspects, Victims
from answerable.synthetic.cases.parameters import answers, number

EPOCH = date(1970, 1, 1)
_YEAR = 365
_QUARTER = 91
_THOUSANDTHS = 1000
_CHILD_AGES = {"under_13": (3, 12), "13_to_15": (13, 15), "16_to_17": (16, 17)}
_OLDEST = 95
_DELAYS = {
    "same_day": (0, 0),
    "1_to_2": (1, 2),
    "3_to_10": (3, 10),
    "11_to_100": (11, 100),
    "101_to_365": (101, 365),
}
_LONGEST = 60 * _YEAR
_NAMED_SUSPECT = (5, 10, 11)
"""Outcomes that are only given of a suspect who is known."""


def backlog(forces: int, last_day: int, chance: Chance) -> Numbers:
    """How long work takes by force and quarter, in thousandths of the usual."""
    quarters = days_of_reports(last_day) // _QUARTER + 1
    spread = number("backlog_spread")
    drawn = 1 + spread * (2 * chance.even((forces + 1) * quarters) - 1)
    return (drawn * _THOUSANDTHS).astype(np.int32).reshape(forces + 1, quarters)


def begin(
    force: Numbers, backlogs: Numbers, last_day: int, chance: Chance, happened: Happenings
) -> Life:
    """Cases with their people and their days, before anything is recorded of them."""
    size = len(force)
    days = days_of_reports(last_day)
    weights = _weights(last_day)
    since = np.searchsorted(weights, chance.even(size) * weights[-1], side="right").astype(np.int32)
    reported = last_day - days + 1 + since
    pace = backlogs[force, since // _QUARTER] / _THOUSANDTHS
    recorded = reported + np.where(
        chance.happens("recorded_in_a_day", size),
        chance.between(0, 1, size),
        2 + whole(chance.days("recorded_late", 1.0, size)),
    )
    ending = chance.answer("ending", Ending, size)
    life = _Drawing(chance, reported, recorded, pace, ending)
    return life.whole(len(backlogs) - 1, force, happened, last_day)


def days_of_reports(last_day: int) -> int:
    """Over how many days cases are reported, up to the last."""
    years = int(number("years"))
    last = EPOCH + timedelta(days=last_day)
    first = last.replace(year=last.year - years, day=min(last.day, 28))
    return (last - first).days


@cache
def _weights(last_day: int) -> NDArray[np.float64]:
    """What days of the report weigh, added up: by month, and with more of them every year."""
    days = days_of_reports(last_day)
    months = answers("month")
    each = []
    for place in range(days):
        day = EPOCH + timedelta(days=last_day - days + 1 + place)
        each.append(months[str(day.month)] * (1 + number("growth")) ** (place / _YEAR))
    return np.cumsum(each)


class _Drawing:
    """One drawing of cases, in the order in which one thing depends on another."""

    def __init__(
        self,
        chance: Chance,
        reported: Numbers,
        recorded: Numbers,
        pace: NDArray[np.float64],
        ending: Numbers,
    ) -> None:
        self.chance, self.reported, self.recorded = chance, reported, recorded
        self.pace, self.ending, self.size = pace, ending, len(reported)

    def whole(self, forces: int, force: Numbers, happened: Happenings, last_day: int) -> Life:
        never = np.full(self.size, FAR, np.int32)
        outcome = self._outcomes()
        withdrew = self._withdrawing()
        submitted, closed, charged = self._milestones(withdrew)
        victims = self._victims(withdrew)
        identified = self._identified(outcome, np.minimum(submitted, closed))
        life = Life(
            chance=self.chance,
            happened=happened,
            last_day=last_day,
            forces=forces,
            force=force,
            reported=self.reported,
            recorded=self.recorded,
            pace=self.pace,
            ending=self.ending,
            outcome=outcome,
            no_crime=np.where(self._ends(Ending.NO_CRIME), closed, FAR),
            submitted=submitted,
            closed=closed,
            victims=victims,
            suspects=self._suspects(identified, np.minimum(submitted, closed)),
            account=never,
            spoken_to=never.copy(),
            charged=charged,
            plea=never.copy(),
            trial=never.copy(),
        )
        np.minimum.at(life.spoken_to, life.suspects.row, life.suspects.interviewed)
        return life

    def _ends(self, *endings: Ending) -> NDArray[np.bool_]:
        return np.isin(self.ending, [list(Ending).index(one) for one in endings])

    def _lasting(self, name: str) -> Numbers:
        lengths = self.chance.days(name, f"{name}_spread", self.size)
        return whole(lengths * self.pace)

    def _outcomes(self) -> Numbers:
        codes = tuple(answers("other_outcome"))
        other = np.array([int(code) for code in codes])[
            self.chance.answer("other_outcome", codes, self.size)
        ]
        cps_codes = tuple(answers("cps_nfa_outcome"))
        cps = np.array([int(code) for code in cps_codes])[
            self.chance.answer("cps_nfa_outcome", cps_codes, self.size)
        ]
        fixed = np.array([16, 14, 15, 18, 0, 1, 0, 0])
        found = fixed[self.ending]
        found = np.where(self._ends(Ending.CPS_NFA), cps, found)
        return np.where(self._ends(Ending.OTHER), other, found).astype(np.int32)

    def _withdrawing(self) -> Numbers:
        """When the victim stops to support a case that is closed for it."""
        days = self.reported + whole(
            self.chance.days("withdrawal_days", "withdrawal_spread", self.size)
        )
        return np.where(self._ends(Ending.WITHDRAWN_14, Ending.WITHDRAWN_16), days, FAR)

    def _milestones(self, withdrew: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """When cases go to the prosecutors, when the investigation ends, when there is a charge."""
        after = np.maximum(withdrew, self.recorded) + self._lasting("withdrawal_to_decision")
        closed = np.where(self._ends(Ending.WITHDRAWN_14, Ending.WITHDRAWN_16), after, FAR)
        for ending, name in (
            (Ending.EVIDENCE_15, "days_to_15"),
            (Ending.NO_SUSPECT_18, "days_to_18"),
            (Ending.OTHER, "days_to_other"),
        ):
            closed = np.where(self._ends(ending), self.recorded + 1 + self._lasting(name), closed)
        no_crime = self.chance.days("no_crime_days", "no_crime_spread", self.size)
        closed = np.where(self._ends(Ending.NO_CRIME), self.recorded + whole(no_crime), closed)
        charging, dropping = self._ends(Ending.CHARGE), self._ends(Ending.CPS_NFA)
        total = np.where(
            charging, self._lasting("days_to_charge"), self._lasting("days_to_cps_nfa")
        )
        total = np.maximum(total, _SHORTEST)
        cps = whole(self.chance.days("cps_days", "cps_days_spread", self.size))
        cps = np.clip(cps, 2, (total * _LONGEST_WITH_CPS).astype(np.int32))
        how_long = np.where(charging & self.chance.happens("charged_on_the_day", self.size), 0, 1)
        waits = how_long * self.chance.between(0, cps // 2, self.size)
        submitted = np.where(charging | dropping, self.recorded + total - cps, FAR)
        charged = np.where(charging, self.recorded + total, FAR)
        closed = np.where(charging, charged - waits, closed)
        closed = np.where(dropping, self.recorded + total, closed)
        return submitted.astype(np.int32), closed.astype(np.int32), charged.astype(np.int32)

    def _victims(self, withdrew: Numbers) -> Victims:
        second = np.flatnonzero(self.chance.happens("two_victims", self.size))
        row = np.concatenate([np.arange(self.size), second]).astype(np.int32)
        of = np.repeat([FIRST, FIRST + 1], [self.size, len(second)]).astype(np.int32)
        ages = self._ages(len(row))
        delay = np.minimum(self._delays(len(row)), (_OLDEST - ages) * _YEAR)
        return Victims(
            row=row,
            number=of,
            age=ages,
            age_now=ages + delay // _YEAR,
            is_female=self.chance.happens("female", len(row)),
            delay=delay,
            preference=self.chance.answer("preference", Method, len(row)),
            withdrew=withdrew[row],
        )

    def _ages(self, size: int) -> Numbers:
        grown = 18 + whole(-number("adult_years") * np.log1p(-self.chance.even(size)))
        bands = self.chance.answer("child_age", tuple(_CHILD_AGES), size)
        first, last = np.array(list(_CHILD_AGES.values())).T
        young = self.chance.between(first[bands], last[bands], size)
        adult = self.chance.happens("adult", size)
        return np.where(adult, np.minimum(grown, _OLDEST - 5), young).astype(np.int32)

    def _delays(self, size: int) -> Numbers:
        known = (*_DELAYS, "over_365")
        bands = self.chance.answer("delay", known, size)
        long_ago = _YEAR + 1 + whole(self.chance.days("long_ago", 1.0, size))
        first, last = np.array([*_DELAYS.values(), (0, 0)]).T
        recent = self.chance.between(first[bands], last[bands], size)
        drawn = np.where(bands == known.index("over_365"), long_ago, recent)
        return np.minimum(drawn, _LONGEST).astype(np.int32)

    def _identified(self, outcome: Numbers, until: Numbers) -> Numbers:
        """When a suspect is identified, where one is."""
        by_ending = self._ends(
            Ending.WITHDRAWN_16, Ending.EVIDENCE_15, Ending.CPS_NFA, Ending.CHARGE
        )
        among_others = self._ends(Ending.OTHER) & (
            np.isin(outcome, _NAMED_SUSPECT) | self.chance.happens("suspect_in_other", self.size)
        )
        later = whole(self.chance.days("suspect_found", "suspect_found_spread", self.size))
        known = self.chance.happens("suspect_known_at_report", self.size)
        days = self.reported + np.where(known, 0, later)
        days = self.chance.fitted(days, self.reported, until)
        return np.where(by_ending | among_others, days, FAR)

    def _suspects(self, identified: Numbers, until: Numbers) -> Suspects:
        there = identified < FAR
        first = np.flatnonzero(there)
        second = np.flatnonzero(there & self.chance.happens("two_suspects", self.size))
        row = np.concatenate([first, second]).astype(np.int32)
        days = identified[row]
        shares = np.array([answers("interviewed").get(one, 0.0) for one in Ending])
        spoken_to = self.chance.happens(shares[self.ending[row]], len(row))
        waits = self.chance.days("interview_days", "interview_spread", len(row))
        interviewed = self.chance.fitted(days + whole(waits), days, until[row])
        return Suspects(
            row=row,
            number=np.repeat([FIRST, FIRST + 1], [len(first), len(second)]).astype(np.int32),
            identified=days,
            interviewed=np.where(spoken_to, interviewed, FAR),
        )


_SHORTEST = 5
"""Days: what goes to the prosecutors is with the police and with them for a while each."""
_LONGEST_WITH_CPS = 0.8
"""Of the days to the decision."""
