"""Make one cut of the cases of the force: `python -m bench.recorded.making FOLDER`.

The last line printed is what was measured, as JSON. A process of its own, so that its memory is
that of making alone.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import django


def main(folder: Path) -> None:
    """Ask for the cut, make it, print what it took."""
    django.setup()
    from django.conf import settings
    from tests import factories_cuts

    from answerable_site.figures import folders
    from answerable_site.people.models import Organisation
    from bench.recorded.filling import AS_OF

    settings.CUTS = folder
    queued = factories_cuts.asked(Organisation.objects.get(slug="wexmoor-police"), as_of=AS_OF)
    began, processor = time.perf_counter(), time.process_time()
    done = factories_cuts.run(queued)
    seconds, processor = time.perf_counter() - began, time.process_time() - processor
    if done.cut is None:
        raise RuntimeError(done.refusal)
    told = {
        "cases": done.cut.cases,
        "events": done.cut.events,
        "digest": done.cut.digest,
        "folder": str(folders.place_of(done.cut.name)),
        "seconds": round(seconds, 1),
        "seconds on the processor": round(processor, 1),
        "microseconds on the processor an event": round(processor * 1e6 / done.cut.events, 1),
        "peak mebibytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "megabytes of the cut": round(done.cut.size / 1e6, 1),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
