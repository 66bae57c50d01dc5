"""Plant, ask and search on the database of the environment: `python -m bench.carrying`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from bench.marking.journal import print_measured

TYPISTS = (
    *("own investigator", "own supervisor", "own gatekeeper", "own prosecutor"),
    *("own cps_manager", "own support_worker"),
)
PROGRESS_EVERY = 50
"""Routes."""


def measure(folder: Path, log: StringIO) -> dict[str, Any]:
    """What was planted, and what was found where it should not be."""
    import time_machine
    from tests.site.access import world as worlds
    from tests.site.access.records import TODAY

    from answerable.records.kinds import KINDS
    from bench.carrying.filling import REFERENCES, Filling
    from bench.carrying.identities import Identities
    from bench.carrying.searching import Kept, Places
    from bench.carrying.typing import Typing, texts_of
    from bench.marking.asking import Asker
    from bench.marking.markers import Markers
    from bench.marking.traces import Traces

    now = datetime.fromisoformat(TODAY)
    markers, identities = Markers(), Identities(Random(5))
    with time_machine.travel(TODAY, tick=False):
        world = worlds.build()
        filling = Filling(world, markers, now)
        file = filling.fill()
        words = len(markers)
        kept = Kept(identities, log, folder)
        typings = []
        for name in TYPISTS:
            asker = Asker(world.somebody(name), world, identities, kept)
            typings.append(Typing(asker, identities, filling.case, file))
            for kind in KINDS:
                typings[-1].record(kind, now.date())
            for route in sorted(
                route for route in world.arguments if route.startswith("casework:")
            ):
                asker.ask_form(route)
            say(f"{name} has typed {len(identities)} identities so far")
        traces, places = Traces(markers, log, folder), Places(markers)
        askers = [
            Asker(somebody, world, markers, traces)
            for somebody in world.people
            if len(somebody.roles) <= 1
        ]
        crawl(askers, traces, places, file, filling.case.pk)
    statuses = Counter(status for asker in askers for status in asker.statuses)
    return {
        "markers": words + len(REFERENCES) + len(identities),
        "identities typed": len(identities),
        "kinds of event": len(KINDS),
        "kinds of event with a form that was looked at": len(
            set().union(*(one.looked_at for one in typings))
        ),
        "identities typed and not warned of": sorted(
            {one for typing in typings for one in typing.not_warned}
        ),
        "free texts of events sent and warned of, of all": [
            len(set().union(*(one.warned for one in typings))),
            sum(len(texts_of(kind)) for kind in KINDS),
        ],
        "identities found": dict(kept.found),
        "words found in their place, of all": [
            sum(not one.startswith("reference") for one in places.in_place),
            words,
        ],
        "references": len(REFERENCES),
        "references found in their place": sum(
            one.startswith("reference") for one in places.in_place
        ),
        "words and references out of their place": dict(places.misplaced) | dict(traces.found),
        "people who open every page": len(askers),
        "answers": {str(status): count for status, count in sorted(statuses.items())},
        "unexpected answers 5xx": sorted(
            {
                one
                for asker in (*askers, *(typing.asker for typing in typings))
                for one in asker.unexpected
            }
        ),
    }


def crawl(askers: list[Any], traces: Any, places: Any, file: Any, case: int) -> None:
    """Everybody of the own office opens every route; whoever has a role on cases, here or in
    another office, all pages of cases, every event and every form too."""
    from django.urls import reverse
    from tests.site.access.expectations import EXPECTED, ON_CASES

    from answerable.records.kinds import KINDS

    on_cases = [one for one in askers if one.somebody.roles & ON_CASES]
    near = [one for one in askers if not one.somebody.foreign]
    addresses = [
        (route, askers[0].address(route), askers if route.startswith("casework:") else near)
        for route in EXPECTED
    ]
    addresses += [
        ("casework:event", reverse("casework:event", args=[case, one.number]), on_cases)
        for one in file.recorded
    ]
    addresses += [
        ("casework:record", reverse("casework:record", args=[case, kind.kind()]), on_cases)
        for kind in KINDS
    ]
    for number, (route, address, people) in enumerate(addresses):
        if number % PROGRESS_EVERY == 0:
            say(f"{number} of {len(addresses)} pages")
        for asker in people:
            places.look_at(asker.somebody, route, asker.open(address))
        traces.look_around()


def say(sentence: str) -> None:
    """Tell how far it is."""
    print(sentence, file=sys.__stderr__, flush=True)


if __name__ == "__main__":
    print_measured(measure)
