"""Ask every cell on the empty database of the environment: `python -m bench.asked [--full]`.

Page and form are asked by everybody; the other methods by one viewer for each answer that is
expected, or with `--full` by everybody too. The last line printed is JSON.
"""

from __future__ import annotations

import json
import logging
import sys
from statistics import median
from time import perf_counter, process_time

import django

PROGRESS_EVERY = 20
"""Routes."""


def main(*, full: bool) -> None:
    """Build the world, ask, print the tally."""
    django.setup()
    import time_machine
    from django.test.utils import setup_test_environment

    setup_test_environment()
    # Tens of thousands of refusals are what is asked for.
    logging.disable(logging.WARNING)
    from tests.site.access import world as worlds
    from tests.site.access.records import TODAY

    with time_machine.travel(TODAY, tick=False):
        print(json.dumps(asked(worlds.build(), full=full), ensure_ascii=False))


def asked(world: object, *, full: bool) -> dict:
    """What every cell of the world answered, in figures."""
    from tests.site.access.asking import Asking
    from tests.site.access.cells import OTHERS, PAGE_AND_FORM, cells, one_for_each_answer
    from tests.site.access.routes import routes

    from answerable_site.config.policy import all_rules

    asking, found = Asking(world), []
    without = sorted(routes().keys() - all_rules().keys())
    began, worked = perf_counter(), process_time()
    for place, route in enumerate(sorted(routes()), start=1):
        everybody = asking.world.people
        found += cells(asking, route, PAGE_AND_FORM, everybody)
        some = everybody if full else one_for_each_answer(route, everybody)
        found += cells(asking, route, OTHERS, some)
        if place % PROGRESS_EVERY == 0:
            print(f"  {place} of {len(routes())} routes", file=sys.stderr, flush=True)
    refused = [cell.seconds for cell in found if cell.outcome in {"refused", "not found"}]
    return {
        "cells": len(found),
        "wrong": [cell.wrong for cell in found if cell.wrong],
        "routes": len(routes()),
        "routes without a policy": without,
        "viewers": len(asking.world.people),
        "median milliseconds of this process for a refused cell": round(median(refused) * 1000, 2),
        "seconds": round(perf_counter() - began),
        "seconds of this process alone": round(process_time() - worked),
    }


if __name__ == "__main__":
    main(full="--full" in sys.argv[1:])
