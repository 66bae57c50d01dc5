"""The tables of a cut that are built from those handed in, each with what it is built by.

Nearly every figure needs no more than these: the case spine has one row a case with the first day
of each milestone, the plan table one row an item with what became of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from answerable.cuts.columns import Column, Holds, Table, by_name
from answerable.cuts.tables import CASE, GIVEN, GROUPINGS

NEVER = "it has not happened"


@dataclass(frozen=True, slots=True)
class Milestone:
    """The first day on which something happened in a case."""

    name: str
    about: str
    table: str
    only: str = ""
    """Which of its events count, as a condition in SQL; "" for all."""
    day: str = "happened_on"

    @property
    def in_words(self) -> str:
        """What it is, and from which events it is taken."""
        only = f" where `{self.only}`" if self.only else ""
        return f"{self.about}: the earliest `{self.day}` in `{self.table}`{only}"


MILESTONES = (
    Milestone("recorded_on", "The crime was recorded", "event_crime_recorded"),
    Milestone(
        "offence_from_on",
        "The first day of the earliest offence",
        "event_offence_alleged",
        day="from_on",
    ),
    Milestone("not_a_crime_on", "It was found to be no recorded crime", "event_not_a_crime"),
    Milestone("responded_on", "First response", "event_first_response"),
    Milestone("needs_assessed_on", "Needs were assessed", "event_needs_assessed"),
    Milestone("support_offered_on", "Support was offered", "event_support_offered"),
    Milestone("support_referred_on", "Somebody was referred to support", "event_support_referred"),
    Milestone("support_began_on", "First contact of a support service", "event_support_contact"),
    Milestone("account_on", "A victim’s account was taken", "event_account_taken"),
    Milestone("suspect_on", "A suspect was identified", "event_suspect_identified"),
    Milestone(
        "arrested_on", "A suspect was arrested", "event_suspect_status", "status = 'arrested'"
    ),
    Milestone(
        "interviewed_on",
        "A suspect was interviewed under caution",
        "event_suspect_status",
        "status = 'interviewed'",
    ),
    Milestone(
        "bailed_on", "A suspect was released on bail", "event_suspect_status", "status = 'bailed'"
    ),
    Milestone("planned_on", "The investigation was planned", "event_investigation_planned"),
    Milestone("supervised_on", "A supervisor reviewed it", "event_supervisor_reviewed"),
    Milestone("advice_considered_on", "Early advice was considered", "event_advice_considered"),
    Milestone("advice_requested_on", "Early advice was asked for", "event_advice_requested"),
    Milestone("advice_given_on", "Early advice was given", "event_advice_given"),
    Milestone(
        "referred_on",
        "The police decided to refer it to the prosecutors",
        "event_decision",
        "maker = 'police' AND made = 'refer'",
    ),
    Milestone("submitted_on", "It was submitted for a charging decision", "event_submitted"),
    Milestone(
        "full_file_on",
        "A submission was accepted as a full file",
        "event_submission_triaged",
        "is_accepted AND is_full_file",
    ),
    Milestone(
        "action_plan_on",
        "The prosecutors set an item of an action plan",
        "event_item_set",
        "plan = 'action'",
    ),
    Milestone("meeting_on", "Police and prosecutors met", "event_meeting_held"),
    Milestone("disagreed_on", "A disagreement was raised", "event_disagreement_raised"),
    Milestone(
        "police_ended_on",
        "The police decided on no further action, or not to investigate",
        "event_decision",
        "maker = 'police' AND made IN ('no_further_action', 'not_investigate')",
    ),
    Milestone(
        "cps_ended_on",
        "The prosecutors decided on no further action",
        "event_decision",
        "maker = 'cps' AND made = 'no_further_action'",
    ),
    Milestone(
        "charge_decided_on",
        "The prosecutors decided to charge",
        "event_decision",
        "maker = 'cps' AND made = 'charge'",
    ),
    Milestone("charged_on", "A suspect was charged", "event_charged"),
    Milestone("told_on", "A victim was told of a decision", "event_told"),
    Milestone("review_requested_on", "A review was asked for", "event_review_requested"),
    Milestone("review_decided_on", "A review was decided", "event_review_decided"),
    Milestone("withdrawn_on", "A victim withdrew support", "event_withdrawal"),
    Milestone("re_engaged_on", "A victim who had withdrawn came back", "event_re_engaged"),
    Milestone("contact_lost_on", "Contact with a victim was lost", "event_contact_lost"),
    Milestone("first_hearing_on", "First hearing", "event_hearing_held", "hearing = 'first'"),
    Milestone("plea_hearing_on", "Plea hearing", "event_hearing_held", "hearing = 'plea'"),
    Milestone("trial_on", "Trial", "event_hearing_held", "hearing = 'trial'"),
    Milestone("verdict_on", "A result at court", "event_court_result"),
    Milestone("sentenced_on", "A sentence", "event_sentenced"),
    Milestone("pilot_on", "It was enrolled in the early advice pilot", "event_pilot_enrolled"),
)
"""What the spine knows of a case, in the order in which it shows them."""


def _same(table: str, column: str, name: str, about: str, empty: str) -> Column:
    """A column that holds what another one does."""
    found = GIVEN[table].column(column)
    return Column(name, found.holds, about, empty, found.codes, found.code_list)


def _outcome(which: str) -> tuple[Column, ...]:
    table, empty = "event_outcome_recorded", "no outcome is recorded"
    return (
        Column(f"{which}_outcome_on", Holds.DAY, f"The day of the {which} outcome", empty),
        _same(
            table,
            "outcome",
            f"{which}_outcome",
            f"The {which} outcome in `event_outcome_recorded`, by day and then by number",
            empty,
        ),
        _same(table, "maker", f"{which}_outcome_maker", f"Who decided the {which} outcome", empty),
    )


SPINE = Table(
    "spine",
    "A case with the first day of each milestone, over the events that stand",
    (
        CASE,
        Column("reported_on", Holds.DAY, "The day of the report to the police"),
        *(
            Column(grouping, Holds.NUMBER, f"Its organisation as `{grouping}`", "it has none")
            for grouping in GROUPINGS
        ),
        Column("events", Holds.COUNT, "Events that stand: rows in the tables of events"),
        Column("victims", Holds.COUNT, "Victims identified: rows in `victims`"),
        Column("suspects", Holds.COUNT, "Suspects identified: rows in `suspects`"),
        *(Column(one.name, Holds.DAY, one.in_words, NEVER) for one in MILESTONES),
        *_outcome("first"),
        *_outcome("latest"),
    ),
    order=("case_number",),
    key=("case_number",),
)
_IDENTIFIED = Column("identified_on", Holds.DAY, "The first day on which they were identified")
VICTIMS = Table(
    "victims",
    "A victim of a case, by number",
    (
        CASE,
        _same("event_victim_identified", "victim", "victim", "The victim within the case", ""),
        _IDENTIFIED,
        Column("age", Holds.COUNT, "Age at the offence, as it was first recorded", "not known"),
        Column(
            "enhanced_rights", Holds.FLAG, "Whether they have Enhanced Rights, as last recorded"
        ),
        Column("withdrawn_on", Holds.DAY, "The first day on which they withdrew", NEVER),
        Column("told_on", Holds.DAY, "The first day on which they were told a decision", NEVER),
    ),
    order=("case_number", "victim"),
    key=("case_number", "victim"),
)
SUSPECTS = Table(
    "suspects",
    "A suspect of a case, by number",
    (
        CASE,
        _same("event_suspect_identified", "suspect", "suspect", "The suspect within the case", ""),
        _IDENTIFIED,
        _same(
            "event_suspect_identified",
            "relationship",
            "relationship",
            "What they were to the victim, as last recorded",
            "",
        ),
        Column("arrested_on", Holds.DAY, "The first arrest", NEVER),
        Column("interviewed_on", Holds.DAY, "The first interview under caution", NEVER),
        Column("charged_on", Holds.DAY, "The first charge", NEVER),
        Column("verdict_on", Holds.DAY, "The first result at court", NEVER),
        _same("event_court_result", "verdict", "verdict", "What the first result was", NEVER),
    ),
    order=("case_number", "suspect"),
    key=("case_number", "suspect"),
)
ITEMS = Table(
    "items",
    "An item of an investigation plan or of an action plan, with what became of it",
    (
        CASE,
        Column("item", Holds.NUMBER, "The number of the event that set it"),
        _same("event_item_set", "plan", "plan", "Which plan it is in", ""),
        Column("set_on", Holds.DAY, "The day on which it was set"),
        Column(
            "original_on",
            Holds.DAY,
            "The first target day that it had: late or in time is counted from it for ever",
            "it never had one",
        ),
        Column(
            "dated_on",
            Holds.DAY,
            "The day on which it was given its first target day",
            "it never had one",
        ),
        Column("target_on", Holds.DAY, "The present target day", "it never had one"),
        Column("moves", Holds.COUNT, "How often the target day was moved after it had one"),
        _same("event_item_set", "side", "side", "Who is to do it now", ""),
        Column("owner_named", Holds.FLAG, "Whether somebody is named who is to do it now"),
        Column("handed_over", Holds.COUNT, "How often it was handed over"),
        Column("answers", Holds.COUNT, "Answers, those in part among them"),
        Column(
            "ended_on",
            Holds.DAY,
            "The day from which nothing more is asked",
            "something still is",
        ),
        _same("event_item_answered", "answer", "ended_as", "How it ended", "it has not"),
        Column("reviews", Holds.COUNT, "Looks at its progress"),
        Column("reviewed_on", Holds.DAY, "The latest of them", NEVER),
        Column("chases", Holds.COUNT, "How often it was chased"),
        Column("chased_on", Holds.DAY, "The first time", NEVER),
        Column("escalations", Holds.COUNT, "How often it was taken further up"),
        Column("escalated_on", Holds.DAY, "The first time", NEVER),
        Column("level", Holds.COUNT, "The highest level that it reached", NEVER),
    ),
    order=("case_number", "item"),
    key=("case_number", "item"),
)
FROM_EVENTS: dict[str, Table] = by_name((SPINE, VICTIMS, SUSPECTS, ITEMS))
"""What is built from the cases and their events, part by part."""

CODES = Table(
    "codes",
    "A code of a list, by version of the list",
    (
        Column("code_list", Holds.WORDS, "The list, as the columns of other tables name it"),
        Column("position", Holds.COUNT, "Its place in the list, from 1"),
        Column("code", Holds.WORDS, "The code, as it stands in other tables"),
        Column("label", Holds.WORDS, "What it means"),
        Column("citation", Holds.WORDS, "What the list is from", "a list of this product"),
        Column("confidence", Holds.WORDS, "How sure the list is", "a list of this product"),
        Column("in_force_from", Holds.DAY, "The first day of the version", "always"),
        Column("in_force_to", Holds.DAY, "The last day of the version", "in force"),
    ),
    order=("code_list", "position"),
    key=("code_list", "code"),
)
CODE_GROUPS = Table(
    "code_groups",
    "The group of a code, in one way to group a list. Each way is a choice: say which one was used",
    (
        Column("grouping", Holds.WORDS, "The version of the grouping"),
        Column("code_list", Holds.WORDS, "The list that it groups"),
        Column(
            "code", Holds.WORDS, "The code; of an outcome without the letters of a local suffix"
        ),
        Column("code_group", Holds.WORDS, "The group"),
        Column("label", Holds.WORDS, "What the group is called"),
        Column("citation", Holds.WORDS, "Whose choice it is"),
    ),
    order=("grouping", "code_list", "code"),
    key=("grouping", "code_list", "code"),
)
LIMITS = Table(
    "limits",
    "A version of a limit of casework, as it applied when the cut was written",
    (
        Column("code", Holds.WORDS, "The limit"),
        Column("version", Holds.COUNT, "From 1. Of several in force the latest governs"),
        Column(
            "organisation",
            Holds.NUMBER,
            "Whose own version it is: it governs in the cases of which this is the `force` or the "
            "`cps_area`, beside those of everybody",
            "it is everybody’s",
        ),
        Column("asks", Holds.WORDS, "What it asks"),
        Column("starts", Holds.WORDS, "What starts it: that day is day 0"),
        Column("count", Holds.COUNT, "How many of the unit"),
        Column("unit", Holds.WORDS, "working_days, calendar_days, months or hours"),
        Column("citation", Holds.WORDS, "What asks for it"),
        Column("source", Holds.WORDS, "Where it can be read; empty of an organisation’s own"),
        Column("confidence", Holds.WORDS, "How sure it is"),
        Column("in_force_from", Holds.DAY, "The first start that it governs", "every earlier day"),
        Column("in_force_to", Holds.DAY, "The last start that it governs", "in force"),
    ),
    order=("code", "version"),
    key=("code", "version"),
)
CALENDAR = Table(
    "calendar",
    "A day",
    (
        Column("day", Holds.DAY, "The day"),
        Column("year", Holds.COUNT, "Its calendar year"),
        Column("month", Holds.COUNT, "Its month, from 1"),
        Column("day_of_month", Holds.COUNT, "Its day of the month"),
        Column("weekday", Holds.COUNT, "1 is Monday and 7 is Sunday"),
        Column("financial_year", Holds.COUNT, "The year in whose April its financial year began"),
        Column("quarter", Holds.COUNT, "The quarter of its financial year: April begins the first"),
        Column("bank_holiday", Holds.WORDS, "Its name in England and Wales", "it is none"),
        Column("is_working_day", Holds.FLAG, "Neither of a weekend nor a bank holiday"),
        Column(
            "working_days",
            Holds.COUNT,
            "Working days from the first day of the table to this one, both included: the "
            "difference of two days is the number of working days after the first, to the second",
        ),
    ),
    order=("day",),
    key=("day",),
)
LISTED: dict[str, Table] = by_name((CODES, CODE_GROUPS, LIMITS, CALENDAR))
"""What is the same for every case."""

TABLES: dict[str, Table] = GIVEN | FROM_EVENTS | LISTED
"""Every table of a cut."""
