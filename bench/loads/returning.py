"""Load dirty extracts of invented cases, and compare the record with what clean ones tell.

`python -m bench.loads.returning CASES`; the last line printed is what was found, as JSON.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import django

FILES = {
    "larkspur": ("SYNTHETIC-larkspur-crimes.csv", "larkspur-crimes"),
    "quayside": ("SYNTHETIC-quayside-submissions.xlsx", "quayside-submissions"),
    "thornbook": ("SYNTHETIC-thornbook-entries.parquet", "thornbook-entries"),
}
AS_AT = date(2026, 3, 31)
SEED = 7
MEET_THE_RECORD = ("case_not_known", "cannot_be_there")
"""Reasons for which a row waits because rows of another extract of its case do."""
AMONG_ROWS = ("waits_for_row", "names_set_aside", "no_such_entry", "contradicts_row")
"""Reasons that are put down to another row of the same extract."""


def main(cases: int) -> None:
    """Load, compare."""
    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(returned(cases, Path(folder))))


def returned(cases: int, folder: Path) -> dict[str, Any]:
    """What came back of so many cases, and what did not."""
    from answerable.mappings import shipped_profile
    from answerable.synthetic.extracts.dirt import Dirt
    from bench.loads import loading, making

    clean, dirty = (_extracts(folder / dirt.value, cases, dirt) for dirt in (Dirt.NONE, Dirt.HEAVY))
    county = making.county("Wexmoor")
    aside: dict[str, dict[int, list[str]]] = {}
    digests, changed = [], 0
    told = defaultdict[str, Counter[str]](Counter)
    held_back: set[str] = set()
    references = _references(clean)
    for system, (file, name) in FILES.items():
        profile = shipped_profile(name)
        version = making.source(county, profile)
        batch = loading.load(county, version, dirty / file, seconds={}, as_at=AS_AT)
        digests.append(loading.reproduces(batch))
        aside[system] = {row.row - 1: row.codes for row in batch.rows.all()}
        again = loading.load(county, version, dirty / file, seconds={}, as_at=AS_AT)
        changed += again.rows_loaded + again.events_added
        _tell(told, clean / file, profile)
        held_back |= {
            references[line["case"]]
            for line in _truth(dirty, system)
            if int(line["row"]) in aside[system]
        }
    stands = _record()
    whole = [case for case in told if case not in held_back]
    differing = [case for case in whole if stands[case] != told[case]]
    untold = sum(sum((stands[case] - told[case]).values()) for case in stands)
    return {
        "cases": cases,
        "cases that came back whole": len(whole) - len(differing),
        "whole cases that differ": len(differing),
        "cases with a row that was set aside": len(held_back),
        "events that stand": sum(sum(events.values()) for events in stands.values()),
        "events that nobody told": untold,
        "rows set aside": sum(map(len, aside.values())),
        "rows set aside without a true reason": sum(
            _without_reason(dirty, system, rows) for system, rows in aside.items()
        ),
        "rows that the same files change": changed,
        "every digest is that of its rows": all(digests),
    }


def _extracts(folder: Path, cases: int, dirt: Any) -> Path:
    from answerable.synthetic.cases.forces import Forces, invented
    from answerable.synthetic.cases.invent import Invention
    from answerable.synthetic.extracts.write import write_extracts

    folder.mkdir()
    write_extracts(folder, Invention(invented(Forces.SMALL), cases, SEED, AS_AT), dirt)
    return folder


def _tell(told: dict[str, Counter[str]], file: Path, profile: Any) -> None:
    """Add what a clean extract tells, by case: events without the numbers of those they name."""
    from answerable.mappings import check_file

    with check_file(file, profile, as_at=AS_AT) as outcome:
        for events in outcome.placed_events(("case_key", "own_facts", "about_fact")):
            for case, facts, about in events:
                told[_plain(case)][_without(json.loads(facts), about)] += 1


def _record() -> dict[str, Counter[str]]:
    """What stands in the record, by the reference of the case, likewise."""
    from answerable.records.kinds import BY_TAG
    from answerable_site.casework.models import CaseEvent, CaseReference
    from answerable_site.casework.rules import ReferenceKind
    from answerable_site.casework.sealing import unseal

    crimes = CaseReference.objects.filter(kind=ReferenceKind.CRIME)
    names = {one.case_id: _plain(unseal(one.sealed)) for one in crimes}
    found = defaultdict[str, Counter[str]](Counter)
    for case, kind, facts in CaseEvent.objects.values_list("case_id", "kind", "facts"):
        refers = [name for name in BY_TAG[kind].REFERS if name in facts]
        found[names[case]][_without(facts, *refers)] += 1
    return found


def _plain(reference: str) -> str:
    from answerable_site.casework.rules import plain_reference

    return plain_reference(reference)


def _without(facts: dict[str, Any], *names: str | None) -> str:
    return json.dumps({n: v for n, v in facts.items() if n not in names}, sort_keys=True)


def _truth(folder: Path, system: str) -> list[dict[str, str]]:
    with (folder / "truth.csv").open(encoding="utf-8") as file:
        return [line for line in csv.DictReader(file) if line["system"] == system]


def _references(clean: Path) -> dict[str, str]:
    """The reference of each invented case by its number, from the clean extract of crimes."""
    from answerable.mappings import check_file, shipped_profile

    file, name = FILES["larkspur"]
    with check_file(clean / file, shipped_profile(name), as_at=AS_AT) as outcome:
        by_row = dict(outcome.accepted().select("row, crime_ref").fetchall())
    return {
        line["case"]: _plain(by_row[int(line["row"]) + 1]) for line in _truth(clean, "larkspur")
    }


def _without_reason(folder: Path, system: str, rows: dict[int, list[str]]) -> int:
    """Rows that were set aside although nothing was wrong with them or their case."""
    dirty_rows, dirty_cases = set(), set()
    cases: dict[int, str] = {}
    for line in _truth(folder, system):
        cases[int(line["row"])] = line["case"]
        if line["dirt"]:
            dirty_rows.add(int(line["row"]))
            dirty_cases.add(line["case"])
    among = {*AMONG_ROWS, *MEET_THE_RECORD}
    return sum(
        row not in dirty_rows
        and not (set(codes) <= among and (cases[row] in dirty_cases or "case_not_known" in codes))
        for row, codes in rows.items()
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
