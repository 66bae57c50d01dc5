"""A small profile for tests, and files as its source would send them."""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from answerable.mappings import Doubt, Outcome, Profile, check_file
from answerable.mappings.profiles import profile_from

AS_AT = date(2024, 12, 31)
DAYS = {"holds": "date", "formats": ["dd/mm/yyyy"], "blank": "did_not_happen"}
PLAIN: dict[str, Any] = {
    "name": "plain",
    "version": 1,
    "title": "Cases of an invented force for tests",
    "citation": "these tests",
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
    "unread": {"Notes": "may name somebody"},
    "columns": {
        "ref": {
            "headings": ["Crime.Ref", "CrimeURN"],
            "holds": "reference",
            "pattern": "X/[0-9]{3}",
            "of": "case",
            "blank": "never",
        },
        "reported": {"headings": ["Reported.Date"], "of": "case", **DAYS, "blank": "never"},
        "victim": {"headings": ["Victim"], "holds": "reference", "of": "victim", "blank": "never"},
        "age": {
            "headings": ["Age"],
            "holds": "whole",
            "most": 120,
            "of": "victim",
            "blank": "not_recorded",
        },
        "suspect": {
            "headings": ["Suspect"],
            "holds": "reference",
            "of": "suspect",
            "blank": "does_not_apply",
        },
        "found": {"headings": ["Suspect.Found"], "of": "suspect", **DAYS},
        "decided": {"headings": ["Decided"], "of": "case", **DAYS},
        "outcome": {
            "headings": ["Outcome"],
            "holds": "code",
            "code_list": "outcomes",
            "of": "case",
            "blank": "does_not_apply",
        },
        "told": {"headings": ["Told"], "of": "victim", **DAYS},
        "method": {
            "headings": ["Told.How"],
            "holds": "code",
            "codes": {"Phone": "telephone", "Post": "letter"},
            "of": "victim",
            "blank": "does_not_apply",
        },
        "explained": {
            "headings": ["Explained"],
            "holds": "yes_no",
            "of": "victim",
            "blank": "does_not_apply",
        },
        "words": {"headings": ["Words"], "holds": "text", "blank": "not_recorded"},
    },
    "events": [
        {
            "name": "victim",
            "kind": "victim_identified",
            "each": "victim",
            "on": "reported",
            "facts": {"age": {"column": "age"}},
        },
        {"name": "suspect", "kind": "suspect_identified", "each": "suspect", "on": "found"},
        {
            "name": "decision",
            "kind": "decision",
            "each": "case",
            "on": "decided",
            "facts": {
                "maker": {"value": "police"},
                "made": {"value": "no_further_action"},
                "outcome": {"column": "outcome"},
            },
        },
        {
            "name": "told",
            "kind": "told",
            "each": "victim",
            "on": "told",
            "facts": {
                "decision": {"event": "decision"},
                "method": {"column": "method"},
                "teller": {"value": "investigator"},
                "explained": {"column": "explained"},
                "support_offered": {"value": True},
            },
        },
    ],
    "samples": [{"says": "One case", "as_at": AS_AT, "rows": [{"ref": "X/001"}]}],
}
CELLS = {"ref": "X/001", "reported": "01/03/2024", "victim": "a"}
"""A row that goes on."""


def profile(**changes: Any) -> Profile:
    """The small profile; a change such as `columns__age__most=90` goes into its depths."""
    data = copy.deepcopy(PLAIN)
    for place, value in changes.items():
        *way, last = place.split("__")
        inner = data
        for step in way:
            inner = inner[step]
        inner[last] = value
    return profile_from(data, "plain")


def text(rows: Sequence[Mapping[str, str]], of: Profile | None = None) -> bytes:
    """Rows as CSV, blank where a row has no cell."""
    described = of or profile()
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*map(described.heading, described.columns), *described.unread])
    for row in rows:
        writer.writerow([row.get(name, "") for name in described.columns] + [""])
    return file.getvalue().encode()


def checked(
    rows: Sequence[Mapping[str, str]] | bytes, of: Profile | None = None, **more: Any
) -> Outcome:
    """What comes of rows, or of a whole file."""
    described = of or profile()
    file = rows if isinstance(rows, bytes) else text(rows, described)
    return check_file(file, described, **{"as_at": AS_AT, **more})


def doubts(rows: Sequence[Mapping[str, str]] | bytes, of: Profile | None = None) -> list[Doubt]:
    """Every doubt about rows."""
    with checked(rows, of) as outcome:
        return list(outcome.doubts())


def told(rows: Sequence[Mapping[str, str]] | bytes, of: Profile | None = None) -> list[str]:
    """Every doubt about rows in short: the number of the row under the headings, why, where."""
    return [
        " ".join(filter(None, (str(one.row - 1), one.code, one.column))) for one in doubts(rows, of)
    ]
