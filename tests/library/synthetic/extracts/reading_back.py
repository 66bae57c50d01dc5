"""The extracts read as their reference page describes them: what each row says, as plain facts.

A statement is (case, kind, day, facts): the facts that the system carries, in the words of records.
References between events are left out, for an extract has no numbers of events.
"""

from __future__ import annotations

import csv
from datetime import datetime

from python_calamine import CalamineWorkbook

from answerable.cuts.engine import start
from answerable.records.codes.characteristics import LISTS, Characteristic
from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.people import Relationship
from answerable.records.kinds.report import Channel, Reporter
from answerable.records.kinds.support import Answer, WhyEnded
from answerable.records.kinds.telling import Method
from answerable.records.kinds.withdrawal import Statement
from answerable.records.stages import Stage

LARKSPUR = "SYNTHETIC-larkspur-crimes.csv"
QUAYSIDE = "SYNTHETIC-quayside-submissions.xlsx"
THORNBOOK = "SYNTHETIC-thornbook-entries.parquet"
YES = {"Y": True, "N": False, "": None}


def named(enum, *words):
    return dict(zip(words, enum, strict=True))


CHANNELS = named(Channel, "TEL", "DESK", "WEB", "OFFR", "SARC", "FORCE", "AGCY")
REPORTERS = named(Reporter, "VIC", "3RD", "SUPP", "PROF", "WITN", "POL")
METHODS = named(Method, "PERSON", "VIDEO", "PHONE", "POST", "EMAIL", "TEXT", "SUPPORT")
HELD = named(Statement, "SIGNED", "VIDEO", "BWV", "WRITTEN", "NOTE", "NONE")
RELATIONSHIPS = named(
    Relationship,
    *("Stranger", "Acquaintance", "Friend", "Intimate partner", "Ex-partner", "Relative"),
    *("Position of trust", "Other", "Unknown"),
)
TELLERS = {
    "OIC": "investigator",
    "STO": "specialist_officer",
    "SUPV": "supervisor",
    "SUPP": "support_worker",
}
TESTS = {"FULL": "full_code", "EVID": "evidential", "REFER": "referral", "NONE": "none"}
THROUGH = {"SELF": "themselves", "SUPP": "support_worker", "OFFR": "officer"}
STAGES = {str(place): stage for place, stage in enumerate(Stage, start=1)}
BASICS = {"Vic.Age.Now": Characteristic.AGE, "Vic.Gender": Characteristic.SEX}
EQUALITY = {
    "Vic.Ethnicity.Self": Characteristic.RACE,
    "Vic.Disability": Characteristic.DISABILITY,
    "Vic.Religion": Characteristic.RELIGION,
    "Vic.Orientation": Characteristic.SEXUAL_ORIENTATION,
    "Vic.Marital": Characteristic.MARRIAGE,
    "Vic.Pregnancy": Characteristic.PREGNANCY,
    "Vic.Reassignment": Characteristic.GENDER_REASSIGNMENT,
}
SPELLED = {
    Characteristic.SEX: ("Female", "Male"),
    Characteristic.DISABILITY: ("Disabled", "Not disabled"),
    Characteristic.RELIGION: ("NON", "CHR", "BUD", "HIN", "JEW", "MUS", "SIK", "OTH"),
    Characteristic.SEXUAL_ORIENTATION: ("STR", "GAY", "BIS", "OTH"),
    Characteristic.MARRIAGE: ("1", "2", "3", "4", "5", "6"),
    Characteristic.PREGNANCY: ("Pregnant", "Maternity", "Neither"),
    Characteristic.GENDER_REASSIGNMENT: ("Y", "N"),
}


def day(text):
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007


def larkspur_rows(folder):
    with (folder / LARKSPUR).open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file))


def quayside_rows(folder):
    sheet = CalamineWorkbook.from_path(str(folder / QUAYSIDE)).get_sheet_by_index(0).to_python()
    head, *rows = sheet
    return [dict(zip(head, row, strict=True)) for row in rows]


def thornbook_rows(folder):
    database = start()
    found = database.execute(f"SELECT * FROM '{folder / THORNBOOK}'")
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def truth_rows(folder):
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def case_of(reference):
    return int(reference.split("/")[1])


