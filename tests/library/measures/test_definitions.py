"""What every definition has to be, whoever wrote it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answerable import statute
from answerable.cuts.columns import Holds
from answerable.measures import definitions
from answerable.measures.compiling import Dialect, explained
from answerable.measures.conditions import columns_of
from answerable.measures.definition import Clock, DueOn, Within
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import possible
from answerable.measures.subjects import SUBJECTS

AS_OF = date(2026, 3, 31)
EVERY = pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=DEFINITIONS)


def conditions(definition):
    named = (definition.applies, definition.fails, definition.unknown, definition.met)
    clock = definition.clock
    others = [one.condition for one in clock.otherwise] if isinstance(clock, Clock) else []
    return [one for one in (*named, *others) if one]


def columns(definition):
    match definition.clock:
        case Clock(starts, done) | DueOn(starts, done) | Within(starts, done):
            clock = {starts, done}
        case None:
            clock = set()
    asked = frozenset().union(*map(columns_of, conditions(definition)))
    return asked | clock | {definition.dated_by, *definition.breakdowns}


class TestEveryDefinition:
    @EVERY
    def test_stands_in_a_file_of_its_name(self, definition):
        assert (Path(definitions.__file__).parent / f"{definition.name}.py").is_file()

    @EVERY
    def test_has_an_owner_a_source_and_a_history(self, definition):
        assert definition.owner
        assert definition.source
        assert [one.number for one in definition.history] == [
            *range(1, len(definition.history) + 1)
        ]
        assert all(one.note for one in definition.history)

    @EVERY
    def test_asks_only_for_columns_of_its_subject(self, definition):
        known = {one.name for one in SUBJECTS[definition.subject].columns}
        assert columns(definition) <= known | ({"due_on"} if definition.clock else set())

    @EVERY
    def test_is_dated_by_a_day(self, definition):
        subject = SUBJECTS[definition.subject]
        assert subject.column(definition.dated_by).holds is Holds.DAY

    @EVERY
    def test_says_who_is_not_asked_where_somebody_is_not(self, definition):
        assert bool(definition.not_applicable) >= bool(definition.applies)
        assert bool(definition.unknown_means) >= bool(definition.unknown)

    @EVERY
    def test_looks_again_where_its_subject_is_looked_at_each_month(self, definition):
        assert definition.looks_again == bool(SUBJECTS[definition.subject].looked_at)

    @EVERY
    def test_counts_something_as_met(self, definition):
        assert definition.clock or definition.met

    @EVERY
    def test_names_only_limits_that_there_are(self, definition):
        clock = definition.clock
        named = (
            {clock.limit, *(one.limit for one in clock.otherwise)}
            if isinstance(clock, Clock)
            else set()
        )
        assert named <= set(statute.LIMITS.codes)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", [Dialect.SPARK, Dialect.DATAFUSION, Dialect.CLICKHOUSE])
def test_every_definition_is_a_query_in_other_dialects_too(dialect):
    for definition in DEFINITIONS.values():
        assert "GROUP BY" in explained(definition, possible(definition)[:1], AS_OF, dialect)
