from __future__ import annotations

import pytest
import time_machine
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests import factories_responses as cases
from tests.site.responses import interleavings


@pytest.mark.slow
@pytest.mark.django_db
class TestInterleaving:
    def test_loses_no_text_and_signs_nothing_that_was_not_shown(self):
        machine = type("Machine", (interleavings.Interleaving,), {})
        # One transaction holds the whole test; `prove sign-off` acts at the same moment as well.
        machine.threads = False
        with time_machine.travel(cases.LATER, tick=False):
            machine.people = interleavings.gather()
            run_state_machine_as_test(
                machine,
                settings=settings(
                    max_examples=15,
                    stateful_step_count=14,
                    deadline=None,
                    # Shrinking repeats the steps for minutes; what failed is printed all the same.
                    phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck),
                ),
            )
