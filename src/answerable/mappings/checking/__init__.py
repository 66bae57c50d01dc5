"""One file is checked with one profile: every row goes on, or is set aside with its reasons."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from answerable.documents import Limits
from answerable.documents.extracts import Column, Extract, Wanted, plain_heading, read_extract
from answerable.mappings.checking.engine import load_lines, open_engine
from answerable.mappings.checking.outcome import DoesNotAddUp, Outcome, Receipt, Reconciliation
from answerable.mappings.checking.possible import find_impossible
from answerable.mappings.checking.rows import find_doubts
from answerable.mappings.checking.telling import make_sound_rows
from answerable.mappings.checking.waiting import (
    find_missing_entries,
    let_cases_wait,
    let_entries_wait,
)
from answerable.mappings.profiles import Profile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_NAMED: Final = 10


class NotThisSource(ValueError):
    """The columns of the file are not those that the profile describes; nothing was read."""


def check_file(
    file: str | Path | bytes,
    profile: Profile,
    *,
    as_at: date,
    sheet: str | None = None,
    limits: Limits | None = None,
) -> Outcome:
    """What comes of a file when it is read with a profile. Nothing is kept beyond the outcome.

    Args:
        file: CSV, XLSX, XLS, ODS, Parquet or an archive (ZIP) of these; a path, or the bytes.
        as_at: the day of the extract: what is dated later is doubtful.
        sheet: which sheet of a workbook, or file of an archive, where it has several.
        limits: what reading the file may cost; None: as its size asks for.

    Raises:
        Unreadable: the file cannot be read.
        NotThisSource: its columns are not those of the profile; the message says which.
        EngineMissing: DuckDB is not installed.
        DoesNotAddUp: rows were lost on the way, which must never be.
        OSError: the path cannot be opened.
    """
    engine = open_engine()
    try:
        with read_extract(file, _wanted(profile, sheet), limits=limits) as (extract, lines):
            _refuse_other_sources(extract, profile)
            load_lines(engine, Path(lines.name), profile.columns)
        find_doubts(engine, profile, extract.kind, as_at)
        doubted = _doubted(engine)
        make_sound_rows(engine, profile)
        find_missing_entries(engine, profile)
        find_impossible(engine, profile)
        let_entries_wait(engine, profile)
        let_cases_wait(engine, profile)
        if _doubted(engine) != doubted:
            make_sound_rows(engine, profile)
        return Outcome(engine, profile, _receipt(engine, file, profile, extract, as_at))
    except BaseException:
        engine.close()
        raise


def _wanted(profile: Profile, sheet: str | None) -> Wanted:
    return Wanted(
        columns=tuple(
            Column(name, tuple(map(plain_heading, column.headings)), column.is_optional)
            for name, column in profile.columns.items()
        ),
        unread=tuple(map(plain_heading, profile.unread)),
        sheet=sheet,
        separator=profile.separator,
        encoding=profile.encoding,
    )


def _refuse_other_sources(extract: Extract, profile: Profile) -> None:
    if extract.is_as_wanted:
        return
    said = []
    if extract.missing:
        named = _named([profile.heading(name) for name in extract.missing])
        said.append(f"It has no column {named}.")
    if extract.repeated:
        said.append(f"Its heading {_named(extract.repeated)} stands over two columns.")
    if extract.unknown:
        said.append(
            f"The profile says nothing of {_named(extract.unknown)}: describe it there, or name it "
            "as unread."
        )
    raise NotThisSource(
        f"The file is not as profile {profile.name} (version {profile.version}) describes it. "
        f"{' '.join(said)} The headings were looked for in row {extract.heading_row}."
    )


def _named(names: tuple[str, ...] | list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    return f"{shown} and others" if len(names) > _MOST_NAMED else shown


def _receipt(
    engine: DuckDBPyConnection,
    file: str | Path | bytes,
    profile: Profile,
    extract: Extract,
    as_at: date,
) -> Receipt:
    (rows, distinct) = _one(engine, "select count(*), count(distinct row) from raw")
    if rows + extract.blank != extract.rows or rows != distinct:
        raise DoesNotAddUp(
            f"The file has {extract.rows} rows, but {rows} arrived. Nothing of it was taken: tell "
            "the maintainers of the product."
        )
    (accepted,) = _one(engine, "select count(*) from sound")
    (set_aside,) = _one(engine, "select count(distinct row) from doubts")
    cases = None
    if profile.grain.case:
        (cases,) = _one(engine, f"select count(distinct t_{profile.grain.case}) from sound")
    reasons = engine.execute(
        "select code, count(distinct row) from doubts group by code order by code"
    ).fetchall()
    digest, size = _digest(file)
    return Receipt(
        digest=digest,
        size=size,
        kind=extract.kind,
        sheet=extract.sheet,
        encoding=extract.encoding,
        heading_row=extract.heading_row,
        profile=profile.name,
        profile_version=profile.version,
        profile_digest=profile_digest(profile),
        as_at=as_at,
        rows=Reconciliation(extract.rows, accepted, set_aside, extract.blank),
        doubts=dict(reasons),
        cases=cases,
    )


def _doubted(engine: DuckDBPyConnection) -> int:
    (doubts,) = _one(engine, "select count(*) from doubts")
    return int(doubts)


def _one(engine: DuckDBPyConnection, query: str) -> tuple[Any, ...]:
    found = engine.execute(query).fetchone()
    return found if found is not None else ()


def _digest(file: str | Path | bytes) -> tuple[str, int]:
    if isinstance(file, bytes):
        return hashlib.sha256(file).hexdigest(), len(file)
    with Path(file).open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
        return digest, source.tell()


def profile_digest(profile: Profile) -> str:
    """SHA-256 of what a profile says, however its file is written."""
    return hashlib.sha256(msgspec.json.encode(profile, order="deterministic")).hexdigest()
