"""The same work case by case through the ORM: cases, references under lock, events, links."""

from __future__ import annotations

import time
from typing import Any

from bench.loads.making import AT, county, row, source


def seconds_by_orm(rows: int, *, first: int) -> float:
    """Seconds for so many cases in one transaction.

    Args:
        first: the number of the first case, beyond those of the long extract.
    """
    from django.db import transaction

    force = county("Ravenholt")
    version = source(force)
    begun = time.perf_counter()
    with transaction.atomic():
        batch = _batch(version, rows)
        for number in range(first, first + rows):
            _case(force, version, batch, row(number))
    return time.perf_counter() - begun


def _batch(version: Any, rows: int) -> Any:
    from answerable_site.intake.models import Batch

    counts = {"rows_unchanged": 0, "rows_set_aside": 0, "rows_blank": 0}
    return Batch.objects.create(
        source=version.source,
        organisation=version.source.organisation,
        profile=version,
        sha256="",
        size=0,
        as_at=AT.date(),
        receipt={},
        completeness=[],
        rows_read=rows,
        rows_loaded=rows,
        **counts,
        cases_added=rows,
        events_added=0,
        events_changed=0,
        events_withdrawn=0,
        loaded_at=AT,
        loaded_by=version.set_by,
    )


def _case(force: Any, version: Any, batch: Any, cells: tuple[str, ...]) -> None:
    from answerable_site.casework.models import Case, CaseReference
    from answerable_site.casework.rules import ReferenceKind, plain_reference
    from answerable_site.casework.sealing import keyed_hash, seal
    from answerable_site.intake.models import LoadedCase

    reference, reported, *_ = cells
    case = Case.objects.create(
        force=force.force, reported_on=_day(reported), added_at=AT, added_by=version.set_by
    )
    kind = ReferenceKind.CRIME
    CaseReference.objects.create(
        case=case,
        kind=kind,
        owner=force.force,
        keyed_hash=keyed_hash(kind, force.force.pk, plain_reference(reference)),
        sealed=seal(reference),
    )
    LoadedCase.objects.create(batch=batch, case=case)
    for number, (name, kind_of_event, day, facts) in enumerate(_events(cells), start=1):
        _event(case, version, batch, number, name, kind_of_event, day, facts)


def _day(text: str) -> str:
    day, month, year = text.split("/")
    return f"{year}-{month}-{day}"


def _events(cells: tuple[str, ...]) -> list[tuple[str, str, str, dict[str, Any]]]:
    _, _, _, age, met, suspect, found, decided, outcome, told, _, _ = cells
    events: list[tuple[str, str, str, dict[str, Any]]] = [
        ("victim", "victim_identified", _day(met), {"victim": 1, "age": int(age)})
    ]
    if suspect:
        events.append(("suspect", "suspect_identified", _day(found), {"suspect": 1}))
    if decided:
        facts = {"maker": "police", "made": "no_further_action", "outcome": outcome}
        events.append(("decision", "decision", _day(decided), facts))
        facts = {"victim": 1, "method": "telephone", "teller": "investigator", "explained": True}
        named = {"support_offered": True, "decision": len(events)}
        events.append(("told", "told", _day(told), facts | named))
    return events


def _event(
    case: Any,
    version: Any,
    batch: Any,
    number: int,
    name: str,
    kind: str,
    day: str,
    facts: dict[str, Any],
) -> None:
    from hashlib import sha256

    from answerable_site.casework.models import CaseEvent
    from answerable_site.intake.models import LoadedEvent

    event = CaseEvent.objects.create(
        case=case,
        number=number,
        kind=kind,
        happened_on=day,
        victim=facts.get("victim"),
        suspect=facts.get("suspect"),
        facts={"kind": kind, "on": day, **facts},
        side="police",
        organisation=version.source.organisation,
        recorded_at=AT,
        recorded_by=version.set_by,
    )
    LoadedEvent.objects.create(
        batch=batch,
        source=version.source,
        case=case,
        event=event,
        number=number,
        identity=sha256(name.encode()).hexdigest(),
        digest=sha256(repr(facts).encode()).hexdigest(),
        is_current=True,
    )
