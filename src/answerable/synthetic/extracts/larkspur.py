"""Larkspur, an invented crime system of the police: one row a victim × suspect, every cell a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from answerable.records.codes.characteristics import LISTS, Characteristic
from answerable.records.codes.offences import RAPE
from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds.advice import AdviceConsidered
from answerable.records.kinds.characteristics import (
    CharacteristicRecorded,
    EthnicityObserved,
    State,
    WhyNotAsked,
)
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, LegalTest, Maker, OutcomeRecorded, What
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.people import (
    Relationship,
    Status,
    SuspectIdentified,
    SuspectStatus,
    VictimIdentified,
)
from answerable.records.kinds.plan import InvestigationPlanned
from answerable.records.kinds.report import (
    Channel,
    CrimeRecorded,
    Inchoate,
    NotACrime,
    OffenceAlleged,
    Reported,
    Reporter,
)
from answerable.records.kinds.review import (
    Result,
    ReviewAcknowledged,
    ReviewDecided,
    ReviewRequested,
)
from answerable.records.kinds.telling import ContactPreference, Method, Teller, Told
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ReEngaged, Statement, Withdrawal
from answerable.records.stages import Stage
from answerable.synthetic.cases.forces import Force
from answerable.synthetic.extracts.references import crime_reference
from answerable.synthetic.extracts.row import SYNTHETIC, Row

FILE = f"{SYNTHETIC}-larkspur-crimes.csv"
SYSTEM = "larkspur"
ENCODING = "cp1252"
ORIGINAL, DUPLICATE = "Original", "Duplicate"

_CHANNELS = dict(zip(Channel, ("TEL", "DESK", "WEB", "OFFR", "SARC", "FORCE", "AGCY"), strict=True))
_REPORTERS = dict(zip(Reporter, ("VIC", "3RD", "SUPP", "PROF", "WITN", "POL"), strict=True))
_INCHOATE = {Inchoate.COMPLETED: "C", Inchoate.ATTEMPT: "A"}
_ACCOUNTS = dict(zip(AccountType, ("VRI", "STMT", "NOTE"), strict=True))
_THROUGH = {Through.THEMSELVES: "SELF", Through.SUPPORT_WORKER: "SUPP", Through.OFFICER: "OFFR"}
_HELD = dict(zip(Statement, ("SIGNED", "VIDEO", "BWV", "WRITTEN", "NOTE", "NONE"), strict=True))
_METHODS = dict(
    zip(
        Method,
        ("PERSON", "VIDEO", "PHONE", "POST", "EMAIL", "TEXT", "SUPPORT"),
        strict=True,
    )
)
_TELLERS = {
    Teller.INVESTIGATOR: "OIC",
    Teller.SPECIALIST_OFFICER: "STO",
    Teller.SUPERVISOR: "SUPV",
    Teller.SUPPORT_WORKER: "SUPP",
}
_TESTS = {
    LegalTest.FULL_CODE: "FULL",
    LegalTest.EVIDENTIAL: "EVID",
    LegalTest.REFERRAL: "REFER",
    LegalTest.NONE: "NONE",
}
_RESULTS = {Result.DECISION_STOOD: "STOOD", Result.DECISION_CHANGED: "CHANGED"}
_MAKERS = {Maker.POLICE: "POL", Maker.CPS: "CPS"}
RELATIONSHIPS = dict(
    zip(
        Relationship,
        (
            *("Stranger", "Acquaintance", "Friend", "Intimate partner", "Ex-partner", "Relative"),
            *("Position of trust", "Other", "Unknown"),
        ),
        strict=True,
    )
)
_STAGES = {stage: str(place) for place, stage in enumerate(Stage, start=1)}
_BASICS = {Characteristic.AGE: "Vic.Age.Now", Characteristic.SEX: "Vic.Gender"}
_EQUALITY = {
    Characteristic.RACE: "Vic.Ethnicity.Self",
    Characteristic.DISABILITY: "Vic.Disability",
    Characteristic.RELIGION: "Vic.Religion",
    Characteristic.SEXUAL_ORIENTATION: "Vic.Orientation",
    Characteristic.MARRIAGE: "Vic.Marital",
    Characteristic.PREGNANCY: "Vic.Pregnancy",
    Characteristic.GENDER_REASSIGNMENT: "Vic.Reassignment",
}


def _in_order(characteristic: Characteristic, words: tuple[str, ...]) -> dict[str, str]:
    codes = LISTS[characteristic][0].codes
    return {code.code: word for code, word in zip(codes, words, strict=True)}


_VALUES: Mapping[Characteristic, Mapping[str, str]] = {
    Characteristic.SEX: _in_order(Characteristic.SEX, ("Female", "Male")),
    Characteristic.DISABILITY: _in_order(Characteristic.DISABILITY, ("Disabled", "Not disabled")),
    Characteristic.RELIGION: _in_order(
        Characteristic.RELIGION, ("NON", "CHR", "BUD", "HIN", "JEW", "MUS", "SIK", "OTH")
    ),
    Characteristic.SEXUAL_ORIENTATION: _in_order(
        Characteristic.SEXUAL_ORIENTATION, ("STR", "GAY", "BIS", "OTH")
    ),
    Characteristic.MARRIAGE: _in_order(Characteristic.MARRIAGE, ("1", "2", "3", "4", "5", "6")),
    Characteristic.PREGNANCY: _in_order(
        Characteristic.PREGNANCY, ("Pregnant", "Maternity", "Neither")
    ),
    Characteristic.GENDER_REASSIGNMENT: _in_order(Characteristic.GENDER_REASSIGNMENT, ("Y", "N")),
}
"""How values are spelled; age and ethnicity stand as they are."""
_STATES = {
    State.PREFER_NOT_TO_SAY: "Declined",
    State.NOT_KNOWN: "Not known by victim",
    State.NOT_ASKED: "Not asked: ",
}
COLUMNS = (
    *("Extract.Marking", "Force.Code", "Crime.Ref", "Duplicate.Crime.Ref", "Reported.Date"),
    *("Reported.Channel", "Reported.By", "Created.Date", "HO.Class", "HO.Text", "Inchoate"),
    *("Date.From", "Date.To", "No.Crime.Date", "No.Crime.Code", "No.Crime.Reason", "Victim.No"),
    *("Vic.Age.At.Offence", "Vic.Enhanced", "Vic.Basics.Date", "Vic.Age.Now", "Vic.Gender"),
    *("Vic.Equality.Date", *_EQUALITY.values(), "Vic.Ethnicity.IC", "Account.Date"),
    *("Account.Type", "Withdrawal.Date", "Withdrawal.Stage", "Withdrawal.Reasons"),
    *("Withdrawal.Words", "Withdrawal.Through", "Withdrawal.Held", "Re.Engaged.Date"),
    *("Pref.Date", "Pref.Method", "Suspect.No", "Suspect.Identified.Date"),
    *("Victim.Suspect.Relationship", "Arrest.Date", "Interview.Date", "Bail.Date", "Bail.To"),
    *("Bail.Conditions", "Bail.Views", "RUI.Date", "Plan.Date", "Plan.Strategy"),
    *("Plan.Review.Date", "EIA.Date", "EIA.Sought", "EIA.Reason", "Referred.Date"),
    *("Referred.Rationale", "NFA.Date", "NFA.Test", "NFA.Rationale", "NFA.Outcome", "Told.Date"),
    *("Told.Method", "Told.By", "Told.Explained", "Told.Support", "Told.VRR"),
    *("VRR.Request.Date", "VRR.Ack.Date", "VRR.Result.Date", "VRR.Result", "Outcome.Date"),
    *("Outcome.Code", "Outcome.Decided.By", "Charge.Date", "Charge.Offence"),
)
ANSWERS = (*_BASICS.values(), *_EQUALITY.values(), "Vic.Ethnicity.IC")
"""The columns of what is known of a victim, where a blank means that there is no record."""
DATES = tuple(one for one in COLUMNS if one.endswith(".Date") or one in {"Date.From", "Date.To"})


def rows(force: Force, file: CaseFile) -> Iterator[Row]:
    """The rows of one case, each a victim with a suspect, or with none where none is identified."""
    crime = _crime(force, file)
    suspects: list[int | None] = [one.suspect for _, one in file.of(SuspectIdentified)]
    is_first = True
    for _, victim in file.of(VictimIdentified):
        of_victim = _victim(file, victim)
        for suspect in suspects or [None]:
            cells = dict.fromkeys(COLUMNS, "") | crime | of_victim
            cells |= _suspect(file, suspect)
            cells["Duplicate.Crime.Ref"] = ORIGINAL if is_first else DUPLICATE
            yield Row(dict(cells), file.case, victim=victim.victim, suspect=suspect)
            is_first = False


def _crime(force: Force, file: CaseFile) -> dict[str, str]:
    reported, recorded = file.first(Reported), file.first(CrimeRecorded)
    found = {
        "Extract.Marking": SYNTHETIC,
        "Force.Code": force.code,
        "Crime.Ref": crime_reference(force, file.case, file.reported_on),
        "Reported.Date": spelled(file.reported_on),
        "Created.Date": spelled(recorded.on if recorded else None),
    }
    if reported:
        found["Reported.Channel"] = _CHANNELS[reported.channel]
        found["Reported.By"] = _REPORTERS[reported.reporter]
    if no_crime := file.first(NotACrime):
        found["No.Crime.Date"] = spelled(no_crime.on)
        found["No.Crime.Code"] = no_crime.code
        found["No.Crime.Reason"] = no_crime.reason
    if plan := file.first(InvestigationPlanned):
        found["Plan.Date"] = spelled(plan.on)
        found["Plan.Strategy"] = plan.strategy
        found["Plan.Review.Date"] = spelled(plan.review_on)
    if considered := file.first(AdviceConsidered):
        found["EIA.Date"] = spelled(considered.on)
        found["EIA.Sought"] = yes(considered.is_sought)
        found["EIA.Reason"] = considered.why_not
    return found | _decisions(file)


def _decisions(file: CaseFile) -> dict[str, str]:
    found = {}
    for _, decision in file.of(Decision):
        if decision.maker is Maker.POLICE and decision.made is What.REFER:
            found["Referred.Date"] = spelled(decision.on)
            found["Referred.Rationale"] = decision.rationale
    if nfa := _nfa(file):
        _, decision = nfa
        found["NFA.Date"] = spelled(decision.on)
        found["NFA.Test"] = _TESTS[decision.test]
        found["NFA.Rationale"] = decision.rationale
        found["NFA.Outcome"] = decision.outcome
    if outcome := file.first(OutcomeRecorded):
        found["Outcome.Date"] = spelled(outcome.on)
        found["Outcome.Code"] = outcome.outcome
        found["Outcome.Decided.By"] = _MAKERS[outcome.maker]
    return found


def _nfa(file: CaseFile) -> tuple[int, Decision] | None:
    """The decision of the police to take no further action, with its number."""
    for number, decision in file.of(Decision):
        if decision.maker is Maker.POLICE and decision.made is What.NO_FURTHER_ACTION:
            return number, decision
    return None


def _victim(file: CaseFile, identified: VictimIdentified) -> dict[str, str]:
    victim = identified.victim
    found = {
        "Victim.No": str(victim),
        "Vic.Age.At.Offence": "" if identified.age is None else str(identified.age),
        "Vic.Enhanced": yes(identified.enhanced_rights),
    }
    if offence := _of(file, OffenceAlleged, victim=victim):
        found["HO.Class"] = offence.offence
        found["HO.Text"] = f"{RAPE[offence.offence].label} – {offence.offence}"
        found["Inchoate"] = _INCHOATE[offence.inchoate]
        found["Date.From"] = spelled(offence.from_on)
        found["Date.To"] = spelled(offence.to_on)
    if observed := _of(file, EthnicityObserved, victim=victim):
        found["Vic.Ethnicity.IC"] = observed.observed
    if account := _of(file, AccountTaken, victim=victim):
        found["Account.Date"] = spelled(account.on)
        found["Account.Type"] = _ACCOUNTS[account.account_type]
    if wish := _of(file, ContactPreference, victim=victim):
        found["Pref.Date"] = spelled(wish.on)
        found["Pref.Method"] = _METHODS[wish.method]
    return (
        found | _characteristics(file, victim) | _withdrawal(file, victim) | _telling(file, victim)
    )


def _characteristics(file: CaseFile, victim: int) -> dict[str, str]:
    found = {}
    for _, one in file.of(CharacteristicRecorded):
        if one.victim != victim:
            continue
        is_basic = one.characteristic in _BASICS
        column = (_BASICS if is_basic else _EQUALITY)[one.characteristic]
        found["Vic.Basics.Date" if is_basic else "Vic.Equality.Date"] = spelled(one.on)
        found[column] = _answer(one)
    return found


def _answer(one: CharacteristicRecorded) -> str:
    if one.state is State.RECORDED:
        return _VALUES.get(one.characteristic, {}).get(one.value, one.value)
    why: WhyNotAsked | str = one.why_not_asked or ""
    return f"{_STATES[one.state]}{why}"


def _withdrawal(file: CaseFile, victim: int) -> dict[str, str]:
    found = {}
    if one := _of(file, Withdrawal, victim=victim):
        found = {
            "Withdrawal.Date": spelled(one.on),
            "Withdrawal.Stage": _STAGES[one.stage],
            "Withdrawal.Reasons": ";".join(one.reasons),
            "Withdrawal.Words": one.victims_words,
            "Withdrawal.Through": _THROUGH[one.through],
            "Withdrawal.Held": _HELD[one.statement],
        }
    if back := _of(file, ReEngaged, victim=victim):
        found["Re.Engaged.Date"] = spelled(back.on)
    return found


def _telling(file: CaseFile, victim: int) -> dict[str, str]:
    """What the victim was told of the decision of the police, and the review of it."""
    nfa = _nfa(file)
    if nfa is None:
        return {}
    number, _ = nfa
    found = {}
    for _, told in file.of(Told):
        if told.victim == victim and told.decision == number:
            found["Told.Date"] = spelled(told.on)
            found["Told.Method"] = _METHODS[told.method]
            found["Told.By"] = _TELLERS[told.teller]
            found["Told.Explained"] = yes(told.explained)
            found["Told.Support"] = yes(told.support_offered)
            found["Told.VRR"] = yes(told.review_right_offered)
    for asked, request in file.of(ReviewRequested):
        if request.victim == victim and request.decision == number:
            found |= {"VRR.Request.Date": spelled(request.on)} | _review(file, asked)
    return found


def _review(file: CaseFile, request: int) -> dict[str, str]:
    found = {}
    for _, acknowledged in file.of(ReviewAcknowledged):
        if acknowledged.request == request:
            found["VRR.Ack.Date"] = spelled(acknowledged.on)
    for _, decided in file.of(ReviewDecided):
        if decided.request == request:
            found["VRR.Result.Date"] = spelled(decided.on)
            found["VRR.Result"] = _RESULTS[decided.result]
    return found


def _suspect(file: CaseFile, suspect: int | None) -> dict[str, str]:
    if suspect is None:
        return {}
    found = {"Suspect.No": str(suspect)}
    if identified := _of(file, SuspectIdentified, suspect=suspect):
        found["Suspect.Identified.Date"] = spelled(identified.on)
        found["Victim.Suspect.Relationship"] = RELATIONSHIPS[identified.relationship]
    for _, step in file.of(SuspectStatus):
        if step.suspect == suspect and step.status in _STEPS:
            found[_STEPS[step.status]] = spelled(step.on)
            if step.status is Status.BAILED:
                found["Bail.To"] = spelled(step.ends_on)
                found["Bail.Conditions"] = yes(step.has_conditions)
                found["Bail.Views"] = yes(step.victims_views_sought)
    if charge := _of(file, Charged, suspect=suspect):
        found["Charge.Date"] = spelled(charge.on)
        found["Charge.Offence"] = charge.offence
    return found


_STEPS = {
    Status.ARRESTED: "Arrest.Date",
    Status.INTERVIEWED: "Interview.Date",
    Status.BAILED: "Bail.Date",
    Status.UNDER_INVESTIGATION: "RUI.Date",
}

E = TypeVar("E", bound=Event)


def _of(file: CaseFile, kind: type[E], **person: int) -> E | None:
    """The first event of a kind about a victim or a suspect."""
    for _, one in file.of(kind):
        if all(getattr(one, name) == number for name, number in person.items()):
            return one
    return None


def spelled(day: date | None) -> str:
    """A day as dd/mm/yyyy; blank where there is none."""
    return f"{day:%d/%m/%Y}" if day else ""


def yes(value: bool | None) -> str:  # noqa: FBT001
    """Y or N; blank where nobody knows."""
    return "" if value is None else "Y" if value else "N"