def larkspur_says(folder):
    """Every statement of Larkspur, once however many rows repeat it."""
    found = set()
    for row in larkspur_rows(folder):
        case = case_of(row["Crime.Ref"])
        for kind, on, *facts in (*of_crime(row), *of_victim(row), *of_suspect(row)):
            if on is not None:
                found.add((case, kind, on, *facts))
    return found


def of_crime(row):
    yield (
        *("reported", day(row["Reported.Date"])),
        *(CHANNELS[row["Reported.Channel"]], REPORTERS[row["Reported.By"]]),
    )
    yield "crime_recorded", day(row["Created.Date"])
    yield "not_a_crime", day(row["No.Crime.Date"]), row["No.Crime.Code"], row["No.Crime.Reason"]
    yield (
        *("investigation_planned", day(row["Plan.Date"]), row["Plan.Strategy"]),
        day(row["Plan.Review.Date"]),
    )
    yield "advice_considered", day(row["EIA.Date"]), YES[row["EIA.Sought"]], row["EIA.Reason"]
    referred = ("police", "refer", "referral", row["Referred.Rationale"], "")
    yield "decision", day(row["Referred.Date"]), *referred
    test = TESTS.get(row["NFA.Test"])
    nfa = ("police", "no_further_action", test, row["NFA.Rationale"], row["NFA.Outcome"])
    yield "decision", day(row["NFA.Date"]), *nfa
    maker = {"POL": "police", "CPS": "cps", "": None}[row["Outcome.Decided.By"]]
    yield "outcome_recorded", day(row["Outcome.Date"]), row["Outcome.Code"], maker


def of_victim(row):
    victim, reported = int(row["Victim.No"]), day(row["Reported.Date"])
    age = int(row["Vic.Age.At.Offence"])
    yield "victim_identified", reported, victim, age, YES[row["Vic.Enhanced"]]
    inchoate = {"C": "completed", "A": "attempt"}[row["Inchoate"]]
    yield (
        *("offence_alleged", reported, victim, row["HO.Class"], inchoate),
        *(day(row["Date.From"]), day(row["Date.To"])),
    )
    if row["Vic.Ethnicity.IC"]:
        yield "ethnicity_observed", reported, victim, row["Vic.Ethnicity.IC"]
    yield from of_characteristics(row, victim)
    account = {"VRI": "video", "STMT": "statement", "NOTE": "notes"}.get(row["Account.Type"])
    yield "account_taken", day(row["Account.Date"]), victim, account
    if row["Withdrawal.Date"]:
        reasons = tuple(Reason(one) for one in row["Withdrawal.Reasons"].split(";") if one)
        yield (
            *("withdrawal", day(row["Withdrawal.Date"]), victim, row["Withdrawal.Words"]),
            *(STAGES[row["Withdrawal.Stage"]], reasons, THROUGH[row["Withdrawal.Through"]]),
            HELD[row["Withdrawal.Held"]],
        )
    yield "re_engaged", day(row["Re.Engaged.Date"]), victim
    yield "contact_preference", day(row["Pref.Date"]), victim, METHODS.get(row["Pref.Method"])
    yield (
        *("told", day(row["Told.Date"]), victim, METHODS.get(row["Told.Method"])),
        *(TELLERS.get(row["Told.By"]), YES[row["Told.Explained"]], YES[row["Told.VRR"]]),
        YES[row["Told.Support"]],
    )
    yield "review_requested", day(row["VRR.Request.Date"]), victim
    yield "review_acknowledged", day(row["VRR.Ack.Date"])
    result = {"STOOD": "decision_stood", "CHANGED": "decision_changed"}.get(row["VRR.Result"])
    yield "review_decided", day(row["VRR.Result.Date"]), result


def of_characteristics(row, victim):
    for columns, on in (
        (BASICS, row["Vic.Basics.Date"]),
        (EQUALITY, row["Vic.Equality.Date"]),
    ):
        for column, characteristic in columns.items():
            if row[column]:
                state, value, why = answer(row[column], characteristic)
                yield "characteristic_recorded", day(on), victim, characteristic, state, value, why


def answer(cell, characteristic):
    if cell == "Declined":
        return "asked_prefer_not_to_say", "", None
    if cell == "Not known by victim":
        return "asked_not_known_by_victim", "", None
    if cell.startswith("Not asked: "):
        return "not_asked", "", cell.removeprefix("Not asked: ")
    words = SPELLED.get(characteristic)
    codes = [one.code for one in LISTS[characteristic][0].codes]
    return "recorded", dict(zip(words, codes, strict=True))[cell] if words else cell, None


