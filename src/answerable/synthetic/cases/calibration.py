"""Whether invented cases come out as they were calibrated: shares read off the events, beside what
was aimed at and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.advice import AdviceConsidered
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.communication import Communicated
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Maker, OutcomeRecorded
from answerable.records.kinds.meeting import MeetingHeld
from answerable.records.kinds.people import Relationship, SuspectIdentified, VictimIdentified
from answerable.records.kinds.plan import ItemAnswered, ItemSet
from answerable.records.kinds.report import CrimeRecorded, NotACrime, OffenceAlleged
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.support import Answer, SupportOffered
from answerable.records.kinds.telling import Told
from answerable.records.kinds.withdrawal import Withdrawal
from answerable.synthetic.cases.chance import FAR, Numbers, Truths
from answerable.synthetic.cases.happenings import Events
from answerable.synthetic.cases.invent import Part
from answerable.synthetic.cases.lives.life import Ending
from answerable.synthetic.cases.parameters import PARAMETERS, Mark, answers, number

MATURE = 3 * 365
"""Days after the report, when hardly any case is still open."""
_YEAR = 365
_ADULT = 18
_CPS = list(Maker).index(Maker.CPS)


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One figure of invented cases beside what it was calibrated to."""

    name: str
    aimed: float
    found: float
    of: int
    """How many it is counted of."""
    tolerance: float
    """How far from the aim it may lie, in its own unit, beside chance."""
    parameter: str
    """The name of the parameter that gives aim and source."""

    @property
    def holds(self) -> bool:
        """Whether it lies as near as it should."""
        return abs(self.found - self.aimed) <= self.tolerance

    @property
    def source(self) -> str:
        """Where the aim is from, or that it is assumed."""
        parameter = PARAMETERS[self.parameter]
        return parameter.source or parameter.mark.label

    @property
    def mark(self) -> Mark:
        return PARAMETERS[self.parameter].mark


