"""A second, slow judgement of what cannot be in a case, in another style: plain data, no types.

It shares nothing with `answerable.records`. A case is a list of rows, each a number, the number of
the row that it replaces or None, and the facts as they are stored. The whole case is judged at once
and from nothing: every row against every other, days as text. What each kind names is written down
here a second time, so that a reference that is not checked in the product shows as a difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.reference.second_clock import Moment, london_day

Facts = dict[str, Any]
Row = tuple[int, int | None, Facts]
"""Number, number of the replaced row, facts."""

NAMES: dict[str, dict[str, str]] = {
    "advice_answered": {"request": "advice_requested"},
    "advice_escalated": {"request": "advice_requested"},
    "advice_given": {"request": "advice_requested"},
    "hearing_adjourned": {"listing": "hearing_listed"},
    "hearing_held": {"listing": "hearing_listed"},
    "disagreement_raised": {"decision": "decision"},
    "disagreement_escalated": {"disagreement": "disagreement_raised"},
    "disagreement_resolved": {"disagreement": "disagreement_raised"},
    "pilot_left": {"enrolment": "pilot_enrolled"},
    "item_moved": {"item": "item_set"},
    "item_handed_over": {"item": "item_set"},
    "item_answered": {"item": "item_set"},
    "item_reviewed": {"item": "item_set"},
    "item_chased": {"item": "item_set"},
    "item_escalated": {"item": "item_set"},
    "entitlement_overridden": {"decision": "decision"},
    "review_right_told": {"decision": "decision"},
    "review_requested": {"decision": "decision"},
    "review_acknowledged": {"request": "review_requested"},
    "review_decided": {"request": "review_requested"},
    "independent_review_asked": {"result": "review_decided"},
    "review_result_told": {"result": "review_decided"},
    "submission_triaged": {"submission": "submitted"},
    "consulted": {"submission": "submitted"},
    "admin_finalised": {"submission": "submitted"},
    "reopened": {"finalised": "admin_finalised"},
    "support_referred": {"offer": "support_offered"},
    "support_acknowledged": {"referral": "support_referred"},
    "support_contact": {"referral": "support_referred"},
    "support_ended": {"referral": "support_referred"},
    "notice_attempt": {"decision": "decision"},
    "uncontactable": {"decision": "decision"},
    "told": {"decision": "decision"},
    "told_of_step": {"status": "suspect_status"},
    "re_engaged": {"withdrawal": "withdrawal"},
}
"""What each kind names by number, and of which kind that is. What names nothing is not here."""

ONCE = {
    "disagreement_resolved": ("disagreement",),
    "pilot_left": ("enrolment",),
    "reopened": ("finalised",),
    "review_decided": ("request", "level"),
}
"""What cannot happen twice with the same facts: a thing ends once."""

NOT_BEFORE_ITS_DAY = {
    "hearing_listed": ("listed_for",),
    "hearing_adjourned": ("until",),
    "suspect_status": ("ends_on",),
    "account_planned": ("planned_for",),
    "item_set": ("target_on", "review_on"),
    "item_moved": ("target_on",),
    "item_reviewed": ("review_on",),
    "investigation_planned": ("review_on",),
    "supervisor_reviewed": ("review_on",),
}
"""Days to come, which cannot be past when they are set."""

OBSERVED = {"IC1", "IC2", "IC3", "IC4", "IC5", "IC6", "IC9"}
OUTCOMES = {str(number) for number in range(1, 23)}


def wrong(reported_on: str, rows: list[Row]) -> list[str]:
    """Everything in a case that cannot be; empty where all of it can have happened.

    Args:
        reported_on: ISO date of the report.
        rows: in the order of recording.
    """
    found = list(_wrongly_replaced(rows))
    case = Case(rows)
    for row in case.standing:
        found += [f"{row[0]} {row[2]['kind']}: {why}" for why in _amiss(reported_on, row, case)]
    return found


class Case:
    """The rows of a case, and which of them stand."""

    def __init__(self, rows: list[Row]) -> None:
        replaced = [row[1] for row in rows]
        self.rows = rows
        self.standing = [
            row for row in rows if row[0] not in replaced and row[2]["kind"] != "recorded_in_error"
        ]
        self.by_kind: dict[str, list[Row]] = {}
        for row in self.standing:
            self.by_kind.setdefault(row[2]["kind"], []).append(row)

    def now(self, number: int) -> Row | None:
        """The row that stands for a number, followed step by step; None where none does."""
        for row in self.rows:
            if row[1] == number:
                return self.now(row[0])
        return next((row for row in self.standing if row[0] == number), None)

    def every(self, kind: str) -> list[Row]:
        """The rows of a kind that stand."""
        return self.by_kind.get(kind, [])


def _wrongly_replaced(rows: list[Row]) -> Iterator[str]:
    for place, (number, replaced, facts) in enumerate(rows):
        earlier = {one[0]: one for one in rows[:place]}
        if replaced is None:
            if facts["kind"] == "recorded_in_error":
                yield f"{number}: nothing was in error"
        elif replaced not in earlier or any(one[1] == replaced for one in rows[:place]):
            yield f"{number}: replaces what does not stand"
        elif facts["kind"] not in {"recorded_in_error", earlier[replaced][2]["kind"]}:
            yield f"{number}: replaces another kind"
        elif earlier[replaced][2]["kind"] == "recorded_in_error":
            yield f"{number}: replaces what left nothing"


def _amiss(reported_on: str, row: Row, case: Case) -> Iterator[str]:
    number, _, facts = row
    kind = facts["kind"]
    if facts["on"] < reported_on:
        yield "before the report"
    for person in ("victim", "suspect"):
        known = {one[2][person] for one in case.every(f"{person}_identified")}
        named = {*facts.get(f"{person}s", ()), facts.get(person)} - {None}
        if kind != f"{person}_identified" and not named <= known:
            yield f"a {person} that the case does not have"
    for field in NOT_BEFORE_ITS_DAY.get(kind, ()):
        if facts.get(field) and facts[field] < facts["on"]:
            yield f"{field} is past"
    for field in ("decided_at", "told_at"):
        if facts.get(field) and _iso(london_day(_moment(facts[field]))) != facts["on"]:
            yield f"{field} is another day in London"
    yield from _names_wrongly(facts, case)
    yield from _twice(number, facts, case)
    yield from _OF_KIND.get(kind, _nothing)(number, facts, case)


def _nothing(_number: int, _facts: Facts, _case: Case) -> Iterator[str]:
    yield from ()


def _names_wrongly(facts: Facts, case: Case) -> Iterator[str]:
    for field, kind in NAMES.get(facts["kind"], {}).items():
        if facts.get(field) is None:
            continue
        named = case.now(facts[field])
        if named is None or named[2]["kind"] != kind:
            yield f"{field} names nothing of the kind {kind}"
            continue
        if facts["on"] < named[2]["on"]:
            yield f"before the {kind} that it names"
        for person in ("victim", "suspect"):
            both = [one[person] for one in (facts, named[2]) if one.get(person)]
            if len(both) == 2 and both[0] != both[1]:
                yield f"of another {person} than the {kind} that it names"


def _twice(number: int, facts: Facts, case: Case) -> Iterator[str]:
    wanted = ONCE.get(facts["kind"])
    if not wanted:
        return
    for other, _, others in case.every(facts["kind"]):
        if other < number and all(_same(facts, others, one, case) for one in wanted):
            yield "a second time"


def _same(facts: Facts, others: Facts, field: str, case: Case) -> bool:
    if field not in NAMES[facts["kind"]]:
        return bool(facts[field] == others[field])
    one, other = case.now(facts[field]), case.now(others[field])
    return one is not None and other is not None and one[0] == other[0]


def _decision(_number: int, facts: Facts, case: Case) -> Iterator[str]:
    if facts["made"] == "charge" and not case.every("suspect_identified"):
        yield "a charge of nobody"
    if facts["outcome"] and not _is_outcome(facts["outcome"]):
        yield "no such outcome"


def _outcome(_number: int, facts: Facts, _case: Case) -> Iterator[str]:
    if not _is_outcome(facts["outcome"]):
        yield "no such outcome"


def _is_outcome(code: str) -> bool:
    figures = code.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return figures in OUTCOMES and len(code) - len(figures) <= 2


def _told(_number: int, facts: Facts, case: Case) -> Iterator[str]:
    decision = case.now(facts["decision"])
    if decision is None or not facts["told_at"] or not decision[2].get("decided_at"):
        return
    if _moment(facts["told_at"]) < _moment(decision[2]["decided_at"]):
        yield "told before it was decided"


def _review_decided(_number: int, facts: Facts, _case: Case) -> Iterator[str]:
    if facts["why_not_qualifying"] and facts["result"] != "not_qualifying":
        yield "qualifies and does not"


def _independent(_number: int, facts: Facts, case: Case) -> Iterator[str]:
    result = case.now(facts["result"])
    if result and result[2].get("level") == "independent":
        yield "follows an independent result"


def _in_court(_number: int, facts: Facts, case: Case) -> Iterator[str]:
    charged = {one[2]["suspect"] for one in case.every("charged") if one[2]["on"] <= facts["on"]}
    whom = {*facts.get("suspects", ()), facts.get("suspect")} - {None}
    if not whom <= charged or (not whom and not charged):
        yield "in court before the charge"
    if facts["kind"] == "sentenced" and not any(
        one[2]["suspect"] == facts["suspect"]
        and one[2]["on"] <= facts["on"]
        and one[2]["verdict"].startswith("convicted")
        for one in case.every("court_result")
    ):
        yield "a sentence before a conviction"


def _offence(_number: int, facts: Facts, _case: Case) -> Iterator[str]:
    if facts["from_on"] and facts["to_on"] and facts["to_on"] < facts["from_on"]:
        yield "ends before it begins"


def _item(_number: int, facts: Facts, _case: Case) -> Iterator[str]:
    if not facts["target_on"] and not facts["why_no_target"].strip():
        yield "without a day and without a reason"


def _triage(_number: int, facts: Facts, _case: Case) -> Iterator[str]:
    if facts["is_full_file"] and not facts["is_accepted"]:
        yield "accepted and not accepted"


def _characteristic(_number: int, facts: Facts, _case: Case) -> Iterator[str]:
    recorded, not_asked = facts["state"] == "recorded", facts["state"] == "not_asked"
    if recorded != bool(facts["value"]):
        yield "a value without its state, or the reverse"
    if not_asked and not facts["why_not_asked"] and not facts["reason"]:
        yield "not asked for no reason"
    if not not_asked and facts["why_not_asked"]:
        yield "asked, with a reason for not asking"
    seen = facts["source"] == "observed" or facts["value"] in OBSERVED
    if facts["characteristic"] == "race" and seen:
        yield "seen instead of said"


_OF_KIND = {
    "decision": _decision,
    "outcome_recorded": _outcome,
    "told": _told,
    "review_decided": _review_decided,
    "independent_review_asked": _independent,
    "hearing_listed": _in_court,
    "hearing_held": _in_court,
    "plea": _in_court,
    "court_result": _in_court,
    "sentenced": _in_court,
    "offence_alleged": _offence,
    "item_set": _item,
    "submission_triaged": _triage,
    "characteristic_recorded": _characteristic,
}


def _moment(stored: str) -> Moment:
    """Year, month, day, hour, minute in Greenwich mean time, of what was stored as such."""
    if not stored.endswith("Z"):
        raise ValueError(f"{stored} is not stored in Greenwich mean time.")
    day, _, time = stored.removesuffix("Z").partition("T")
    year, month, of_month = map(int, day.split("-"))
    hour, minute = map(int, time.split(":")[:2])
    return year, month, of_month, hour, minute


def _iso(day: tuple[int, int, int]) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
