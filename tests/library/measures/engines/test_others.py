"""DataFusion and Spark give the figures that plain loops give, from the same definitions."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec

import pytest
from tests.library.cuts.caseloads import organisations
from tests.library.cuts.written import write
from tests.library.measures.caseloads import invented
from tests.library.synthetic.cases.inventing import KNOWN_UNTIL
from tests.reference.slow_measures.agreeing import slow, together

from answerable.measures.definitions import DEFINITIONS
from answerable.measures.engines import EngineFailed, EngineName, EngineNotInstalled
from answerable.measures.running import opened

BY = ("month", "force")
CASES, RECORD = invented(80), organisations(2, forces=3)
BREAKS_OFF = pytest.raises(EngineFailed, match=r"broke off, so there is no answer: \S")
SOME = ("support_offered", "characteristic_recorded", "told_as_wished", "plan_items_done")
"""Measures with a clock, with a row for each of many codes, with windows, and over the plan table.
Spark takes seconds for each, so that all are asked of it by `prove engines-equal` alone."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("engines") / "cut"
    write(place, CASES, RECORD)
    return place


def asked(folder, engine, definitions):
    with opened(folder, engine=engine, master="local[2]") as cut:
        return together(cut, definitions, BY)


def expected(definitions):
    return {one.name: slow(one, CASES, KNOWN_UNTIL, by=BY, record=RECORD) for one in definitions}


@pytest.mark.engines
@pytest.mark.skipif(not find_spec("datafusion"), reason="needs DataFusion")
class TestDataFusion:
    def test_gives_the_same_figures(self, folder):
        every = list(DEFINITIONS.values())
        assert asked(folder, EngineName.DATAFUSION, every) == expected(every)

    def test_says_in_a_sentence_that_it_broke_off(self, folder):
        with opened(folder, engine=EngineName.DATAFUSION) as cut, BREAKS_OFF:
            cut.engine.rows("SELECT nothing FROM nowhere")


@pytest.mark.engines
@pytest.mark.skipif(
    not find_spec("pyspark") or not shutil.which("java"), reason="needs Spark and Java"
)
class TestSpark:
    def test_gives_the_same_figures(self, folder):
        some = [DEFINITIONS[name] for name in SOME]
        assert asked(folder, EngineName.SPARK, some) == expected(some)

    def test_says_in_a_sentence_that_it_broke_off(self, folder):
        with opened(folder, engine=EngineName.SPARK, master="local[2]") as cut, BREAKS_OFF:
            cut.engine.rows("SELECT nothing FROM nowhere")


@pytest.mark.parametrize(
    ("engine", "package"), [(EngineName.SPARK, "pyspark"), (EngineName.DATAFUSION, "datafusion")]
)
def test_an_engine_that_is_not_installed_says_what_to_install(folder, monkeypatch, engine, package):
    for name in (package, f"{package}.sql"):
        monkeypatch.setitem(sys.modules, name, None)
    missing = pytest.raises(EngineNotInstalled, match=r"pip install 'answerable\[")
    with missing, opened(folder, engine=engine):
        pass
