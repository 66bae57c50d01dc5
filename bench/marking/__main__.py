"""Plant, ask and search on the database of the environment: `python -m bench.marking`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

from bench.marking.journal import print_measured

ASKED_BY = (
    "anonymous",
    *("own response_officer", "own holder", "own publisher", "own approver"),
    *("own chief_officers_office", "own administrator", "foreign response_officer"),
)
BROKEN_FOR = ("anonymous", "own response_officer")


def measure(folder: Path, log: StringIO) -> dict[str, Any]:
    """What was asked, and what was found where it should not be."""
    import time_machine
    from tests.site.access import world as worlds
    from tests.site.access.records import TODAY

    from answerable_site.config.schedule import digests
    from bench.marking.asking import Asker
    from bench.marking.markers import Markers
    from bench.marking.planting import plant
    from bench.marking.traces import Traces

    markers = Markers()
    traces = Traces(markers, log, folder)
    askers = []
    with time_machine.travel(TODAY, tick=False):
        world = worlds.build()
        planted = plant(markers)
        for somebody in world.people:
            if somebody.name in ASKED_BY:
                # Read again: what was planted is theirs too.
                if somebody.user:
                    somebody.user.refresh_from_db()
                asker = Asker(somebody, world, markers, traces)
                asker.ask_everything()
                asker.ask_wrongly()
                askers.append(asker)
        expected = sum(asker.statuses.count(500) for asker in askers)
        for asker in askers:
            if asker.somebody.name in BROKEN_FOR:
                asker.ask_while_it_breaks()
        digests.send(moment_of(TODAY))
        traces.look_around()
    traces.look_at_files()
    statuses = Counter(status for asker in askers for status in asker.statuses)
    return {
        "markers": len(markers),
        "fields of records": planted,
        "requests": sum(statuses.values()),
        "answers": {str(status): count for status, count in sorted(statuses.items())},
        "answers 500 on purpose": statuses[500] - expected,
        "unexpected answers 5xx": sorted({one for asker in askers for one in asker.unexpected}),
        "e-mails": dict(traces.mails),
        "meant in e-mails": dict(traces.meant),
        "found": dict(traces.found),
    }


def moment_of(text: str) -> Any:
    """A moment from its ISO form."""
    from datetime import datetime

    return datetime.fromisoformat(text)


if __name__ == "__main__":
    print_measured(measure)