@dataclass(frozen=True, slots=True)
class _Share:
    """A share, counted part by part."""

    name: str
    parameter: str
    aimed: float
    among: Callable[[Part], Truths]
    """Of each that is counted, whether it is one."""
    tolerance: float = 0.01


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time, read off all parts together."""

    name: str
    parameter: str
    aimed: float
    lengths: Callable[[Part], Numbers]
    read: Callable[[NDArray[np.float64]], float]
    tolerance: float


def calibrated(parts: Iterable[Part]) -> list[Calibrated]:
    """Every figure that has an aim, read off invented cases.

    Shares of endings are of cases that were reported long enough ago to have ended; the others are
    of all to which they apply.
    """
    shares, lengths = list(_shares()), list(_lengths())
    yes, of = np.zeros(len(shares)), np.zeros(len(shares))
    seen: list[list[Numbers]] = [[] for _ in lengths]
    for part in parts:
        for place, share in enumerate(shares):
            among = share.among(part)
            yes[place] += among.sum()
            of[place] += len(among)
        for place, length in enumerate(lengths):
            seen[place].append(length.lengths(part))
    return [
        *(_of_share(share, yes[place], int(of[place])) for place, share in enumerate(shares)),
        *(_of_length(length, np.concatenate(seen[place])) for place, length in enumerate(lengths)),
    ]


_ERRORS = 4
"""Standard errors that chance may add."""


def _of_share(share: _Share, yes: float, of: int) -> Calibrated:
    by_chance = _ERRORS * (share.aimed * (1 - share.aimed) / max(of, 1)) ** 0.5
    tolerance = share.tolerance + by_chance
    found = yes / max(of, 1)
    return Calibrated(share.name, share.aimed, found, of, tolerance, share.parameter)


def _of_length(length: _Length, seen: Numbers) -> Calibrated:
    values = seen.astype(float)
    by_chance = _ERRORS * length.aimed / max(len(values), 1) ** 0.5
    found = length.read(values) if len(values) else 0.0
    return Calibrated(
        length.name,
        length.aimed,
        found,
        len(values),
        length.tolerance + by_chance,
        length.parameter,
    )


def _mature(part: Part) -> Truths:
    found: Truths = part.life.reported <= part.life.last_day - MATURE
    return found


def _ended(code: int, *, by_cps: bool) -> Callable[[Part], Truths]:
    """Of mature cases, those whose outcome is a code and was decided by one side."""

    def among(part: Part) -> Truths:
        events = part.events[OutcomeRecorded]
        codes = np.array([int(text or 0) for text in events.texts["outcome"]])
        made = codes[events.facts["outcome"]] == code
        made &= (events.facts["maker"] == _CPS) == by_cps
        return _cases(part, events.row[made])[_mature(part)]

    return among


def _cases(part: Part, row: Numbers) -> Truths:
    found = np.zeros(len(part.force), np.bool_)
    found[row] = True
    return found


def _no_crime(part: Part) -> Truths:
    return _cases(part, part.events[NotACrime].row)[_mature(part)]


def _first_days(part: Part, events: Events) -> Numbers:
    """By case the first day of such an event, FAR where there is none."""
    found = np.full(len(part.force), FAR, np.int32)
    np.minimum.at(found, events.row, events.on)
    return found


def _withdrawn_within(days: int) -> Callable[[Part], Truths]:
    """Of withdrawals for which mature cases were closed, those so soon after the report."""

    def among(part: Part) -> Truths:
        closed = part.life.ends_as(Ending.WITHDRAWN_14, Ending.WITHDRAWN_16) & _mature(part)
        first = _first_days(part, part.events[Withdrawal])
        there = closed & (first < FAR)
        return (first - part.life.reported)[there] <= days

    return among


def _recorded(characteristic: Characteristic) -> Callable[[Part], Truths]:
    """Of victims who were known for a quarter of a year, those with an answer recorded."""

    def among(part: Part) -> Truths:
        events = part.events[CharacteristicRecorded]
        there = events.facts["characteristic"] == list(Characteristic).index(characteristic)
        there &= events.facts["state"] == list(State).index(State.RECORDED)
        keys = _person(events.row, events.facts["victim"])[there]
        victims = part.events[VictimIdentified]
        known = part.life.reported[victims.row] <= part.life.last_day - _KNOWN
        return np.isin(_person(victims.row, victims.facts["victim"])[known], keys)

    return among


_KNOWN = 120
"""Days after the report by which what is asked at the beginning was asked and written down."""


def _person(row: Numbers, number: Numbers) -> NDArray[np.int64]:
    return row.astype(np.int64) * 4 + number


def _known(part: Part) -> Truths:
    """Cases that were worked on long enough, or to their end, to be asked about."""
    found: Truths = part.life.reported <= part.life.last_day - _YEAR
    return found & ~part.life.ends_as(Ending.NO_CRIME)


def _considered(part: Part) -> Truths:
    return _cases(part, part.events[AdviceConsidered].row)[_known(part)]


def _sought(part: Part) -> Truths:
    events = part.events[AdviceConsidered]
    return _cases(part, events.row[events.facts["is_sought"] == 1])[_known(part)]


def _offered(part: Part) -> Truths:
    victims, offers = part.events[VictimIdentified], part.events[SupportOffered]
    known = part.life.reported[victims.row] <= part.life.last_day - _KNOWN
    keys = _person(offers.row, offers.facts["victim"])
    return np.isin(_person(victims.row, victims.facts["victim"])[known], keys)


def _accepted(part: Part) -> Truths:
    found: Truths = part.events[SupportOffered].facts["answer"] == list(Answer).index(
        Answer.ACCEPTED
    )
    return found


def _on_time(part: Part) -> Truths:
    """Of items whose original target is past and came before the case was decided."""
    items, answered = part.events[ItemSet], part.events[ItemAnswered]
    target = items.facts["target_on"]
    due = target <= np.minimum(part.life.last_day - _KNOWN, part.life.worked_until[items.row])
    days = np.full(len(items), FAR, np.int32)
    keys = items.row.astype(np.int64) << 20 | items.number
    order = np.argsort(keys)
    named = answered.row.astype(np.int64) << 20 | answered.facts["item"]
    days[order[np.searchsorted(keys[order], named)]] = answered.on
    return (days <= target)[due]


def _met(part: Part) -> Truths:
    dropped = part.life.ends_as(Ending.CPS_NFA) & (part.life.closed <= part.life.last_day - _KNOWN)
    return _cases(part, part.events[MeetingHeld].row)[dropped]


def _details(part: Part) -> Truths:
    events = part.events[Communicated]
    found = np.ones(len(events), np.bool_)
    for name, column in events.facts.items():
        if name.startswith(("investigator_", "prosecutor_")):
            found &= column == 1
    return found


def _told_in_time(part: Part) -> Truths:
    """Of victims of cases decided a quarter of a year ago, those told within a day."""
    life, victims = part.life, part.events[VictimIdentified]
    decided = (life.closed <= life.last_day - _KNOWN) & ~life.ends_as(Ending.NO_CRIME)
    told = part.events[Told]
    prompt = told.on - life.closed[told.row] <= 1
    keys = _person(told.row, told.facts["victim"])[prompt]
    of = decided[victims.row]
    return np.isin(_person(victims.row, victims.facts["victim"])[of], keys)


def _adult(part: Part) -> Truths:
    found: Truths = part.events[VictimIdentified].facts["age"] >= _ADULT
    return found


def _female(part: Part) -> Truths:
    events = part.events[OffenceAlleged]
    codes = np.array([text in {"19C", "19D", "19E"} for text in events.texts["offence"]])
    found: Truths = codes[events.facts["offence"]]
    return found


def _not_recent(part: Part) -> Truths:
    events = part.events[OffenceAlleged]
    found: Truths = part.life.reported[events.row] - events.facts["to_on"] > _YEAR
    return found


def _stranger(part: Part) -> Truths:
    relationship = part.events[SuspectIdentified].facts["relationship"]
    found: Truths = relationship == list(Relationship).index(Relationship.STRANGER)
    return found


def _charging(part: Part) -> Numbers:
    """Days from recording to the first charge, of the charges of the last year.

    So the Home Office counts: by the year in which a case is charged.
    """
    charged = _first_days(part, part.events[Charged])
    recorded = _first_days(part, part.events[CrimeRecorded])
    return (charged - recorded)[_in_the_last_year(part, charged)]


def _in_the_last_year(part: Part, days: Numbers) -> Truths:
    found: Truths = (days < FAR) & (days > part.life.last_day - _YEAR)
    return found


def _with_cps(part: Part) -> Numbers:
    """Days from the first submission to the charge, of the charges of the last year."""
    charged = _first_days(part, part.events[Charged])
    submitted = _first_days(part, part.events[Submitted])
    return (charged - submitted)[_in_the_last_year(part, charged)]


def _shares() -> Iterator[_Share]:
    ending = answers("ending")
    cps, prosecutors = answers("cps_nfa_outcome"), ending["cps_nfa"]
    for name, aimed, code, by_cps in (
        ("outcome 16", ending["withdrawn_16"], 16, False),
        ("outcome 14", ending["withdrawn_14"], 14, False),
        ("outcome 15, by the police", ending["evidence_15"], 15, False),
        ("outcome 18", ending["no_suspect_18"], 18, False),
        ("outcome 15, by the prosecutors", prosecutors * cps["15"], 15, True),
        ("outcome 1, charged", ending["charge"], 1, True),
    ):
        yield _Share(f"{name}, of mature cases", "ending", aimed, _ended(code, by_cps=by_cps))
    yield _Share("made no crime, of mature cases", "ending", ending["no_crime"], _no_crime)
    yield _Share("adult victims", "adult", number("adult"), _adult)
    yield _Share("female victims", "female", number("female"), _female)
    yield _Share("over a year before the report", "delay", _DORSET_NOT_RECENT, _not_recent, 0.03)
    yield _Share(
        "suspect a stranger", "relationship", answers("relationship")["stranger"], _stranger
    )
    yield _Share("withdrawn within 7 days", "withdrawal_days", 0.38, _withdrawn_within(7), 0.02)
    yield _Share("withdrawn within 30 days", "withdrawal_days", 0.64, _withdrawn_within(30), 0.02)
    for name, parameter, among in (
        ("early advice considered", "advice_considered", _considered),
        ("early advice sought", "advice_sought", _sought),
        ("support offered", "support_offered", _offered),
        ("meeting before the prosecutors’ no further action", "meeting_held", _met),
        ("ethnicity as the victim says it", "ethnicity_self_defined", _race),
    ):
        yield _Share(name, parameter, number(parameter), among, 0.02)
    accepted = answers("support_answer")["accepted"]
    yield _Share("support accepted, of offers", "support_answer", accepted, _accepted, 0.02)
    yield _Share(
        "items by their original target", "item_on_time", number("item_on_time"), _on_time, 0.05
    )
    yield _Share(
        "letters that name whom to ask",
        "contact_details",
        number("contact_details"),
        _details,
        0.02,
    )
    yield _Share("told within a day", "told", answers("told")["in_time"], _told_in_time, 0.03)


_race = _recorded(Characteristic.RACE)
_DORSET_NOT_RECENT = 0.35


def _lengths() -> Iterator[_Length]:
    def quartile(share: float) -> Callable[[NDArray[np.float64]], float]:
        return lambda days: float(np.quantile(days, share))

    yield _Length("days to the charge, median", "days_to_charge", 400, _charging, quartile(0.5), 25)
    yield _Length(
        "days to the charge, a quarter within",
        "days_to_charge_spread",
        200,
        _charging,
        quartile(0.25),
        40,
    )
    yield _Length(
        "days to the charge, three quarters within",
        "days_to_charge_spread",
        700,
        _charging,
        quartile(0.75),
        80,
    )
    yield _Length(
        "days with the prosecutors, mean",
        "cps_days",
        107.7,
        _with_cps,
        lambda days: float(days.mean()),
        20,
    )
