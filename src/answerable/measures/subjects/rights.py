"""The right to a review: who has it, was told of it, asked, and what came of it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import ibis

from answerable.cuts.listed import day_number
from answerable.measures.subjects.decisions import (
    SUSPECTS_OF_DECISIONS,
    VICTIMS_OF_DECISIONS,
    is_outcome,
)
from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    earliest,
    first_day,
    first_of,
    in_its_case,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, more, number
from answerable.records.codes.review_schemes import PILOT_AREAS, SCHEMES, Scheme
from answerable.records.kinds.decision import Maker, What
from answerable.records.kinds.people import Status
from answerable.records.kinds.review import Result

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table

_DECISION = ("case_number", "event_number")
_RIGHT = (*_DECISION, "victim")
_OF_DECISION = ("case_number", "decision", "victim")
_CPS_REVIEWS = (
    What.NO_FURTHER_ACTION,
    What.STOP_PROSECUTION,
    What.NO_EVIDENCE_OFFERED,
    What.LIE_ON_FILE,
)
_DISPOSALS = (2, 3, 6, 7, 8, 22)
_RETRACTED = (14, 16)


def _rights() -> Table:
    schemes = REVIEWABLE.table().select(*_DECISION, "scheme", "is_in_force")
    return with_each(VICTIMS_OF_DECISIONS.table(), schemes, *_DECISION)


def _with_entitlement(rights: Table) -> Table:
    rows = beside(rights, _excluded(), *_DECISION)
    for found in (_withdrew(rights), _judged()):
        rows = beside(rows, found, *_RIGHT)
    by_rules = ibis.cases(
        (
            rows["scheme"] == Scheme.POLICE.value,
            truly(~rows["is_excluded"]) & rows["withdrew"].isnull(),
        ),
        else_=rows["is_in_force"],
    )
    return rows.mutate(
        is_entitled=ibis.coalesce(rows["judged"], truly(by_rules & rows["is_in_force"]))
    )


def _under_a_scheme() -> Table:
    """Decisions that some scheme reviews, with which, and whether it was in force for them."""
    rows = table("event_decision")
    scheme = ibis.cases(
        (rows["made"] == What.PROVISIONAL_NO_EVIDENCE.value, Scheme.PILOT.value),
        (
            (rows["maker"] == Maker.CPS.value)
            & rows["made"].isin([one.value for one in _CPS_REVIEWS]),
            Scheme.CPS.value,
        ),
        (
            (rows["maker"] == Maker.POLICE.value) & (rows["made"] == What.NO_FURTHER_ACTION.value),
            Scheme.POLICE.value,
        ),
    )
    found = rows.select(*_DECISION, "happened_on", "maker", "outcome", "area", scheme=scheme)
    found = found.filter(found["scheme"].notnull())
    in_force = [
        (found["scheme"] == one.value)
        & (found["happened_on"] >= day_number(SCHEMES[one].decisions_from))
        for one in (Scheme.POLICE, Scheme.CPS)
    ] + [
        (found["scheme"] == Scheme.PILOT.value)
        & (found["area"] == area.value)
        & (found["happened_on"] >= day_number(begun.decisions_from))
        for area, begun in PILOT_AREAS.items()
    ]
    return found.mutate(is_in_force=truly(reduce(_either, in_force)))


REVIEWABLE = Prepared("decisions_under_a_scheme", _under_a_scheme)


def _either(one: BooleanValue, other: BooleanValue) -> BooleanValue:
    return one | other


def _excluded() -> Table:
    """Whether a decision of the police is excluded, whoever the victim is, as things stood then."""
    schemes = REVIEWABLE.table()
    of_police = schemes.filter(schemes["scheme"] == Scheme.POLICE.value)
    decided = SUSPECTS_OF_DECISIONS.table()
    about = decided.filter(
        decided["maker"] == Maker.POLICE.value, decided["made"] == What.NO_FURTHER_ACTION.value
    )
    found = beside(
        of_police.select(*_DECISION, "happened_on", "outcome"), _interviewed(about), *_DECISION
    )
    found = beside(found, _disposed(about), *_DECISION)
    found = beside(
        found, first_day(table("event_charged"), "charged_on", "case_number"), "case_number"
    )
    excluded = (
        found["interviewed"].isnull()
        | found["disposed"].notnull()
        | truly(found["charged_on"] <= found["happened_on"])
        | is_outcome(found["outcome"], *_DISPOSALS, *_RETRACTED)
    )
    return found.select(*_DECISION, is_excluded=excluded)


def _interviewed(about: Table) -> Table:
    """Decisions of which a suspect was interviewed under caution by then."""
    steps = table("event_suspect_status")
    spoken_to = first_day(
        steps.filter(steps["status"] == Status.INTERVIEWED.value),
        "first_on",
        "case_number",
        "suspect",
    )
    each = with_each(about, spoken_to, "case_number", "suspect")
    by_then = each.filter(each["first_on"] <= each["happened_on"])
    return by_then.group_by(list(_DECISION)).aggregate(interviewed=by_then.count())


def _disposed(about: Table) -> Table:
    """Decisions of which a suspect was dealt with out of court by then."""
    decisions = table("event_decision")
    out_of_court = decisions.filter(decisions["made"] == What.OUT_OF_COURT.value)
    disposals = out_of_court.select(
        "case_number",
        disposal=out_of_court["event_number"],
        disposed_on=out_of_court["happened_on"],
    )
    each = with_each(about, disposals, "case_number")
    before = each.filter(each["disposed_on"] <= each["happened_on"])
    named = table("event_decision_suspects")
    of_disposal = named.select("case_number", "suspect", disposal=named["event_number"])
    names = of_disposal.group_by("case_number", "disposal").aggregate(names=of_disposal.count())
    own = of_disposal.mutate(is_named=ibis.literal(True))  # noqa: FBT003
    suspects = table("suspects").select("case_number", "suspect", "identified_on")
    found = beside(before, names, "case_number", "disposal")
    found = beside(found, own, "case_number", "disposal", "suspect")
    found = beside(found, suspects, "case_number", "suspect")
    is_known = truly(found["identified_on"] <= found["happened_on"])
    concerned = found.filter(truly(found["is_named"]) | (found["names"].isnull() & is_known))
    return concerned.group_by(list(_DECISION)).aggregate(disposed=concerned.count())


def _withdrew(rows: Table) -> Table:
    """Victims who had withdrawn by the day of the decision and not come back by then."""
    withdrawn, back = table("event_withdrawal"), table("event_re_engaged")
    returned = back.filter(back["withdrawal"].notnull())
    returns = first_day(returned, "back_on", "case_number", "withdrawal")
    left = beside(
        withdrawn.select(
            "case_number",
            "victim",
            withdrawal=withdrawn["event_number"],
            left_on=withdrawn["happened_on"],
        ),
        returns,
        "case_number",
        "withdrawal",
    )
    each = with_each(rows.select(*_RIGHT, "happened_on"), left, "case_number", "victim")
    away = each.filter(
        each["left_on"] <= each["happened_on"],
        each["back_on"].isnull() | (each["back_on"] > each["happened_on"]),
    )
    return away.group_by(list(_RIGHT)).aggregate(withdrew=away.count())


def _judged() -> Table:
    """What a person judged last against the rules; empty where without a reason."""
    rows = table("event_entitlement_overridden")
    last = first_of(rows.filter(rows["decision"].notnull()), *_OF_DECISION, latest=True)
    judged = ibis.cases((last["reason_length"] > 0, last["is_entitled"]))
    return last.select("case_number", "victim", event_number=last["decision"], judged=judged)


def _told() -> Table:
    """When the victim was first told of the right, with the decision or apart."""
    with_decision, apart = table("event_told"), table("event_review_right_told")
    told = with_decision.filter(truly(with_decision["review_right_offered"])).select(
        *_OF_DECISION, "happened_on"
    )
    every = told.union(apart.select(*_OF_DECISION, "happened_on"))
    named = every.filter(every["decision"].notnull())
    return first_day(named, "right_told_on", *_OF_DECISION).rename(event_number="decision")


def _requested() -> Table:
    rows = table("event_review_requested")
    named = rows.filter(rows["decision"].notnull())
    return first_day(named, "requested_on", *_OF_DECISION).rename(event_number="decision")


def _requests() -> Table:
    rows = table("event_review_requested")
    return in_its_case(rows.select(*_RIGHT, "happened_on", "decision"))


def _with_scheme(requests: Table) -> Table:
    schemes = REVIEWABLE.table()
    named = schemes.select("case_number", "scheme", decision=schemes["event_number"])
    return beside(requests, named, "case_number", "decision")


def _with_results(requests: Table) -> Table:
    found = requests
    for part in (_acknowledged(), _results()):
        found = beside(found, part, *_DECISION)
    return found.mutate(acknowledged_on=earliest(found["acknowledgement_on"], found["decided_on"]))


def _acknowledged() -> Table:
    rows = table("event_review_acknowledged")
    named = rows.filter(rows["request"].notnull())
    days = first_day(named, "acknowledgement_on", "case_number", "request")
    return days.rename(event_number="request")


def _results() -> Table:
    """For each request the first result, the last one, and when the victim knew of any.

    Who withdrew the request knows that it has ended.
    """
    decided, told = table("event_review_decided"), table("event_review_result_told")
    named = decided.filter(decided["request"].notnull())
    knew = first_day(told.filter(told["result"].notnull()), "told_on", "case_number", "result")
    each = beside(named, knew.rename(event_number="result"), *_DECISION)
    known_on = ibis.cases(
        (each["result"] == Result.WITHDRAWN.value, each["happened_on"]), else_=each["told_on"]
    )
    each = each.mutate(known_on=known_on)
    days = each.group_by("case_number", "request").aggregate(
        decided_on=each["happened_on"].min(), result_told_on=each["known_on"].min()
    )
    last = first_of(named, "case_number", "request", latest=True)
    both = beside(
        days,
        last.select("case_number", "request", "result", result_on=last["happened_on"]),
        "case_number",
        "request",
    )
    return both.rename(event_number="request")


_SCHEME = code("scheme", "Under which scheme it is reviewed", "review schemes", "under none")
_VICTIM = number("victim", "The victim within the case")
RIGHTS = Subject(
    name="rights",
    one="A decision that some scheme reviews, and a victim whom it concerns",
    key=_RIGHT,
    own=(
        number("event_number", "The decision"),
        _VICTIM,
        day("happened_on", "The day of the decision"),
        code("maker", "Who decided", "decision.maker"),
        code("scheme", "Under which scheme it is reviewed", "review schemes"),
        flag("enhanced_rights", "Whether they have Enhanced Rights, as last recorded"),
        day("since_on", "The decision was made and the case knew of the victim"),
        flag("is_entitled", "Whether they may ask for a review, a person’s judgement first"),
        day("right_told_on", "They were first told of the right", "they were not"),
        day("requested_on", "They first asked for a review", "they did not"),
    ),
    relation=_rights,
    more=(
        more(_with_entitlement, "is_entitled"),
        more(lambda rights: beside(rights, _told(), *_RIGHT), "right_told_on"),
        more(lambda rights: beside(rights, _requested(), *_RIGHT), "requested_on"),
    ),
)
REVIEW_REQUESTS = Subject(
    name="review_requests",
    one="A request for a review",
    key=_RIGHT,
    own=(
        number("event_number", "The request"),
        _VICTIM,
        day("happened_on", "The day on which it arrived"),
        number("decision", "The decision", "the event that it names was recorded in error"),
        _SCHEME,
        day("acknowledged_on", "It was acknowledged, or decided", "neither yet"),
        day("result_told_on", "The victim first knew of a result", "not yet"),
        code("result", "The latest result", "review.result", "none yet"),
        day("result_on", "The day of the latest result", "none yet"),
    ),
    relation=_requests,
    more=(
        more(_with_scheme, "scheme"),
        more(_with_results, "acknowledged_on", "result_told_on", "result", "result_on"),
    ),
)
