from __future__ import annotations

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests import factories_responses as cases
from tests.site.responses import interleavings


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
class TestInterleaving:
    def test_loses_no_text_and_signs_nothing_that_was_not_shown(self):
        machine = type("Machine", (interleavings.Interleaving,), {})
        machine.threads = (
            not connection.is_in_memory_db() if connection.vendor == "sqlite" else True
        )
        with time_machine.travel(cases.LATER, tick=False):
            machine.people = interleavings.gather()
            run_state_machine_as_test(
                machine,
                settings=settings(
                    max_examples=20,
                    stateful_step_count=14,
                    deadline=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
