"""How the tables that are built from events are built: one statement each.

Each reads the tables by their names, as far as they belong to the part that is looked at. Whoever
opens a cut with DuckDB can run the same statements and gets the same rows.
"""

from __future__ import annotations

from itertools import groupby

from answerable.cuts.built import MILESTONES, Milestone
from answerable.cuts.tables import EVENTS, GROUPINGS, event_table


def statements() -> dict[str, str]:
    """For each table that is built from events, the statement that gives its rows, unsorted."""
    return {"spine": _spine(), "victims": _VICTIMS, "suspects": _SUSPECTS, "items": _ITEMS}


def _spine() -> str:
    joined = [_groupings(), _events(), *_people(), *_milestones(), _OUTCOMES]
    firsts = ", ".join(one.name for one in MILESTONES)
    return (
        f"SELECT cases.case_number, cases.reported_on, {', '.join(GROUPINGS)},\n"
        "       coalesce(events, 0)::INTEGER AS events,\n"
        "       coalesce(victims, 0)::INTEGER AS victims,\n"
        "       coalesce(suspects, 0)::INTEGER AS suspects,\n"
        f"       {firsts},\n"
        "       first_outcome_on, first_outcome, first_outcome_maker,\n"
        "       latest_outcome_on, latest_outcome, latest_outcome_maker\n"
        "FROM cases\n" + "\n".join(f"LEFT JOIN ({one}) USING (case_number)" for one in joined)
    )


def _groupings() -> str:
    wanted = ", ".join(
        f"max(organisation) FILTER (WHERE grouping = '{one}') AS {one}" for one in GROUPINGS
    )
    return f"SELECT case_number, {wanted} FROM groupings GROUP BY case_number"


def _events() -> str:
    every = " UNION ALL ".join(f"SELECT case_number FROM {event_table(kind)}" for kind in EVENTS)
    return f"SELECT case_number, count(*) AS events FROM ({every}) GROUP BY case_number"


def _people() -> tuple[str, ...]:
    return tuple(
        f"SELECT case_number, count(DISTINCT {one}) AS {one}s FROM event_{one}_identified "
        "GROUP BY case_number"
        for one in ("victim", "suspect")
    )


def _milestones() -> list[str]:
    """One statement a table of events, with every milestone that is taken from it."""
    ordered = sorted(MILESTONES, key=lambda one: one.table)
    return [
        f"SELECT case_number, {', '.join(_first_day(one) for one in some)} "
        f"FROM {table} GROUP BY case_number"
        for table, some in groupby(ordered, key=lambda one: one.table)
    ]


def _first_day(milestone: Milestone) -> str:
    only = f" FILTER (WHERE {milestone.only})" if milestone.only else ""
    return f"min({milestone.day}){only} AS {milestone.name}"


_BY_DAY = "ORDER BY happened_on, event_number"
_LATEST = "ORDER BY happened_on DESC, event_number DESC"
_OUTCOMES = (
    "SELECT case_number, min(happened_on) AS first_outcome_on, "
    f"first(outcome {_BY_DAY}) AS first_outcome, first(maker {_BY_DAY}) AS first_outcome_maker, "
    "max(happened_on) AS latest_outcome_on, "
    f"first(outcome {_LATEST}) AS latest_outcome, first(maker {_LATEST}) AS latest_outcome_maker "
    "FROM event_outcome_recorded GROUP BY case_number"
)
_VICTIMS = f"""\
SELECT * FROM (
    SELECT case_number, victim, min(happened_on) AS identified_on,
           first(age {_BY_DAY}) AS age, first(enhanced_rights {_LATEST}) AS enhanced_rights
    FROM event_victim_identified GROUP BY case_number, victim)
LEFT JOIN (
    SELECT case_number, victim, min(happened_on) AS withdrawn_on
    FROM event_withdrawal GROUP BY case_number, victim) USING (case_number, victim)
LEFT JOIN (
    SELECT case_number, victim, min(happened_on) AS told_on
    FROM event_told GROUP BY case_number, victim) USING (case_number, victim)"""
