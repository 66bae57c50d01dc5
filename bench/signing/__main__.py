"""Run interleavings on the database of the environment: `python -m bench.signing COUNT`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections import Counter

import django

PROGRESS_EVERY = 25
"""Interleavings, some half a minute."""


def main(count: int) -> None:
    """Run the state machine, print the tally."""
    django.setup()
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis.stateful import run_state_machine_as_test

    machine, tally = counting_machine()
    failure = ""
    try:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=count,
                stateful_step_count=6,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
    except AssertionError as found:
        traceback.print_exc()
        failure = str(found) or "an assertion of the machine failed; see above"
    print(json.dumps({**tally, "failure": failure}))


def counting_machine() -> tuple[type, Counter]:
    """The machine of the test suite, which also counts what it came through."""
    import time_machine
    from tests import factories_responses as cases
    from tests.site.responses.interleavings import Form, Interleaving, gather

    tally: Counter = Counter(
        dict.fromkeys(
            ("interleavings", "texts saved", "saves refused", "signatures", "acts at once"), 0
        )
    )
    time_machine.travel(cases.LATER, tick=False).start()

    class Counting(Interleaving):
        people = gather()

        def is_shown_both(self, answer: object, text: str, seen: Form) -> None:
            super().is_shown_both(answer, text, seen)
            tally["saves refused"] += 1

        def was_displayed(self, signature: object) -> None:
            super().was_displayed(signature)
            tally["signatures"] += 1

        def at_the_same_moment(self, *steps: object) -> list:
            tally["acts at once"] += 1
            return super().at_the_same_moment(*steps)

        def teardown(self) -> None:
            tally["interleavings"] += 1
            tally["texts saved"] += len(getattr(self, "saved", ()))
            super().teardown()
            if tally["interleavings"] % PROGRESS_EVERY == 0:
                print(f"  {tally['interleavings']} on {vendor()}", file=sys.stderr, flush=True)

    return Counting, tally


def vendor() -> str:
    from django.db import connection

    return connection.vendor


if __name__ == "__main__":
    main(int(sys.argv[1]))
