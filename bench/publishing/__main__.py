"""Plant canaries, publish everything and search every public byte: `python -m bench.publishing`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

from bench.hiding.second_search import letters, pieces
from bench.marking.journal import print_measured

CANARY = re.compile(rb"zq\d{4}xv")
MEANT = {
    "register.Inspection.title",
    "register.Recommendation.text",
    "register.Inspection.inspectorates",
    "register.Recommendation.number",
    "people.Organisation.name",
    "people.Organisation.holder_title",
    "people.Organisation.logo_alternative",
}
"""What the public is meant to read: a report and what it asks for, and who answers."""


def measure(folder: Path, log: StringIO) -> dict[str, Any]:  # noqa: ARG001 - as all that is measured
    """How many canaries were planted, and in which public bytes one was found."""
    import time_machine
    from tests.site.access import world as worlds
    from tests.site.access.records import TODAY

    from answerable.leaks import Needle, look_through
    from bench.carrying.filling import REFERENCES, Filling
    from bench.marking.markers import Markers
    from bench.publishing.collecting import public_bytes
    from bench.publishing.planting import plant
    from bench.publishing.releasing import release_everything

    now = datetime.fromisoformat(TODAY)
    markers = Markers()
    with time_machine.travel(TODAY, tick=False):
        world = worlds.build()
        Filling(world, markers, now).fill()
        fields = plant(markers)
        release_everything(world, now)
        origins = {markers.of(origin): origin for origin in markers.origins()}
        needles = [Needle(origin, marker) for marker, origin in origins.items()]
        needles += [Needle(f"reference {kind}", one) for kind, one in REFERENCES.items()]
        found: Counter[str] = Counter()
        structure: Counter[str] = Counter()
        statuses: Counter[str] = Counter()
        size = 0
        for address, status, content in public_bytes():
            statuses[str(status)] += 1
            size += len(content)
            for one in look_through(address, content, needles):
                if one.kind == "held":
                    found[one.label] += 1
                else:
                    structure[f"{address}: {one.kind}"] += 1
            for piece in pieces(content):
                for marker in set(CANARY.findall(letters(piece))):
                    found[origins.get(marker.decode(), "a canary that nobody planted")] += 1
    signatory = world.own.office.holder.full_name
    is_meant = {
        # Whoever signs is named.
        origin: origin.rpartition(" ")[0] in MEANT or marker in signatory
        for marker, origin in origins.items()
    }
    return {
        "canaries": sum(not meant for meant in is_meant.values()) + len(REFERENCES),
        "fields of records that bear some": fields,
        "public addresses that answered": dict(statuses),
        "public bytes searched": size,
        "words meant for the public found there": len(
            {origin for origin in found if is_meant.get(origin)}
        ),
        "found": {origin: count for origin, count in found.items() if not is_meant.get(origin)},
        "structure that has no place in public": dict(structure),
    }


if __name__ == "__main__":
    print_measured(measure)
