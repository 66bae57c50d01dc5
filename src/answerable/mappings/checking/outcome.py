"""What came of reading one file with one profile: what goes on, what is set aside, the receipt."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from answerable.cuts.engine import literal, quoted
from answerable.mappings.checking.cells import cleaned, trimmed
from answerable.mappings.checking.placing import cases_sql, placed_events_sql
from answerable.mappings.checking.telling import events_sql, tells
from answerable.mappings.doubts import PROPAGATED, Doubt
from answerable.mappings.profiles import Column, Profile
from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import from_stored

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

_AT_ONCE: Final = 4096


class DoesNotAddUp(RuntimeError):
    """Rows were lost or doubled on the way; nothing of the file may be used."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every row of the file, once: there is no value of this that does not add up."""

    read: int
    """Rows under the headings."""
    accepted: int
    set_aside: int
    blank: int
    """Rows without anything in any cell."""

    def __post_init__(self) -> None:
        if self.read != self.accepted + self.set_aside + self.blank:
            raise DoesNotAddUp(
                f"{self.read} rows were read, but {self.accepted} go on, {self.set_aside} are set "
                f"aside and {self.blank} are blank. Nothing of this file was taken: tell the "
                "maintainers of the product."
            )


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was read, with what, and what came of it: a value that can be kept and compared."""

    digest: str
    """SHA-256 of the file, in hexadecimal figures."""
    size: int
    """In bytes."""
    kind: str
    sheet: str
    encoding: str
    heading_row: int
    profile: str
    profile_version: int
    profile_digest: str
    """SHA-256 of what the profile says."""
    as_at: date
    """The day of the extract."""
    rows: Reconciliation
    doubts: dict[str, int]
    """How many rows are set aside for each reason; a row may have several."""
    cases: int | None
    """Cases whose rows go on; None where rows are no part of cases."""

    def as_json(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return {**asdict(self), "as_at": self.as_at.isoformat()}


@dataclass(frozen=True, slots=True)
class Completeness:
    """How completely a column is filled, over all rows whose cells stand under their headings."""

    column: str
    heading: str
    filled: int
    """Cells that came to a value."""
    doubtful: int
    blank: dict[str, int]
    """Cells without a value by what that means (`profiles.Blank`)."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row as it was sent, with every reason for which it is set aside."""

    row: int
    cells: dict[str, str]
    """By the name of the column; empty where they cannot be placed."""
    unplaced: tuple[str, ...]
    """All cells in their order, where nobody can tell which is which."""
    doubts: tuple[Doubt, ...]