def of_suspect(row):
    if not row["Suspect.No"]:
        return
    suspect = int(row["Suspect.No"])
    relationship = RELATIONSHIPS[row["Victim.Suspect.Relationship"]]
    yield "suspect_identified", day(row["Suspect.Identified.Date"]), suspect, relationship
    nothing = (None, None, None)
    yield "suspect_status", day(row["Arrest.Date"]), suspect, "arrested", *nothing
    yield "suspect_status", day(row["Interview.Date"]), suspect, "interviewed", *nothing
    bail = (day(row["Bail.To"]), YES[row["Bail.Conditions"]], YES[row["Bail.Views"]])
    yield "suspect_status", day(row["Bail.Date"]), suspect, "bailed", *bail
    yield "suspect_status", day(row["RUI.Date"]), suspect, "under_investigation", *nothing
    yield "charged", day(row["Charge.Date"]), suspect, row["Charge.Offence"]


def quayside_says(folder):
    found = set()
    for row in quayside_rows(folder):
        case = case_of(row["Police Reference"])
        for kind, on, *facts in of_submission(row):
            if on:
                found.add((case, kind, plain(on), *facts))
    return found


def plain(moment):
    return moment.date() if isinstance(moment, datetime) else moment


YES_NO = {"Yes": True, "No": False, "": None}
TEST = {
    "Full Code": "full_code",
    "Evidential": "evidential",
    "Public interest": "public_interest",
    "Threshold": "threshold",
    "None": "none",
    "": None,
}


def of_submission(row):
    yield (
        *("submitted", row["Received"], TEST[row["Test Asked"]], str(int(row["Track"]))),
        *(YES_NO[row["Custody"]], YES_NO[row["Sent As Full File"]]),
    )
    taken = {"Full file accepted": (True, True), "Accepted": (True, False)}
    accepted = taken.get(row["Triage"], (False, False))
    yield "submission_triaged", row["Triage Date"], *accepted, row["Triage Reason"]
    yield "consulted", row["Consultation"]
    modes = {"In person": "in_person", "In writing": "writing"}
    mode = modes.get(row["Meeting Mode"], row["Meeting Mode"].lower())
    there = (YES_NO[row["Police There"]], YES_NO[row["Prosecutor There"]])
    yield "meeting_held", row["Meeting"], mode, *there
    made = {"Charge": "charge", "NFA": "no_further_action", "Further work": "further_work"}
    decision = (made.get(row["Decision"]), TEST[row["Test Applied"]])
    yield "decision", row["Decision Date"], "cps", *decision, row["Rationale"], row["Outcome"]
    for column, kind in (("First Hearing", "first"), ("Plea Hearing", "plea")):
        yield "hearing_held", row[column], kind
    yield "hearing_held", row["Trial Began"], "trial"
    verdict = row["Result"].lower().replace(" ", "_")
    yield "court_result", row["Result Date"], int(row["Suspect"]), verdict


OFFERS = named(Answer, "ACC", "DEC", "DEF", "HAS", "NOA")
ENDINGS = named(WhyEnded, "NEED", "VICT", "SERV", "LOST", "STOP")
DONE = {"DONE": "done", "CANT": "cannot_be_done", "OFF": "no_longer_needed"}
PLANS = {"INV": "investigation", "ACT": "action"}


def thornbook_says(folder):
    return [
        (case_of(row["crime_ref"]), kind, row["entry_date"], *facts)
        for row in thornbook_rows(folder)
        for kind, *facts in [of_entry(row)]
    ]


def of_entry(row):
    victim, text = row["client_no"], row["text_1"] or ""
    match row["entry_type"]:
        case "SUP-OFFER":
            stage = STAGES[str(row["stage"])]
            return "support_offered", victim, stage, row["service_no"], OFFERS[row["answer"]]
        case "SUP-REFER":
            return "support_referred", victim, row["service_no"], row["is_yes"]
        case "SUP-CONTACT":
            return "support_contact", victim
        case "SUP-END":
            return "support_ended", victim, ENDINGS[row["answer"]]
        case "ITEM":
            return "item_set", PLANS[row["answer"]], text, row["target_date"]
        case "ITEM-MOVE":
            return "item_moved", row["target_date"], text
        case "ITEM-DONE":
            return "item_answered", DONE[row["answer"]]
        case "ITEM-UP":
            return "item_escalated", text
        case "REVIEW":
            return "supervisor_reviewed", text
        case "EA-REQUEST":
            return "advice_requested", text
        case "EA-ANSWER":
            return "advice_answered", row["is_yes"], text
        case "EA-GIVEN":
            return "advice_given", text, row["text_2"] or ""


