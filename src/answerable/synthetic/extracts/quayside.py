"""Quayside, invented cases of the prosecutors: one row a submission × suspect, in a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.file import CaseFile
from answerable.records.kinds.court import CourtResult, HearingHeld, HearingKind, Verdict
from answerable.records.kinds.decision import Decision, LegalTest, Maker, What
from answerable.records.kinds.meeting import MeetingHeld, Mode
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.submission import (
    Consulted,
    Purpose,
    SubmissionTriaged,
    Submitted,
)
from answerable.synthetic.cases.forces import Force
from answerable.synthetic.extracts.references import crime_reference, urn
from answerable.synthetic.extracts.row import SYNTHETIC, Cell, Row

FILE = f"{SYNTHETIC}-quayside-submissions.xlsx"
SYSTEM = "quayside"
SHEET = "Submissions"

_PURPOSES = {Purpose.FULL_CODE: "Full Code", Purpose.THRESHOLD: "Threshold"}
_MODES = dict(zip(Mode, ("In person", "Virtual", "Hybrid", "Telephone", "In writing"), strict=True))
_MADE = {
    What.CHARGE: "Charge",
    What.NO_FURTHER_ACTION: "NFA",
    What.FURTHER_WORK: "Further work",
}
_TESTS = {
    LegalTest.FULL_CODE: "Full Code",
    LegalTest.EVIDENTIAL: "Evidential",
    LegalTest.PUBLIC_INTEREST: "Public interest",
    LegalTest.THRESHOLD: "Threshold",
    LegalTest.NONE: "None",
}
_HEARINGS = {
    HearingKind.FIRST: "First Hearing",
    HearingKind.PLEA: "Plea Hearing",
    HearingKind.TRIAL: "Trial Began",
}
_VERDICTS = {
    Verdict.CONVICTED_ON_PLEA: "Convicted on plea",
    Verdict.CONVICTED: "Convicted",
    Verdict.ACQUITTED: "Acquitted",
    Verdict.ACQUITTED_BY_DIRECTION: "Acquitted by direction",
    Verdict.NO_EVIDENCE_OFFERED: "No evidence offered",
    Verdict.DISCONTINUED: "Discontinued",
}
DATES = (
    *("Received", "Triage Date", "Consultation", "Meeting", "Decision Date"),
    *(*_HEARINGS.values(), "Result Date"),
)
COLUMNS = (
    *("Marking", "URN", "Police Reference", "Submission", "Suspect", "Received", "Test Asked"),
    *("Track", "Custody", "Sent As Full File", "Triage Date", "Triage", "Triage Reason"),
    *("Consultation", "Meeting", "Meeting Mode", "Police There", "Prosecutor There"),
    *("Decision Date", "Decision", "Test Applied", "Rationale", "Outcome"),
    *(*_HEARINGS.values(), "Result Date", "Result"),
)


def rows(force: Force, file: CaseFile) -> Iterator[Row]:
    """The rows of one case; none where it never went to the prosecutors."""
    submissions = list(file.of(Submitted))
    for place, (number, submission) in enumerate(submissions, start=1):
        until = submissions[place][0] if place < len(submissions) else None
        of_submission: dict[str, Cell] = {
            "Marking": SYNTHETIC,
            "URN": urn(force, file.case, file.reported_on),
            "Police Reference": crime_reference(force, file.case, file.reported_on),
            "Submission": place,
            "Received": submission.on,
            "Test Asked": _PURPOSES[submission.purpose],
            "Track": int(submission.track),
            "Custody": yes(submission.in_custody),
            "Sent As Full File": yes(submission.is_full_file),
        }
        of_submission |= _triage(file, number) | _decision(file, number, until)
        is_last = until is None
        for _, suspect in file.of(SuspectIdentified):
            cells = dict.fromkeys(COLUMNS, None) | of_submission | {"Suspect": suspect.suspect}
            if is_last:
                cells |= _court(file, suspect.suspect)
            yield Row(cells, file.case, suspect=suspect.suspect, submission=place)


def _triage(file: CaseFile, submission: int) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for _, triage in file.of(SubmissionTriaged):
        if triage.submission == submission:
            accepted = "Full file accepted" if triage.is_full_file else "Accepted"
            found["Triage Date"] = triage.on
            found["Triage"] = accepted if triage.is_accepted else "Returned"
            found["Triage Reason"] = triage.reason or None
    for _, consulted in file.of(Consulted):
        if consulted.submission == submission:
            found["Consultation"] = consulted.on
    return found


def _decision(file: CaseFile, submission: int, until: int | None) -> dict[str, Cell]:
    """The meeting and the decision that follow a submission, before the next one."""
    found: dict[str, Cell] = {}

    def follows(number: int) -> bool:
        return number > submission and (until is None or number < until)

    for number, meeting in file.of(MeetingHeld):
        if follows(number):
            found["Meeting"] = meeting.on
            found["Meeting Mode"] = _MODES[meeting.mode]
            found["Police There"] = yes(meeting.police_present)
            found["Prosecutor There"] = yes(meeting.prosecutor_present)
    for number, decision in file.of(Decision):
        if follows(number) and decision.maker is Maker.CPS and decision.made in _MADE:
            found["Decision Date"] = decision.on
            found["Decision"] = _MADE[decision.made]
            found["Test Applied"] = _TESTS[decision.test]
            found["Rationale"] = decision.rationale or None
            found["Outcome"] = decision.outcome or None
    return found


def _court(file: CaseFile, suspect: int) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for _, hearing in file.of(HearingHeld):
        found[_HEARINGS[hearing.hearing]] = hearing.on
    for _, result in file.of(CourtResult):
        if result.suspect == suspect:
            found["Result Date"] = result.on
            found["Result"] = _VERDICTS[result.verdict]
    return found


def yes(value: bool) -> str:  # noqa: FBT001
    """Yes or No."""
    return "Yes" if value else "No"