class Outcome:
    """What came of a file. It holds the rows until it is closed: use it in a `with` statement."""

    def __init__(self, engine: DuckDBPyConnection, profile: Profile, receipt: Receipt) -> None:
        self._engine = engine
        self.profile = profile
        self.receipt = receipt

    def __enter__(self) -> Outcome:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the rows."""
        self._engine.close()

    def accepted(self) -> DuckDBPyRelation:
        """The rows that go on, as columns: `row`, and what each cell came to."""
        columns = ", ".join(f"t_{name} as {quoted(name)}" for name in self.profile.columns)
        return self._engine.sql(f"select row, {columns} from sound order by row")

    def accepted_cells(self) -> DuckDBPyRelation:
        """The rows that go on, as they were sent: `row`, and each cell as text, null for empty."""
        columns = ", ".join(f"r_{name} as {quoted(name)}" for name in self.profile.columns)
        return self._engine.sql(
            f"select row, {columns} from raw semi join sound using (row) order by row"
        )

    def events(self) -> DuckDBPyRelation:
        """The events that these rows tell, as columns: `telling.events_sql` says which."""
        return self._engine.sql(events_sql(self.profile))

    def cases(self, references: Iterable[str] = ()) -> DuckDBPyRelation:
        """The cases that go on, as columns: `placing.cases_sql` says which."""
        return self._engine.sql(cases_sql(self.profile, references)).order("number")

    def placed_events(
        self, columns: Sequence[str] = ("*",), *, without: Iterable[int] = ()
    ) -> Iterator[list[tuple[Any, ...]]]:
        """The events with the number of their case, some thousands at once, in no order.

        Args:
            columns: expressions over those of `placing.placed_events_sql`.
            without: cases that are left out, by their number.
        """
        left_out = ", ".join(map(str, without))
        where = f"where case_number not in ({left_out})" if left_out else ""
        found = self._engine.cursor().execute(
            f"select {', '.join(columns)} from ({placed_events_sql(self.profile)}) {where}"
        )
        while rows := found.fetchmany(_AT_ONCE):
            yield rows

    def count_events(self) -> int:
        """How many events these rows tell."""
        told = ", ".join(f"count(*) filter (where {tells(one)})" for one in self.profile.events)
        return sum(self._one(f"select {told} from sound")) if told else 0

    def rows_of(self, case_keys: Iterable[str]) -> dict[str, list[int]]:
        """The rows of some cases that go on, by the reference of the case."""
        case = f"t_{self.profile.grain.case}"
        found = self._engine.execute(
            f"select {case}, list(row order by row) from sound "
            f"where {case} in (select unnest(?::varchar[])) group by 1",
            [list(case_keys)],
        ).fetchall()
        return dict(found)

    def doubts(self, most: int | None = None) -> Iterator[Doubt]:
        """Why rows are set aside, by row; those that wait for another row come after all others.

        Args:
            most: how many; None for all.
        """
        limit = "" if most is None else f"limit {most:d}"
        waiting = ", ".join(map(literal, PROPAGATED))
        found = self._engine.cursor().execute(
            f"select row, code, coalesce(col, ''), coalesce(cell, ''), coalesce(more, '') "
            f"from doubts order by code in ({waiting}), row, col, code {limit}"
        )
        while rows := found.fetchmany(_AT_ONCE):
            yield from (self._doubt(*row) for row in rows)

    def _doubt(self, row: int, code: str, column: str, cell: str, more: str) -> Doubt:
        heading = self.profile.heading(column) if column else ""
        return Doubt(row, code, column, heading, cell, more)

    def set_aside(self) -> Iterator[SetAside]:
        """The rows that are set aside, in their order."""
        names = list(self.profile.columns)
        columns = ", ".join(f"r_{name}" for name in names)
        found = self._engine.cursor().execute(
            f"select row, cells, reasons, {columns} from raw join (select row, list([code, "
            "coalesce(col, ''), coalesce(cell, ''), coalesce(more, '')] order by col, code) as "
            "reasons from doubts group by row) using (row) order by row"
        )
        while rows := found.fetchmany(_AT_ONCE):
            for row, cells, reasons, *values in rows:
                placed = (
                    {} if cells else dict(zip(names, (one or "" for one in values), strict=True))
                )
                yield SetAside(
                    row=row,
                    cells=placed,
                    unplaced=tuple(json.loads(cells)) if cells else (),
                    doubts=tuple(self._doubt(row, *reason) for reason in reasons),
                )

    def completeness(self) -> list[Completeness]:
        """How completely each column is filled: all of them in one look at the rows."""
        columns = self.profile.columns.items()
        asked = [count for name, column in columns for count in _cell_counts(name, column)]
        told = iter(self._one(f"select {', '.join(asked)} from typed join raw using (row)"))
        return [self._completeness(name, column, told) for name, column in columns]

    def _completeness(self, name: str, column: Column, told: Iterator[int]) -> Completeness:
        filled, doubtful = next(told), next(told)
        blank = Counter({column.blank.value: next(told)})
        for meaning in column.no_value.values():
            blank[meaning.value] += next(told)
        kept = {meaning: times for meaning, times in blank.items() if times}
        return Completeness(name, self.profile.heading(name), filled, doubtful, kept)

    def records(self) -> tuple[dict[tuple[str, ...], tuple[int, int]], int]:
        """The row and a digest of its cells, by what the profile calls unique; and how many rows
        have no sure key, or share it with another.

        Digests are good for one run of the program.
        """
        keys = ", ".join(f"coalesce(t_{name}::varchar, '')" for name in self.profile.grain.unique)
        sure = " and ".join(f"d_{name} is null" for name in self.profile.grain.unique)
        cells = ", ".join(f"r_{name}" for name in self.profile.columns)
        rows = self._engine.execute(
            f"select min(row), min(hash({cells})), {keys} from typed join raw using (row) "
            f"where {sure} group by all having count(*) = 1"
        ).fetchall()
        (every,) = self._one("select count(*) from raw")
        return {tuple(key): (row, digest) for row, digest, *key in rows}, every - len(rows)

    def cells_of(self, rows: Sequence[int]) -> dict[int, dict[str, str]]:
        """The cells of some rows as they were sent, by the name of the column."""
        names = list(self.profile.columns)
        cells = ", ".join(f"coalesce(r_{name}, '')" for name in names)
        found = self._engine.execute(
            f"select row, {cells} from raw where row in (select unnest(?::bigint[]))", [list(rows)]
        ).fetchall()
        return {row: dict(zip(names, values, strict=True)) for row, *values in found}

    def _one(self, query: str) -> tuple[Any, ...]:
        found = self._engine.execute(query).fetchone()
        return found if found is not None else ()

    def case_files(self) -> Iterator[tuple[str, CaseFile]]:
        """Each case that goes on with its reference, as `answerable.records` knows it.

        For a look at some cases and for tests; many are moved as columns (`events`). Cases are
        numbered from 1; the day of the report is the earliest day of the case where the source does
        not have it.
        """
        case = f"t_{self.profile.grain.case}"
        reported = self.profile.grain.reported_on
        day = f"min(t_{reported})" if reported else "null::date"
        rows = self._engine.execute(
            f"select case_key, reported, list([number::varchar, facts::varchar] order by number) "
            f"from ({events_sql(self.profile)}) join (select {case} as case_key, "
            f"{day} as reported from sound group by 1) using (case_key) "
            "group by case_key, reported order by case_key"
        ).fetchall()
        for position, (key, on, events) in enumerate(rows, start=1):
            recorded = tuple(
                Recorded(
                    number=int(number),
                    event=from_stored(json.loads(facts)),
                    recorded_at=datetime(2000, 1, 1, tzinfo=UTC),
                    side=Side.POLICE,
                )
                for number, facts in events
            )
            yield key, CaseFile(position, on or min(one.event.on for one in recorded), recorded)


def _cell_counts(name: str, column: Column) -> Iterator[str]:
    """How many cells of a column came to a value, are doubtful, are empty, and hold each of the
    words that mean nothing; as expressions."""
    sent = trimmed(name)
    yield f"count(*) filter (where t_{name} is not null and d_{name} is null)"
    yield f"count(d_{name})"
    nothing = f"t_{name} is null and d_{name} is null"
    yield f"count(*) filter (where {nothing} and {sent} is null)"
    for word in column.no_value:
        said = f"lower({sent}) = {literal(word.strip().casefold())}"
        means_nothing = f"d_{name} is null and {cleaned(name, column)} is null"
        yield f"count(*) filter (where {means_nothing} and {said})"