CARRIED = {
    "larkspur": {
        "reported": ("channel", "reporter"),
        "crime_recorded": (),
        "not_a_crime": ("code", "reason"),
        "investigation_planned": ("strategy", "review_on"),
        "advice_considered": ("is_sought", "why_not"),
        "decision": ("maker", "made", "test", "rationale", "outcome"),
        "outcome_recorded": ("outcome", "maker"),
        "victim_identified": ("victim", "age", "enhanced_rights"),
        "offence_alleged": ("victim", "offence", "inchoate", "from_on", "to_on"),
        "ethnicity_observed": ("victim", "observed"),
        "characteristic_recorded": (
            *("victim", "characteristic", "state", "value", "why_not_asked"),
        ),
        "account_taken": ("victim", "account_type"),
        "withdrawal": (*("victim", "victims_words", "stage", "reasons", "through", "statement"),),
        "re_engaged": ("victim",),
        "contact_preference": ("victim", "method"),
        "told": (
            *("victim", "method", "teller", "explained", "review_right_offered"),
            "support_offered",
        ),
        "review_requested": ("victim",),
        "review_acknowledged": (),
        "review_decided": ("result",),
        "suspect_identified": ("suspect", "relationship"),
        "suspect_status": (
            *("suspect", "status", "ends_on", "has_conditions", "victims_views_sought"),
        ),
        "charged": ("suspect", "offence"),
    },
    "quayside": {
        "submitted": ("purpose", "track", "in_custody", "is_full_file"),
        "submission_triaged": ("is_accepted", "is_full_file", "reason"),
        "consulted": (),
        "meeting_held": ("mode", "police_present", "prosecutor_present"),
        "decision": ("maker", "made", "test", "rationale", "outcome"),
        "hearing_held": ("hearing",),
        "court_result": ("suspect", "verdict"),
    },
    "thornbook": {
        "support_offered": ("victim", "stage", "service", "answer"),
        "support_referred": ("victim", "service", "has_consent"),
        "support_contact": ("victim",),
        "support_ended": ("victim", "why"),
        "item_set": ("plan", "asked", "target_on"),
        "item_moved": ("target_on", "reason"),
        "item_answered": ("answer",),
        "item_escalated": ("reason",),
        "supervisor_reviewed": ("words",),
        "advice_requested": ("question",),
        "advice_answered": ("is_accepted", "reason"),
        "advice_given": ("parameters", "strategy"),
    },
}
"""By system the kinds that it carries, with the facts of each in the order of its statements."""


def cases_say(system, files):
    """What a system should say of some case files."""
    carried = CARRIED[system]
    for file in files:
        for one in file.standing:
            kind = one.event.kind()
            if kind in carried and is_carried(system, file, one.event):
                facts = tuple(getattr(one.event, name) for name in carried[kind])
                yield (file.case, kind, one.event.on, *facts)


def is_carried(system, file, event):
    """Leaves out what is of the other system: decisions of the other side and what follows them."""
    kind = event.kind()
    if kind == "decision":
        made = {"larkspur": ("refer", "no_further_action"), "quayside": tuple(MADE_BY_CPS)}[system]
        maker = {"larkspur": "police", "quayside": "cps"}[system]
        return event.maker == maker and event.made in made
    if kind in {"told", "review_requested"}:
        return decided_by_police(file, event.decision)
    if kind in {"review_acknowledged", "review_decided"}:
        asked = next(one.event for one in file.recorded if one.number == event.request)
        return decided_by_police(file, asked.decision)
    return not (kind == "suspect_status" and event.status == "bail_extended")


MADE_BY_CPS = ("charge", "no_further_action", "further_work")


def decided_by_police(file, number):
    return next(one.event.maker for one in file.recorded if one.number == number) == "police"
