"""Runs of what is due at the same time, as processes, on a database that they share."""

from __future__ import annotations

import email
import email.policy
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.databases import new_database

ROOT = Path(__file__).parents[4]
AT = "2026-04-28T08:00:00+00:00"
OFFICES = 4
RUNS = 3
MAKE = f"""
import django
django.setup()
from django.conf import settings
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
from answerable_site.audit import operations, queries
operations.make_key(queries.key_path())
from tests import factories, factories_responses
for number in range({OFFICES}):
    office = factories_responses.case(f"Office {{number}}").office
    factories.person(f"Office {{number}} Supervisor", (office.force, "supervisor"))
"""
LOOK = """
import django, json
django.setup()
from answerable_site.audit import queries
from answerable_site.home.models import Digest
from answerable_site.audit.models import AuditEntry
from answerable_site.accessreview.models import Sample
found = queries.verify(
    own=lambda: queries.read_heads(queries.own_file()),
    trusted=frozenset({queries.fingerprint_of(queries.key_path())}),
)
print(json.dumps({
    "digests": Digest.objects.filter(sent_at__isnull=False, attempts=1).count(),
    "claims": AuditEntry.objects.filter(act="home.claim_digest").count(),
    "samples": Sample.objects.count(),
    "draws": AuditEntry.objects.filter(act="accessreview.draw_sample").count(),
    # The offices were made at this machine's time, the runs at another.
    "faults": [fault.sentence for fault in found.faults if fault.kind != "clock"],
    "is_signed": found.heads > 0,
}))
"""


@pytest.fixture
def environment(tmp_path):
    with new_database(tmp_path) as address:
        yield os.environ | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.local",
            "ANSWERABLE_DATA": str(tmp_path),
            "ANSWERABLE_DATABASE_URL": address,
            "ANSWERABLE_EMAIL_URL": f"file://{tmp_path / 'mail'}",
            "ANSWERABLE_EMAIL_FROM": "Answerable <answerable@example.org>",
        }


def python(code: str, environment: dict[str, str]) -> str:
    finished = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def run_at_once(folder: Path, environment: dict[str, str]) -> list[int]:
    """Start the runs together once all are ready; gives their exit statuses."""
    go = folder / "go"
    ready = [folder / f"ready-{number}" for number in range(RUNS)]
    script = Path(__file__).parent / "one_run.py"
    runs = [
        subprocess.Popen([sys.executable, str(script), str(mark), str(go), AT], env=environment)
        for mark in ready
    ]
    while not all(mark.exists() for mark in ready):
        assert all(run.poll() is None for run in runs)
        time.sleep(0.01)
    go.touch()
    return [run.wait(timeout=120) for run in runs]


@pytest.mark.slow
class TestRunsAtTheSameTime:
    def test_send_everybody_one_email_and_draw_one_sample_for_each_force(
        self, tmp_path, environment
    ):
        python(MAKE, environment)
        assert run_at_once(tmp_path, environment) == [0] * RUNS
        sent = [
            email.message_from_bytes(part, policy=email.policy.default)["To"]
            for path in (tmp_path / "mail").iterdir()
            for part in path.read_bytes().split(b"-" * 79 + b"\n")
            if part.strip()
        ]
        assert sorted(sent) == [f"office-{number}-officer@example.org" for number in range(OFFICES)]
        told = json.loads(python(LOOK, environment))
        assert told == {
            "digests": OFFICES,
            "claims": OFFICES,
            "samples": OFFICES,
            "draws": OFFICES,
            "faults": [],
            "is_signed": True,
        }
