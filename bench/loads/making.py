"""An invented force, what is known of its system, and extracts of it of any length."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from answerable.mappings import Profile
from answerable.mappings.profiles import profile_from

AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
AS_AT = date(2026, 5, 31)
TODAY = date(2026, 6, 2)
HEADINGS = (
    *("Crime.Ref", "Reported.Date", "Victim.No", "Vic.Age", "Vic.Identified", "Suspect.No"),
    *("Sus.Identified", "Decision.Date", "Outcome", "Told.Date", "Told.How", "Explained"),
)
_DAYS = {"holds": "date", "formats": ["dd/mm/yyyy"], "blank": "did_not_happen"}
_NUMBER = {"holds": "whole", "least": 1, "most": 99}


def described() -> Profile:
    """What is known of the system: one row a case, with four events at most."""
    columns: dict[str, Any] = {
        "ref": {"headings": ["Crime.Ref"], "holds": "reference", "of": "case", "blank": "never"},
        "reported": {"headings": ["Reported.Date"], "of": "case", **_DAYS, "blank": "never"},
        "victim": {"headings": ["Victim.No"], "of": "victim", "blank": "never", **_NUMBER},
        "age": {
            "headings": ["Vic.Age"],
            "holds": "whole",
            "most": 120,
            "of": "victim",
            "blank": "not_recorded",
        },
        "met": {"headings": ["Vic.Identified"], "of": "victim", **_DAYS},
        "suspect": {
            "headings": ["Suspect.No"],
            "of": "suspect",
            "blank": "does_not_apply",
            **_NUMBER,
        },
        "found": {"headings": ["Sus.Identified"], "of": "suspect", **_DAYS},
        "decided": {"headings": ["Decision.Date"], "of": "case", **_DAYS},
        "outcome": {
            "headings": ["Outcome"],
            "holds": "code",
            "code_list": "outcomes",
            "of": "case",
            "blank": "does_not_apply",
        },
        "told": {"headings": ["Told.Date"], "of": "victim", **_DAYS},
        "method": {
            "headings": ["Told.How"],
            "holds": "code",
            "codes": {"PHONE": "telephone", "POST": "letter"},
            "of": "victim",
            "blank": "does_not_apply",
        },
        "explained": {
            "headings": ["Explained"],
            "holds": "yes_no",
            "of": "victim",
            "blank": "does_not_apply",
        },
    }
    told = {
        "decision": {"event": "decision"},
        "method": {"column": "method"},
        "teller": {"value": "investigator"},
        "explained": {"column": "explained"},
        "support_offered": {"value": True},
    }
    decision = {
        "maker": {"value": "police"},
        "made": {"value": "no_further_action"},
        "outcome": {"column": "outcome"},
    }
    return profile_from(
        {
            "name": "long-extract",
            "version": 1,
            "title": "One row a case, invented for proofs",
            "citation": "this proof",
            "confidence": "reasoned",
            "grain": {
                "row": "victim_and_suspect",
                "unique": ["ref", "victim", "suspect"],
                "case": "ref",
                "reported_on": "reported",
                "victim": "victim",
                "suspect": "suspect",
                "goes_on_together": True,
            },
            "columns": columns,
            "events": [
                {
                    "name": "victim",
                    "kind": "victim_identified",
                    "each": "victim",
                    "on": "met",
                    "facts": {"age": {"column": "age"}},
                },
                {"name": "suspect", "kind": "suspect_identified", "each": "suspect", "on": "found"},
                {
                    "name": "decision",
                    "kind": "decision",
                    "each": "case",
                    "on": "decided",
                    "facts": decision,
                },
                {"name": "told", "kind": "told", "each": "victim", "on": "told", "facts": told},
            ],
            "samples": [
                {
                    "says": "A case becomes known with its victim",
                    "as_at": AS_AT,
                    "rows": [
                        {"ref": "A1", "reported": "01/03/2024", "victim": "1", "met": "02/03/2024"}
                    ],
                    "becomes": ["victim_identified 2024-03-02 victim 1"],
                }
            ],
        },
        "long-extract",
    )


def row(number: int, *, shift: int = 0) -> tuple[str, ...]:
    """The cells of one case; every third has a suspect, every second a decision that was told.

    Args:
        shift: days by which decisions are later than in the first file.
    """
    reported = date(2023, 1, 1) + timedelta(days=number % 800)
    is_decided = number % 2 == 0
    decided = reported + timedelta(days=60 + shift)
    return (
        f"X01/{number:07d}/24",
        _day(reported),
        "1",
        str(16 + number % 60),
        _day(reported + timedelta(days=1)),
        *(("1", _day(reported + timedelta(days=9))) if number % 3 == 0 else ("", "")),
        *((_day(decided), "16") if is_decided else ("", "")),
        *((_day(decided + timedelta(days=1)), "PHONE", "Y") if is_decided else ("", "", "")),
    )


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def write(path: Path, rows: int, *, first: int = 0, shift: int = 0) -> Path:
    """An extract as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        for number in range(first, first + rows):
            file.write(",".join(row(number, shift=shift)) + "\r\n")
    return path


def county(name: str) -> Any:
    """A force with its people, none of whose cases is held yet but one by hand."""
    from tests import factories_cases

    return factories_cases.county(name, reference="1/26")


def source(force: Any, profile: Profile | None = None) -> Any:
    """What is known of the force’s system is held."""
    from answerable_site.intake import operations
    from answerable_site.people.rules import Role

    return operations.describe_source(
        by=force.viewer(Role.SUPERVISOR),
        at=AT,
        organisation=force.force,
        force=force.force,
        profile=profile or described(),
    )
