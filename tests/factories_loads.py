"""Invented extracts and their loads into the cases of an invented force, for tests."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from tests.factories_cases import WORDS, County
from tests.library.mappings import making

from answerable.mappings import Outcome, Profile, check_file
from answerable_site.casework import operations as casework
from answerable_site.casework.models import Case
from answerable_site.casework.rules import Ground
from answerable_site.intake import operations
from answerable_site.intake.models import Batch, ProfileVersion, QueuedLoad, SetAsideRow
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role

AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
AS_AT = date(2026, 5, 31)
WHY = "The file was of another force."
NUMBERED = {"holds": "whole", "least": 1, "most": 99}
REPORTED = {"ref": "X/001", "reported": "01/03/2024", "victim": "1"}
"""A row of which one victim becomes known."""
DECIDED = {**REPORTED, "decided": "10/03/2024", "outcome": "16"}
TOLD = {**DECIDED, "told": "11/03/2024", "method": "Phone", "explained": "Y"}


def profile(**changes: Any) -> Profile:
    """The small profile of the tests of mappings, with people by number."""
    numbered = {
        "columns__victim": {
            "headings": ["Victim"],
            "of": "victim",
            "blank": "never",
            **NUMBERED,
        },
        "columns__suspect": {
            "headings": ["Suspect"],
            "of": "suspect",
            "blank": "does_not_apply",
            **NUMBERED,
        },
        "samples": [
            {
                "says": "A victim becomes known on the day of the report",
                "as_at": "2026-05-31",
                "rows": [REPORTED],
                "becomes": ["victim_identified 2024-03-01 victim 1"],
            }
        ],
    }
    return making.profile(**{**numbered, **changes})


def as_json(described: Profile) -> bytes:
    """A profile as the file that offices hand to one another."""
    return msgspec.json.encode(described)


def later_source(**changes: Any) -> Profile:
    """A source of the same force that does not say when a case was reported, with a URN."""
    plain = copy.deepcopy(making.PLAIN["columns"])
    columns = {name: plain[name] for name in ("ref", "decided", "outcome")}
    return profile(
        **{
            "name": "later",
            "grain": {"row": "case", "unique": ["ref"], "case": "ref"},
            "columns": {
                **columns,
                "urn": {
                    "headings": ["URN"],
                    "of": "case",
                    "holds": "reference",
                    "blank": "not_recorded",
                },
            },
            "columns__victim": {},
            "columns__suspect": {},
            "events": [making.PLAIN["events"][2]],
            "samples": [
                {
                    "says": "A decision",
                    "as_at": "2026-05-31",
                    "rows": [{"ref": "X/001", "decided": "10/03/2024"}],
                    "becomes": ["decision 2024-03-10"],
                }
            ],
            **changes,
        }
    )


def source(
    county: County,
    described: Profile | None = None,
    *,
    organisation: Organisation | None = None,
    urn_column: str = "",
) -> ProfileVersion:
    """A source of the force, or of another organisation that tells of its cases."""
    return operations.describe_source(
        by=county.viewer(Role.CPS_MANAGER if organisation else Role.SUPERVISOR),
        at=AT,
        organisation=organisation or county.force,
        force=county.force,
        profile=described or profile(),
        urn_column=urn_column,
    )


def load(
    county: County,
    version: ProfileVersion,
    rows: Sequence[Mapping[str, str]] | bytes,
    *,
    at: datetime = AT,
    role: Role = Role.SUPERVISOR,
    supersedes: Batch | None = None,
    takes: Sequence[SetAsideRow] = (),
) -> Batch:
    """Rows of a source are loaded."""
    with checked(rows, version.profile) as outcome:
        prepared = operations.Prepared.of(version, outcome, tell=lambda _: None)
        return load_prepared(county, prepared, at=at, role=role, supersedes=supersedes, takes=takes)


def checked(rows: Sequence[Mapping[str, str]] | bytes, described: Profile) -> Outcome:
    """What comes of rows on the day of the extract."""
    file = rows if isinstance(rows, bytes) else making.text(rows, described)
    return check_file(file, described, as_at=AS_AT)


def load_prepared(
    county: County,
    prepared: operations.Prepared,
    *,
    at: datetime = AT,
    role: Role = Role.SUPERVISOR,
    supersedes: Batch | None = None,
    takes: Sequence[SetAsideRow] = (),
) -> Batch:
    """What was prepared is loaded."""
    return operations.load_batch(
        by=county.viewer(role),
        at=at,
        prepared=prepared,
        tell=lambda _: None,
        supersedes=supersedes,
        takes=takes,
    )


def queued(county: County, version: ProfileVersion, *, stored_as: str = "extracts/1") -> QueuedLoad:
    """An extract that somebody confirmed."""
    return operations.queue_load(
        by=county.viewer(Role.SUPERVISOR),
        at=AT,
        source=version.source,
        stored_as=stored_as,
        sha256="0" * 64,
        as_at=AS_AT,
    )


def undo(
    county: County,
    batch: Batch,
    *,
    role: Role = Role.SUPERVISOR,
    why: str = WHY,
    at: datetime = AT,
) -> Batch:
    """A load is taken back."""
    return operations.undo_batch(by=county.viewer(role), at=at, batch=batch, why=why)


def opened(county: County, case: Case) -> None:
    """The supervisor opens a case with a reason."""
    casework.open_case(
        by=county.viewer(Role.SUPERVISOR),
        at=AT,
        case=case,
        ground=Ground.SUPERVISION,
        words=WORDS,
    )
