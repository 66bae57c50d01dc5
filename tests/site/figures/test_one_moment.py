"""A cut is the record as it was at one moment, and whole or not there.

As processes on a database of their own, with others who write, and with SIGKILL.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.databases import new_database

ROOT = Path(__file__).parents[3]
BEGIN = """
import django, json, os, signal, threading
django.setup()
from pathlib import Path
from django.conf import settings
settings.CUTS = Path(os.environ["ANSWERABLE_DATA"]) / "cuts"
from tests import factories, factories_cases, factories_cuts
from answerable_site.casework.models import Case, CaseEvent
from answerable_site.figures import folders, operations, queries
from answerable_site.figures.models import DataCut
from answerable_site.figures.operations import making
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role
"""
WHILE_OTHERS_WRITE = """
county = factories_cases.county()
queued = factories_cuts.asked(county.force)
read = queries.rows_to_cut

def write():
    factories_cases.victim(county)
    factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "2/26")

def read_meanwhile(*asked):
    somebody = threading.Thread(target=write)
    somebody.start()
    somebody.join()
    return read(*asked)

queries.rows_to_cut = read_meanwhile
cut = factories_cuts.run(queued).cut
print(json.dumps([cut.cases, cut.events, Case.objects.count(), CaseEvent.objects.count()]))
"""
KILLED = """
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

county = factories_cases.county()
{where} = die
factories_cuts.made(county.force)
"""
LOOK = """
from datetime import timedelta
from django.utils import timezone
from answerable_site.config.schedule import cuts
force = Organisation.objects.get(slug="wexmoor-police")
outcome = cuts.settle(timezone.now() + timedelta(hours=2))
rows = [cut.name for cut in DataCut.objects.order_by("pk")]
files = sorted(one.name for one in settings.CUTS.iterdir() if not one.name.endswith("going-on"))
wrong = [queries.problems_with(cut) for cut in DataCut.objects.all()]
print(json.dumps({
    "rows are files": rows == files,
    "wrong": [problem for some in wrong for problem in some],
    "failed": outcome.failed,
    "cuts": len(rows),
    "another is made": factories_cuts.made(force).cases,
}))
"""
INSTANTS = {
    "while cases are read": ("queries.rows_to_cut", 0),
    "when its files are there": ("operations.make_cut", 0),
    "before its row is": ("making.record", 0),
    "when its row is there": ("folders.take_sign", 1),
}


@pytest.fixture
def environment(tmp_path):
    with new_database(tmp_path) as address:
        yield os.environ | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.test",
            "ANSWERABLE_DATA": str(tmp_path),
            "ANSWERABLE_DATABASE_URL": address,
        }


def python(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BEGIN + code],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def told(code: str, environment: dict[str, str]) -> object:
    finished = python(code, environment)
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


@pytest.mark.slow
class TestWhatOthersRecordMeanwhile:
    def test_is_not_in_the_cut(self, environment):
        assert told(WHILE_OTHERS_WRITE, environment) == [1, 0, 2, 1]


@pytest.mark.slow
@pytest.mark.parametrize("instant", INSTANTS)
class TestAKill:
    def test_leaves_no_half_cut_and_the_next_is_made(self, instant, environment):
        where, cuts = INSTANTS[instant]
        assert python(KILLED.format(where=where), environment).returncode == -9
        assert told(LOOK, environment) == {
            "rows are files": True,
            "wrong": [],
            "failed": [],
            "cuts": cuts,
            "another is made": 1,
        }
