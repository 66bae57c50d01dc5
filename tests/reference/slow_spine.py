"""The built tables of a cut, worked out case by case from what is recorded, in plain loops.

Written apart from the product’s statements, and from its case files: what stands is found here by
crossing out, and each milestone is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from answerable.records.event import Event, Recorded
from answerable.records.file import CaseFile

Row = tuple[Any, ...]
DAY_0 = date(1970, 1, 1)


def standing(file: CaseFile, as_of: date) -> list[tuple[int, Event]]:
    """The events that stand and had happened, by day and then by number."""
    crossed_out = set()
    for one in file.recorded:
        crossed_out.add(one.replaces)
    left = []
    for one in file.recorded:
        if one.number in crossed_out or one.event.kind() == "recorded_in_error":
            continue
        if one.event.on <= as_of:
            left.append((one.number, one.event))
    left.sort(key=lambda pair: (pair[1].on, pair[0]))
    return left


def heir(file: CaseFile, number: int) -> int:
    """The number of what stands in the place of an event, followed link by link."""
    for one in file.recorded:
        if one.replaces == number:
            return heir(file, one.number)
    return number


def number_of(day: date | None) -> int | None:
    return None if day is None else (day - DAY_0).days


def of_kind(events: list[tuple[int, Event]], kind: str) -> list[tuple[int, Any]]:
    return [(number, event) for number, event in events if event.kind() == kind]


def is_status(status: str) -> Callable[[Any], bool]:
    return lambda event: event.status == status


def is_hearing(hearing: str) -> Callable[[Any], bool]:
    return lambda event: event.hearing == hearing


def is_made(maker: str, *whats: str) -> Callable[[Any], bool]:
    return lambda event: event.maker == maker and event.made in whats


FIRST_DAYS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "recorded_on": ("crime_recorded", lambda _: True),
    "not_a_crime_on": ("not_a_crime", lambda _: True),
    "responded_on": ("first_response", lambda _: True),
    "needs_assessed_on": ("needs_assessed", lambda _: True),
    "support_offered_on": ("support_offered", lambda _: True),
    "support_referred_on": ("support_referred", lambda _: True),
    "support_began_on": ("support_contact", lambda _: True),
    "account_on": ("account_taken", lambda _: True),
    "suspect_on": ("suspect_identified", lambda _: True),
    "arrested_on": ("suspect_status", is_status("arrested")),
    "interviewed_on": ("suspect_status", is_status("interviewed")),
    "bailed_on": ("suspect_status", is_status("bailed")),
    "planned_on": ("investigation_planned", lambda _: True),
    "supervised_on": ("supervisor_reviewed", lambda _: True),
    "advice_considered_on": ("advice_considered", lambda _: True),
    "advice_requested_on": ("advice_requested", lambda _: True),
    "advice_given_on": ("advice_given", lambda _: True),
    "referred_on": ("decision", is_made("police", "refer")),
    "submitted_on": ("submitted", lambda _: True),
    "full_file_on": (
        "submission_triaged",
        lambda event: event.is_accepted and event.is_full_file,
    ),
    "action_plan_on": ("item_set", lambda event: event.plan == "action"),
    "meeting_on": ("meeting_held", lambda _: True),
    "disagreed_on": ("disagreement_raised", lambda _: True),
    "police_ended_on": ("decision", is_made("police", "no_further_action", "not_investigate")),
    "cps_ended_on": ("decision", is_made("cps", "no_further_action")),
    "charge_decided_on": ("decision", is_made("cps", "charge")),
    "charged_on": ("charged", lambda _: True),
    "told_on": ("told", lambda _: True),
    "review_requested_on": ("review_requested", lambda _: True),
    "review_decided_on": ("review_decided", lambda _: True),
    "withdrawn_on": ("withdrawal", lambda _: True),
    "re_engaged_on": ("re_engaged", lambda _: True),
    "contact_lost_on": ("contact_lost", lambda _: True),
    "first_hearing_on": ("hearing_held", is_hearing("first")),
    "plea_hearing_on": ("hearing_held", is_hearing("plea")),
    "trial_on": ("hearing_held", is_hearing("trial")),
    "verdict_on": ("court_result", lambda _: True),
    "sentenced_on": ("sentenced", lambda _: True),
    "pilot_on": ("pilot_enrolled", lambda _: True),
}


def first_day(
    events: list[tuple[int, Event]], kind: str, wanted: Callable[[Any], bool] = lambda _: True
) -> int | None:
    return number_of(next((one.on for _, one in of_kind(events, kind) if wanted(one)), None))


def spine(file: CaseFile, organisations: Mapping[str, int], as_of: date) -> dict[str, Any]:
    """The row of a case, by column."""
    events = standing(file, as_of)
    row: dict[str, Any] = {
        "case_number": file.case,
        "reported_on": number_of(file.reported_on),
        "force": organisations.get("force"),
        "cps_area": organisations.get("cps_area"),
        "events": len(events),
        "victims": len({one.victim for _, one in of_kind(events, "victim_identified")}),
        "suspects": len({one.suspect for _, one in of_kind(events, "suspect_identified")}),
    }
    for name, (kind, wanted) in FIRST_DAYS.items():
        row[name] = first_day(events, kind, wanted)
    began = [one.from_on for _, one in of_kind(events, "offence_alleged") if one.from_on]
    row["offence_from_on"] = number_of(min(began, default=None))
    outcomes = [one for _, one in of_kind(events, "outcome_recorded")]
    for which, at in (("first", 0), ("latest", -1)):
        found = outcomes[at] if outcomes else None
        row[f"{which}_outcome_on"] = number_of(found.on) if found else None
        row[f"{which}_outcome"] = outcome(found.outcome) if found else None
        row[f"{which}_outcome_maker"] = found.maker.value if found else None
    return row


def outcome(code: str) -> str:
    digits = code.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    is_one = digits.isdigit() and 1 <= int(digits) <= 22 and len(code) - len(digits) <= 2
    return code if is_one else "not_in_list"


def victims(file: CaseFile, as_of: date) -> list[dict[str, Any]]:
    """The rows of the victims of a case, by number."""
    events = standing(file, as_of)
    rows = []
    for victim in sorted({one.victim for _, one in of_kind(events, "victim_identified")}):
        own = [pair for pair in events if getattr(pair[1], "victim", None) == victim]
        identified = [one for _, one in of_kind(own, "victim_identified")]
        rows.append(
            {
                "case_number": file.case,
                "victim": victim,
                "identified_on": number_of(identified[0].on),
                "age": identified[0].age,
                "enhanced_rights": identified[-1].enhanced_rights,
                "withdrawn_on": first_day(own, "withdrawal"),
                "told_on": first_day(own, "told"),
            }
        )
    return rows


def suspects(file: CaseFile, as_of: date) -> list[dict[str, Any]]:
    """The rows of the suspects of a case, by number."""
    events = standing(file, as_of)
    rows = []
    for suspect in sorted({one.suspect for _, one in of_kind(events, "suspect_identified")}):
        own = [pair for pair in events if getattr(pair[1], "suspect", None) == suspect]
        identified = [one for _, one in of_kind(own, "suspect_identified")]
        results = [one for _, one in of_kind(own, "court_result")]
        rows.append(
            {
                "case_number": file.case,
                "suspect": suspect,
                "identified_on": number_of(identified[0].on),
                "relationship": identified[-1].relationship.value,
                "arrested_on": first_day(own, "suspect_status", is_status("arrested")),
                "interviewed_on": first_day(own, "suspect_status", is_status("interviewed")),
                "charged_on": first_day(own, "charged"),
                "verdict_on": number_of(results[0].on) if results else None,
                "verdict": results[0].verdict.value if results else None,
            }
        )
    return rows


def items(file: CaseFile, as_of: date) -> list[dict[str, Any]]:
    """The rows of the items of a case, by number."""
    events = standing(file, as_of)
    rows = [_item(file, number, one, events, as_of) for number, one in of_kind(events, "item_set")]
    return sorted(rows, key=lambda row: row["item"])


def _item(
    file: CaseFile, number: int, item: Any, events: list[tuple[int, Event]], as_of: date
) -> dict[str, Any]:
    def about(kind: str) -> list[Any]:
        return [one for _, one in of_kind(events, kind) if heir(file, one.item) == number]

    targets = [target for target in _set_targets(file, number) if target is not None]
    moves, owner = about("item_moved"), item
    original, dated = (min(targets), item.on) if targets else (None, None)
    counted = list(moves)
    if original is None and counted:
        first = counted.pop(0)
        original, dated = first.target_on, first.on
    for handed in about("item_handed_over"):
        owner = handed
    ends = [one for one in about("item_answered") if one.answer != "in_part"]
    looks, chases, raised = about("item_reviewed"), about("item_chased"), about("item_escalated")
    return {
        "case_number": file.case,
        "item": number,
        "plan": item.plan.value,
        "set_on": number_of(item.on),
        "original_on": number_of(original),
        "dated_on": number_of(dated),
        "target_on": number_of(moves[-1].target_on if moves else original),
        "moves": len(counted),
        "side": owner.side.value,
        "owner_named": owner.owner is not None,
        "handed_over": len(about("item_handed_over")),
        "answers": len(about("item_answered")),
        "ended_on": number_of(ends[0].on) if ends else None,
        "ended_as": ends[0].answer.value if ends else None,
        "reviews": len(looks),
        "reviewed_on": number_of(looks[-1].on) if looks else None,
        "chases": len(chases),
        "chased_on": number_of(chases[0].on) if chases else None,
        "escalations": len(raised),
        "escalated_on": number_of(raised[0].on) if raised else None,
        "level": max((one.level for one in raised), default=None),
    }


def _set_targets(file: CaseFile, number: int) -> list[date | None]:
    """The target days of an item as it was set and of all that it was before it was put right."""
    one: Recorded | None = next(each for each in file.recorded if each.number == number)
    targets = []
    while one is not None:
        if one.event.kind() == "item_set":
            targets.append(one.event.target_on)
        before = one.replaces
        one = next((each for each in file.recorded if each.number == before), None)
    return targets
