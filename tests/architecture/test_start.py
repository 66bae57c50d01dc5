"""What every process of the site loads when it starts."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.architecture.source import ROOT

HEAVY = ("duckdb", "ibis", "matplotlib", "sqlglot")
STARTED = f"""
import django, sys
django.setup()
import answerable_site.config.urls
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_a_process_loads_no_engine_and_nothing_that_draws_before_it_is_asked():
    started = subprocess.run(
        [sys.executable, "-c", STARTED],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.test",
            "PYTHONPATH": str(ROOT / "src"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.stdout == "[]\n", started.stderr