_SUSPECTS = f"""\
SELECT * FROM (
    SELECT case_number, suspect, min(happened_on) AS identified_on,
           first(relationship {_LATEST}) AS relationship
    FROM event_suspect_identified GROUP BY case_number, suspect)
LEFT JOIN (
    SELECT case_number, suspect,
           min(happened_on) FILTER (WHERE status = 'arrested') AS arrested_on,
           min(happened_on) FILTER (WHERE status = 'interviewed') AS interviewed_on
    FROM event_suspect_status GROUP BY case_number, suspect) USING (case_number, suspect)
LEFT JOIN (
    SELECT case_number, suspect, min(happened_on) AS charged_on
    FROM event_charged GROUP BY case_number, suspect) USING (case_number, suspect)
LEFT JOIN (
    SELECT case_number, suspect, min(happened_on) AS verdict_on,
           first(verdict {_BY_DAY}) AS verdict
    FROM event_court_result GROUP BY case_number, suspect) USING (case_number, suspect)"""
_ITEMS = f"""\
SELECT case_number, event_number AS item, plan, set_on,
       coalesce(first_target_on, first_move_to) AS original_on,
       CASE WHEN first_target_on IS NOT NULL THEN set_on ELSE first_move_on END AS dated_on,
       coalesce(last_move_to, first_target_on) AS target_on,
       (coalesce(moved, 0)
        - coalesce(first_target_on IS NULL AND moved > 0, false)::INTEGER)::INTEGER AS moves,
       CASE WHEN handed > 0 THEN side_now ELSE side END AS side,
       CASE WHEN handed > 0 THEN named_now ELSE owner_named END AS owner_named,
       coalesce(handed, 0)::INTEGER AS handed_over,
       coalesce(answered, 0)::INTEGER AS answers, ended_on, ended_as,
       coalesce(looked, 0)::INTEGER AS reviews, reviewed_on,
       coalesce(chased, 0)::INTEGER AS chases, chased_on,
       coalesce(raised, 0)::INTEGER AS escalations, escalated_on, level
FROM (SELECT case_number, event_number, happened_on AS set_on, plan, side, owner_named,
             first_target_on FROM event_item_set)
LEFT JOIN (
    SELECT case_number, item AS event_number, count(*) AS moved,
           first(target_on {_BY_DAY}) AS first_move_to, min(happened_on) AS first_move_on,
           first(target_on {_LATEST}) AS last_move_to
    FROM event_item_moved GROUP BY case_number, item) USING (case_number, event_number)
LEFT JOIN (
    SELECT case_number, item AS event_number, count(*) AS handed,
           first(side {_LATEST}) AS side_now, first(owner_named {_LATEST}) AS named_now
    FROM event_item_handed_over GROUP BY case_number, item) USING (case_number, event_number)
LEFT JOIN (
    SELECT case_number, item AS event_number, count(*) AS answered,
           min(happened_on) FILTER (WHERE answer <> 'in_part') AS ended_on,
           first(answer {_BY_DAY}) FILTER (WHERE answer <> 'in_part') AS ended_as
    FROM event_item_answered GROUP BY case_number, item) USING (case_number, event_number)
LEFT JOIN (
    SELECT case_number, item AS event_number, count(*) AS looked, max(happened_on) AS reviewed_on
    FROM event_item_reviewed GROUP BY case_number, item) USING (case_number, event_number)
LEFT JOIN (
    SELECT case_number, item AS event_number, count(*) AS chased, min(happened_on) AS chased_on
    FROM event_item_chased GROUP BY case_number, item) USING (case_number, event_number)
LEFT JOIN (
    SELECT case_number, item AS event_number, count(*) AS raised,
           min(happened_on) AS escalated_on, max(level) AS level
    FROM event_item_escalated GROUP BY case_number, item) USING (case_number, event_number)"""
