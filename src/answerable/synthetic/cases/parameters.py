"""What invented cases are calibrated to: every number in one table, with its source or `ASSUMED`.

Nothing else in this package holds a rate, a share or a length of time. A number that no source
gives is assumed and says so. What is read off many cases, such as the median of the days to a
charge, comes out near what stands here and not exactly: nothing is known after the last day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How sure a number is."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    DESIGN = "design"
    ASSUMED = "assumed"

    @property
    def label(self) -> str:
        return _MARKS[self]


_MARKS = {
    Mark.CONFIRMED: "read in the source",
    Mark.SECONDARY: "from press or a reprint",
    Mark.DESIGN: "chosen for a small force, from several sources",
    Mark.ASSUMED: "assumed",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number, or the shares of several answers, that invented cases follow."""

    name: str
    value: float | Mapping[str, float]
    """A share from 0 to 1, days, or shares of answers by their code that add to 1."""
    unit: str
    mark: Mark
    source: str = ""
    """Address and period; empty where it is assumed or chosen."""
    note: str = ""


class UnknownParameter(KeyError):
    """No parameter has the name."""


_SMALL_FORCE = "preset for a small force: the range of outcomes of a mature year"
_DORSET = (
    "https://www.dorset.police.uk/foi-ai/dorset-police/disclosure-logs/archive/rapes-in-2021/, 2021"
)
_MEDIAN_DAYS = (
    "https://parallelparliament.co.uk/question/HL2028/homicide-and-rape-criminal-proceedings, "
    "2018/19 to year ending March 2024: 381 to 467 days"
)
_LONDON_TIMES = (
    "https://www.itv.com/news/london/2021-12-07/"
    "london-rape-victims-belittled-by-police-as-most-drop-complaints-review-shows, 2021: 38% "
    "within 7 days, 64% within 30"
)
_CPS_DAYS = (
    "https://api.parliament.uk/query/resource?uri=https%3A%2F%2Fid.parliament.uk%2FIPlsTk0D, "
    "2018/19: 107.7 days on average"
)
_REVIEWS = "https://www.parallelparliament.co.uk/question/124128/crime-victims, 2016-17"
_RELATIONSHIPS = (
    "https://www.vice.com/amp/en/article/93bawv/"
    "most-rape-victims-in-london-drop-their-case-within-1-month-of-speaking-to-police, 2021: 7% "
    "stranger, 84% known to the victim"
)
_TRIAL = (
    "https://streetguide.co.uk/parliament/debate/07A33BDF-CB60-4049-9CFC-C35E76B5F1EE/4871, 2023: "
    "839 days from report to completion on average"
)

_A, _D, _S, _C = Mark.ASSUMED, Mark.DESIGN, Mark.SECONDARY, Mark.CONFIRMED


def _share(name: str, value: float, mark: Mark = _A, source: str = "", note: str = "") -> Parameter:
    return Parameter(name, value, "share", mark, source, note)


def _days(name: str, value: float, mark: Mark = _A, source: str = "", note: str = "") -> Parameter:
    return Parameter(name, value, "days", mark, source, note)


def _spread(
    name: str, value: float, mark: Mark = _A, source: str = "", note: str = ""
) -> Parameter:
    return Parameter(name, value, "spread (sigma of the logarithm)", mark, source, note)


def _answers(
    name: str, value: Mapping[str, float], mark: Mark = _A, source: str = "", note: str = ""
) -> Parameter:
    return Parameter(name, value, "shares", mark, source, note)


