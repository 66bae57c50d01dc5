"""The dirt of real extracts, planted on purpose and written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from answerable.synthetic.extracts import larkspur, quayside, thornbook
from answerable.synthetic.extracts.row import Cell, Planted, Row

_NO_BREAK_SPACE = "\u00a0"
_EN_DASH = "–"


class Dirt(StrEnum):
    """How much is planted."""

    NONE = "none"
    SOME = "some"
    HEAVY = "heavy"

    @property
    def share(self) -> float:
        """Of rows in which a kind can be planted."""
        return _SHARES[self]


_SHARES = {Dirt.NONE: 0.0, Dirt.SOME: 0.02, Dirt.HEAVY: 0.10}
TWICE = "row_twice"
"""The row stands a second time: planted by whoever writes the rows."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of dirt in one system."""

    dirt: str
    columns: tuple[str, ...]
    """Where it may be planted: into one of them that is not blank."""
    write: Callable[[str, Random], Cell]
    """What stands there in place of the true cell, as a text."""
    loses: bool


def _spaces(true: str, chance: Random) -> str:
    around = chance.choice((" ", "  ", _NO_BREAK_SPACE))
    return chance.choice((f"{around}{true}", f"{true}{around}", f"{around}{true}{around}"))


def _two_digits(true: str, _: Random) -> str:
    return f"{true[:6]}{true[8:]}"


def _other_flag(true: str, chance: Random) -> str:
    first, other = chance.choice((("0", "1"), ("No", "Yes")))
    return first if true == larkspur.ORIGINAL else other


def _broken_dash(true: str, chance: Random) -> str:
    return true.replace(_EN_DASH, chance.choice(("ï¿½", '????"')))


def _one_of(*words: str) -> Callable[[str, Random], str]:
    return lambda _, chance: chance.choice(words)


def _impossible_age(_: str, chance: Random) -> str:
    return str(chance.choice((-chance.randint(1, 60), chance.randint(121, 999))))


def _blank(_: str, __: Random) -> None:
    return None


def _lower(true: str, chance: Random) -> str:
    force, number, year = true.lower().split("/")
    return chance.choice((f"{force}/{number}/{year} ", f"{force} / {number} / {year}"))


_NOTHINGS = _one_of(
    *("NULL", "#N/A", "#VALUE!", "#MULTIVALUE", "Not stated", "Unknown", "None recorded"),
    *("Decoy", "CANCELLED"),
)
_UNREADABLE = _one_of("31/02/2024", "00/00/0000", "45321", "tbc")
_NO_CODE = _one_of("0", "99", "16x")

KINDS: dict[str, tuple[Kind, ...]] = {
    larkspur.SYSTEM: (
        Kind("spaces", larkspur.COLUMNS[1:], _spaces, loses=False),
        Kind("two_digit_year", larkspur.DATES, _two_digits, loses=False),
        Kind("duplicate_flag", ("Duplicate.Crime.Ref",), _other_flag, loses=False),
        Kind("broken_dash", ("HO.Text",), _broken_dash, loses=False),
        Kind("blank_word", larkspur.ANSWERS, _NOTHINGS, loses=True),
        Kind(
            "relationship_word",
            ("Victim.Suspect.Relationship",),
            _one_of("Known by sight", "Stranger 2", "Victim refuses to identify"),
            loses=True,
        ),
        Kind("impossible_age", ("Vic.Age.At.Offence",), _impossible_age, loses=True),
        Kind("unreadable_date", larkspur.DATES, _UNREADABLE, loses=True),
        Kind("unknown_code", ("Outcome.Code",), _NO_CODE, loses=True),
    ),
    quayside.SYSTEM: (
        Kind("spaces", ("Triage", "Decision", "Test Applied", "Result"), _spaces, loses=False),
        Kind("reference_case", ("Police Reference",), _lower, loses=False),
        Kind("blank_word", ("Rationale", "Triage Reason"), _NOTHINGS, loses=True),
        Kind("unknown_code", ("Outcome",), _NO_CODE, loses=True),
        Kind("unknown_code", ("Result",), _one_of("Other"), loses=True),
        Kind("lost_reference", ("Police Reference",), _blank, loses=True),
    ),
    thornbook.SYSTEM: (
        Kind("spaces", ("entry_type", "answer"), _spaces, loses=False),
        Kind("reference_case", ("crime_ref",), _lower, loses=False),
        Kind("blank_word", thornbook.TEXTS, _NOTHINGS, loses=True),
        Kind("lost_reference", ("crime_ref",), _blank, loses=True),
    ),
}
"""What may be planted in each system. At most one kind goes into a cell."""


def soil(system: str, rows: Iterable[Row], dirt: Dirt, chance: Random) -> Iterable[Row]:
    """The rows with dirt planted in them, some of them twice."""
    for row in rows:
        for kind in KINDS[system]:
            if chance.random() < dirt.share:
                _plant(kind, row, chance)
        if system == larkspur.SYSTEM and chance.random() < dirt.share:
            _outcome_before_report(row, chance)
        yield row
        if chance.random() < dirt.share:
            yield _again(row)


def _plant(kind: Kind, row: Row, chance: Random) -> None:
    touched = {one.column for one in row.planted}
    open_to_it = [
        one for one in kind.columns if row.cells[one] not in {None, ""} and one not in touched
    ]
    if not open_to_it:
        return
    column = chance.choice(open_to_it)
    true = row.cells[column]
    written = kind.write(str(true), chance)
    if written == true:
        return
    row.cells[column] = written
    row.planted.append(Planted(kind.dirt, column, true, written, kind.loses))


def _outcome_before_report(row: Row, chance: Random) -> None:
    """An outcome dated before the report, where both days can be read."""
    touched = {one.column for one in row.planted}
    true, reported = row.cells["Outcome.Date"], row.cells["Reported.Date"]
    if not true or touched & {"Outcome.Date", "Reported.Date"}:
        return
    day = datetime.strptime(str(reported), "%d/%m/%Y").date()  # noqa: DTZ007
    written = larkspur.spelled(day - timedelta(days=chance.randint(1, 400)))
    row.cells["Outcome.Date"] = written
    row.planted.append(Planted("negative_duration", "Outcome.Date", true, written, loses=True))


def _again(row: Row) -> Row:
    twice = Planted(TWICE, "", None, None, loses=False)
    return Row(
        row.cells,
        row.case,
        row.victim,
        row.suspect,
        row.submission,
        row.kind,
        row.event,
        [*row.planted, twice],
    )
