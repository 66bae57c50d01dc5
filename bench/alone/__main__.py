"""Try every act alone on the empty database of the environment: `python -m bench.alone`.

The last line printed is JSON.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from bench.alone.acts import Act
    from bench.alone.people import Alone


def main() -> None:
    """Build the world, try, print the tally."""
    django.setup()
    import time_machine
    from django.test.utils import setup_test_environment

    setup_test_environment()
    logging.disable(logging.WARNING)
    from tests.site.access import world as worlds
    from tests.site.access.records import TODAY

    with time_machine.travel(TODAY, tick=False):
        print(json.dumps(tried(worlds.build()), ensure_ascii=False))


def tried(world: object) -> dict[str, object]:
    """What came of every act that waits, done by every person in every state."""
    from bench.alone import acts, people

    office = world.own.office
    waiting = acts.acts(world.own)
    administrator = people.after_granting_themselves(office)
    found: Counter[str] = Counter()
    wrong = []
    for act in waiting:
        alone = [one for maker in act.makers for one in people.with_roles(maker, office)]
        for one in (*alone, administrator):
            outcome = _outcome(act, one)
            found[outcome] += 1
            if outcome == "public":
                wrong.append(f"{act.name}: {one.how}")
    controls = [act.name for act in waiting if not _goes_public(act, office)]
    return {
        "acts": len(waiting),
        "states of one person tried": found.total(),
        "refused": found["refused"],
        "made public by one person": wrong,
        "acts that a second person cannot do either": controls,
    }


def _outcome(act: Act, one: Alone) -> str:
    """What came of it; it is undone."""
    from django.db import transaction

    from answerable_site.people.access import Refused
    from bench.alone.acts import public

    before = public()
    with transaction.atomic():
        try:
            act.do(one.viewer)
            outcome = "public" if public() != before else "nothing"
        except (Refused, ValueError):
            outcome = "refused"
        transaction.set_rollback(True)
    return outcome


def _goes_public(act: Act, office: object) -> bool:
    """Whether somebody who had no part in it, and holds every role, makes it public: else nothing
    was tried that could have gone wrong."""
    from tests import factories

    from bench.alone import people

    other = factories.person(f"Another For {act.name.title()}")
    *_, everything = people.with_roles(other, office)
    return _outcome(act, everything) == "public"


if __name__ == "__main__":
    main()