_TABLE = (
    # Reports
    Parameter("reports_a_year", 530, "cases a year", _D, note="of a small force"),
    Parameter("years", 5, "years", _A, note="of reports up to the last day that is known"),
    _answers(
        "month",
        {
            "1": 0.079,
            "2": 0.074,
            "3": 0.083,
            "4": 0.081,
            "5": 0.086,
            "6": 0.087,
            "7": 0.091,
            "8": 0.088,
            "9": 0.085,
            "10": 0.086,
            "11": 0.082,
            "12": 0.078,
        },
        note="more in summer",
    ),
    _share(
        "growth",
        0.03,
        _S,
        "https://zoonop.com/news/general/"
        "only-27-of-rapes-recorded-by-police-in-england-and-wales-led-to-charge-in-2024, from "
        "61,158 to 69,958 in three years and a quarter",
        note="of reports a year, at most",
    ),
    _share("backlog_spread", 0.25, note="how much longer work takes where a quarter is worst"),
    _share("recorded_in_a_day", 0.88),
    _days("recorded_late", 4, note="median of what was recorded later"),
    _answers(
        "channel",
        {"call": 0.46, "front_desk": 0.06, "online": 0.08, "in_person": 0.17}
        | {"referral_centre": 0.05, "other_force": 0.06, "other_agency": 0.12},
    ),
    _answers(
        "reporter",
        {"victim": 0.58, "for_the_victim": 0.17, "support_service": 0.05, "professional": 0.13}
        | {"witness": 0.03, "police": 0.04},
    ),
    _answers(
        "no_crime_code",
        {"N100/1": 0.45, "N100/2": 0.1, "N100/3": 0.2, "C1": 0.1, "C2": 0.1, "C3": 0.05},
    ),
    _days("no_crime_days", 30, note="median"),
    _spread("no_crime_spread", 1.0),
    # Victims and suspects
    _share("two_victims", 0.03),
    _share("two_suspects", 0.04),
    _share("adult", 0.575, _D, note="18 and over at the offence; 55 to 60%"),
    _share("female", 0.88, _D),
    _answers("child_age", {"under_13": 0.34, "13_to_15": 0.38, "16_to_17": 0.28}),
    _answers(
        "delay",
        {
            "same_day": 0.25,
            "1_to_2": 0.12,
            "3_to_10": 0.12,
            "11_to_100": 0.16,
            "101_to_365": 0.02,
            "over_365": 0.33,
        },
        _D,
        _DORSET,
        "days from offence to report; 35% non-recent in Dorset",
    ),
    Parameter("adult_years", 13, "years", _A, note="over 18 on average, of adults"),
    _days("long_ago", 3200, note="median of what is over a year ago"),
    _share("suspect_in_other", 0.4, note="identified where the case ends in another way"),
    _share("attempt", 0.06),
    _share("enhanced_rights", 0.97),
    _answers(
        "relationship",
        {"stranger": 0.07, "acquaintance": 0.23, "friend": 0.15, "partner": 0.15}
        | {"former_partner": 0.16, "family": 0.11, "professional": 0.02, "other": 0.02}
        | {"not_known": 0.09},
        _S,
        _RELATIONSHIPS,
        "the 84% are divided by assumption",
    ),
    _share("suspect_known_at_report", 0.6),
    _days("suspect_found", 10, note="median of the others"),
    _spread("suspect_found_spread", 1.2),
    # Endings, were every case followed to its end
    _answers(
        "ending",
        {"withdrawn_16": 0.42, "withdrawn_14": 0.09, "evidence_15": 0.225, "no_suspect_18": 0.08}
        | {"cps_nfa": 0.03, "charge": 0.065, "other": 0.04, "no_crime": 0.05},
        _D,
        _DORSET,
        _SMALL_FORCE,
    ),
    _answers("other_outcome", {"20": 0.35, "10": 0.15, "5": 0.1, "11": 0.1, "13": 0.2, "21": 0.1}),
    _days("days_to_15", 180, note="median from recording to the decision of the police"),
    _spread("days_to_15_spread", 0.8),
    _days("days_to_18", 75, note="median"),
    _spread("days_to_18_spread", 1.0),
    _days("days_to_other", 60, note="median"),
    _spread("days_to_other_spread", 1.0),
    _days(
        "days_to_charge",
        460,
        _C,
        _MEDIAN_DAYS,
        "median from recording to charge, as drawn; counted by the year of the charge it is about "
        "400, for the longest are not yet known",
    ),
    _spread("days_to_charge_spread", 0.93, _D, note="half of them between 200 and 700 days"),
    _days("days_to_cps_nfa", 380, note="median from recording to the prosecutors’ decision"),
    _spread("days_to_cps_nfa_spread", 0.8),
    _days(
        "cps_days",
        88,
        _C,
        _CPS_DAYS,
        "median as drawn; cut to four fifths of the days to the charge it gives the average",
    ),
    _spread("cps_days_spread", 0.93, _C, _CPS_DAYS),
    _share("outcome_recorded_same_day", 0.7),
    _days("outcome_recorded_later", 5, note="median"),
    _share("outcome_put_right", 0.02, note="of 14, 15, 16 and 18: another was recorded first"),
    _days("outcome_found_wrong", 60, note="median"),
    _share("rationale_recorded", 0.9),
    # Withdrawal
    _days("withdrawal_days", 14.9, _S, _LONDON_TIMES, "median of what gives both shares"),
    _spread("withdrawal_spread", 2.04, _S, _LONDON_TIMES),
    _answers(
        "closed_as_withdrawn",
        {"withdrawal": 0.9, "contact_lost": 0.06, "nothing": 0.04},
        note="what was recorded where a case was closed as 14 or 16",
    ),
    _days("withdrawal_to_decision", 18, note="median"),
    _spread("withdrawal_to_decision_spread", 1.0),
    _share("withdraws_though_15", 0.03),
    _share(
        "withdraws_after_charge",
        0.12,
        note="of cases without a plea of guilty, which are stopped then",
    ),
    _share("comes_back", 0.04, note="of other cases: withdraws and supports again"),
    _share("comes_back_15", 0.4, note="of those who withdraw though the case ends as 15"),
    _days("comes_back_days", 25, note="median"),
    _share("withdrawal_words", 0.7),
    _share("withdrawal_reason", 0.72),
    _answers(
        "withdrawal_reasons",
        {
            "never_wanted_prosecution": 0.16,
            "safety_only": 0.12,
            "length": 0.08,
            "not_informed": 0.03,
        }
        | {"fear": 0.1, "pressure": 0.03, "private_material": 0.03, "court": 0.08, "health": 0.13}
        | {"treatment": 0.03, "unlikely_to_succeed": 0.03, "moved_on": 0.08}
        | {"relationship_resumed": 0.03, "declined_to_say": 0.07},
    ),
    _share("second_reason", 0.25),
    _answers(
        "withdrawal_held",
        {
            "signed": 0.3,
            "video": 0.03,
            "body_worn": 0.12,
            "written": 0.15,
            "officer_note": 0.3,
            "none": 0.1,
        },
    ),
    _answers("withdrawal_through", {"themselves": 0.8, "support_worker": 0.07, "officer": 0.13}),
    # First response and support
    _share("specialist_deployed", 0.72),
    _days("specialist_days", 1, note="median"),
    _share("centre_recorded", 0.5),
    _answers(
        "centre", {"attended": 0.3, "appointment": 0.1, "declined": 0.35, "not_offered": 0.25}
    ),
    _share("support_offered", 0.85, note="range 60 to 95%"),
    _share("support_offered_in_time", 0.75, note="within two days"),
    _days("support_offered_late", 9, note="median of the others"),
    _answers(
        "support_answer",
        {
            "accepted": 0.55,
            "declined": 0.27,
            "deferred": 0.08,
            "has_support": 0.06,
            "no_answer": 0.04,
        },
    ),
    _share("support_referred", 0.9, note="of the accepted"),
    _share("support_consent", 0.97),
    _share("support_contacted", 0.85),
    _days("support_contact_days", 6, note="median"),
    _share("support_second_contact", 0.6),
    _share("support_ended", 0.65),
    _days("support_length", 120, note="median"),
    _answers(
        "support_ended_why",
        {
            "not_needed": 0.5,
            "victim_ended": 0.25,
            "other_service": 0.1,
            "no_contact": 0.12,
            "service_ended": 0.03,
        },
    ),
    _share("support_offered_again", 0.3, note="where a case goes to the prosecutors"),
    _share("preference_recorded", 0.55),
    _answers(
        "preference",
        {
            "in_person": 0.12,
            "video": 0.03,
            "telephone": 0.5,
            "letter": 0.04,
            "email": 0.14,
            "text_message": 0.09,
            "through_support": 0.08,
        },
    ),
    # Protected characteristics: what is recorded of each
    _share("characteristics_basics", 0.96, note="age and sex are recorded"),
    _share("characteristics_in_time", 0.7, note="the others, within 28 days"),
    _share("ethnicity_self_defined", 0.6, note="range 30 to 80%"),
    _share("disability_recorded", 0.3),
    _share("religion_recorded", 0.2),
    _share("orientation_recorded", 0.2),
    _share("marriage_recorded", 0.2),
    _share("pregnancy_recorded", 0.15),
    _share("reassignment_recorded", 0.15),
    _share("prefer_not_to_say", 0.04, note="of those asked"),
    _share("does_not_know", 0.01, note="of those asked"),
    _share("not_asked_with_reason", 0.04),
    _share("ethnicity_observed", 0.55),
    _answers(
        "why_not_asked",
        {"unsafe": 0.2, "crisis": 0.45, "no_interpreter": 0.1, "capacity": 0.15, "no_contact": 0.1},
    ),
    _answers(
        "ethnicity",
        {
            "W1": 0.83,
            "W2": 0.006,
            "W3": 0.004,
            "W9": 0.05,
            "M1": 0.012,
            "M2": 0.005,
            "M3": 0.008,
            "M9": 0.01,
            "A1": 0.012,
            "A2": 0.018,
            "A3": 0.006,
            "A4": 0.005,
            "A9": 0.008,
            "B1": 0.008,
            "B2": 0.01,
            "B9": 0.003,
            "O2": 0.002,
            "O9": 0.003,
        },
    ),
    _answers("disability", {"yes": 0.3, "no": 0.7}),
    _answers(
        "religion",
        {
            "none": 0.52,
            "christian": 0.36,
            "buddhist": 0.01,
            "hindu": 0.01,
            "jewish": 0.005,
            "muslim": 0.06,
            "sikh": 0.005,
            "other": 0.03,
        },
    ),
    _answers(
        "orientation", {"straight": 0.82, "gay_lesbian": 0.06, "bisexual": 0.1, "other": 0.02}
    ),
    _answers(
        "marriage",
        {
            "never": 0.72,
            "married": 0.1,
            "civil_partnership": 0.005,
            "separated": 0.075,
            "ended": 0.09,
            "survivor": 0.01,
        },
    ),
    _answers("pregnancy", {"pregnant": 0.03, "maternity": 0.02, "neither": 0.95}),
    _answers("reassignment", {"yes": 0.01, "no": 0.99}),
    _answers(
        "observed",
        {"IC1": 0.86, "IC2": 0.03, "IC3": 0.03, "IC4": 0.04, "IC5": 0.01, "IC6": 0.01, "IC9": 0.02},
    ),
    # Investigation
    _days("account_days", 6, note="median from the report"),
    _spread("account_spread", 1.1),
    _share("account_recorded", 0.95, note="of those who still support then"),
    _answers("account_type", {"video": 0.6, "statement": 0.3, "notes": 0.1}),
    _answers(
        "interviewed",
        {"withdrawn_16": 0.35, "evidence_15": 0.9, "cps_nfa": 1.0, "charge": 1.0, "other": 0.3},
        note="suspects interviewed under caution, by how the case ends",
    ),
    _days("interview_days", 16, note="median from identification"),
    _spread("interview_spread", 1.1),
    _share("arrested", 0.5, note="of those interviewed"),
    _share("bailed", 0.5, note="of those arrested; the others are released under investigation"),
    _days("bail_length", 84, note="the first bail"),
    _share("bail_extended", 0.5, note="where the case still runs"),
    _share("bail_views_sought", 0.6),
    _share("told_of_step", 0.75),
    _share("told_of_step_in_time", 0.6),
    _share("plan_recorded", 0.8),
    _days("plan_days", 3, note="median from the report"),
    _days("review_interval", 38, note="median between reviews of a supervisor; 28 is asked"),
    _spread("review_interval_spread", 0.5),
    _answers("items", {"0": 0.35, "1": 0.3, "2": 0.2, "3": 0.1, "4": 0.05}, note="of a plan"),
    _days("item_length", 28, note="until its original target"),
    _share("item_on_time", 0.5, note="by the original target; range 30 to 70%"),
    _days("item_late", 18, note="median of what is done late"),
    _spread("item_late_spread", 1.0),
    _share("item_moved", 0.6, note="of those that will be late"),
    _share("item_never", 0.24, note="never answered, of those not in time"),
    _answers("item_answer", {"done": 0.9, "cannot_be_done": 0.06, "no_longer_needed": 0.04}),
    _share("item_escalated", 0.1, note="of those that are late"),
    # Early advice and the pilot
    _share("advice_considered", 0.7, note="range 40 to 90%"),
    _days("advice_days", 12, note="median from the report"),
    _spread("advice_spread", 1.0),
    _share("advice_sought", 0.35, note="of all cases; range 15 to 60%"),
    _share("advice_reason", 0.8, note="why it is not sought"),
    _share("advice_requested", 0.9, note="of those to be sought"),
    _share("advice_answered", 0.9),
    _share("advice_accepted", 0.88),
    _share("advice_given", 0.92),
    _days("advice_wait", 12, note="median"),
    _share("advice_parameters", 0.7),
    _share("pilot", 0.3, note="of cases that ask for advice, in forces that take part"),
    _share("pilot_forces", 0.4),
    # Prosecutors
    _share("submission_returned", 0.2, note="at the first triage"),
    _share("further_work", 0.35),
    _share("submission_triaged", 0.9),
    _share("full_file", 0.7),
    _share("threshold", 0.05),
    _share("consulted", 0.6),
    _share("meeting_held", 0.3, note="before the prosecutors’ no further action; range 10 to 60%"),
    _answers(
        "meeting_mode",
        {"in_person": 0.15, "virtual": 0.5, "hybrid": 0.03, "telephone": 0.22, "writing": 0.1},
    ),
    _share("disagreement", 0.08, note="of decisions of no further action"),
    _share("disagreement_in_time", 0.6),
    _share("contact_details", 0.6, note="range 30 to 90%: each letter names whom to ask"),
    _answers("letters", {"0": 0.3, "1": 0.3, "2": 0.25, "3": 0.15}, note="of a submission"),
    _answers("cps_nfa_outcome", {"15": 0.92, "9": 0.08}),
    # Telling and review
    _answers(
        "told",
        {"in_time": 0.65, "late": 0.25, "attempts": 0.04, "not": 0.06},
        note="of decisions; range of in time 40 to 85%",
    ),
    _days("told_late", 7, note="median"),
    _share("told_as_wished", 0.8),
    _share("told_explained", 0.85),
    _share("told_support", 0.5),
    _share("told_review_right", 0.7, note="where there is one"),
    _share("review_requested", 0.0193, _C, _REVIEWS, "of qualifying decisions, all crime"),
    _share("review_acknowledged_in_time", 0.8),
    _share("review_in_time", 0.7),
    _share("review_changed", 0.069, _C, _REVIEWS, "of requests"),
    # Court
    _share("charged_on_the_day", 0.55, note="of the decision; the others by post, later"),
    _days("first_hearing_days", 28),
    _days("plea_hearing_days", 35, note="after the first hearing"),
    _days("trial_days", 190, _S, _TRIAL, "median after the plea hearing"),
    _spread("trial_spread", 0.5),
    _share("guilty_plea", 0.14),
    _answers(
        "verdict",
        {
            "convicted": 0.52,
            "acquitted": 0.36,
            "acquitted_by_direction": 0.04,
            "no_evidence_offered": 0.05,
            "discontinued": 0.03,
        },
    ),
    _answers(
        "sentence",
        {
            "imprisonment": 0.8,
            "extended": 0.1,
            "life": 0.02,
            "suspended": 0.05,
            "community": 0.02,
            "hospital": 0.01,
        },
    ),
    # Organisations
    Parameter(
        "investigators",
        3,
        "people for each 100 reports a year",
        _A,
        note="in post, one in a force at the least",
    ),
    _days("posting_length", 900, note="median; somebody else follows on the next day"),
    _spread("posting_spread", 0.6),
    _share("course_taken", 0.85, note="by those who stay long enough"),
    _days("course_wait", 120, note="median from the first day in post"),
    _spread("course_wait_spread", 0.8),
    _share("course_passed", 0.92),
    _share("course_outdated", 0.04, note="of those who passed: what counts no more"),
    _days("qualification_length", 1096, note="three years"),
    _share("qualification_refreshed", 0.7, note="in time, and again each time"),
    _share("pathway_reviewed", 0.8, note="of forces and Areas; the others never do"),
    _days("pathway_review_interval", 183, note="until the day that a review names for the next"),
    _share("pathway_review_in_time", 0.6),
    _days("pathway_review_late", 45, note="median of the others"),
    _spread("pathway_review_late_spread", 0.8),
)

PARAMETERS: Mapping[str, Parameter] = {one.name: one for one in _TABLE}
"""Every parameter by its name, in the order of a case."""


def number(name: str) -> float:
    """The value of a parameter that is one number.

    Raises:
        UnknownParameter: there is none of this name, or it holds the shares of several answers.
    """
    found = PARAMETERS.get(name)
    if found is None or not isinstance(found.value, int | float):
        raise UnknownParameter(name)
    return float(found.value)


def answers(name: str) -> Mapping[str, float]:
    """The shares of a parameter that has several answers, by the code of each.

    Raises:
        UnknownParameter: there is none of this name, or it holds one number.
    """
    found = PARAMETERS.get(name)
    if found is None or isinstance(found.value, int | float):
        raise UnknownParameter(name)
    return found.value
