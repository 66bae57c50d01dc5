"""Answers in files that other programs read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from answerable.cuts import engine
from answerable.measures.answer import Answer

_COLUMNS = {
    "measure": "VARCHAR",
    "version": "INTEGER",
    "group": "VARCHAR",
    "numerator": "BIGINT",
    "denominator": "BIGINT",
    "not_applicable": "BIGINT",
    "pending": "BIGINT",
    "unknown": "BIGINT",
    "recorded_rate": "DOUBLE",
    "performed_rate": "DOUBLE",
    "interval_low": "DOUBLE",
    "interval_high": "DOUBLE",
    "basis": "VARCHAR",
    "as_of": "DATE",
    "cut": "VARCHAR",
}


def write_json(answers: Sequence[Answer], file: Path) -> None:
    """The answers as a JSON list."""
    rows = [one.as_row() for one in answers]
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_parquet(answers: Sequence[Answer], file: Path) -> None:
    """The answers as a Parquet file, one row each, the group as a JSON object in text."""
    database = engine.start()
    try:
        columns = ", ".join(f"{engine.quoted(name)} {of}" for name, of in _COLUMNS.items())
        database.execute(f"CREATE TABLE answers ({columns})")
        if answers:
            places = ", ".join("?" for _ in _COLUMNS)
            rows = [_cells(one) for one in answers]
            database.executemany(f"INSERT INTO answers VALUES ({places})", rows)
        database.execute(f"COPY answers TO {engine.literal(str(file))} (FORMAT parquet)")
    finally:
        database.close()


def _cells(answer: Answer) -> list[object]:
    low, high = answer.interval or (None, None)
    facts = answer.as_row() | {
        "group": json.dumps(dict(answer.group), ensure_ascii=False),
        "pending": answer.pending,
        "interval_low": low,
        "interval_high": high,
    }
    return [facts[name] for name in _COLUMNS]
