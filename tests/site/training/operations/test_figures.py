from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests import factories_training
from tests.factories_training import LAST_DAY

from answerable_site.audit.models import AuditEntry
from answerable_site.training import operations, queries
from answerable_site.training.rules import FigureKind, FinancialYear, Outcome, Presence

YEAR = FinancialYear(2025)


@pytest.fixture
def counted(school):
    """Somebody who is in post and passed in March, with a course that counts."""
    operations.add_counting(**school.about, version=school.version, new=school.counts())
    school.posted()
    school.result(Outcome.PASSED)
    return school


def state(school, shown=1, kind=FigureKind.QUALIFIED, **changed):
    about = school.about | changed
    return operations.state_figure(
        **about, organisation=school.force, kind=kind, year=YEAR, shown=shown
    )


class TestFigures:
    def test_are_of_the_force_alone(self, counted):
        factories_training.school("Sallowfen")
        figures = queries.figures_of(counted.force, YEAR)
        assert figures.reckoned(FigureKind.ATTENDANCE) == (1, {"passed": 1})
        assert figures.reckoned(FigureKind.QUALIFIED) == (1, {"counted": 1})

    def test_of_another_force_know_nothing_of_a_pass_here(self, counted):
        other = factories_training.school("Sallowfen")
        other.posted()
        assert queries.figures_of(other.force, YEAR).qualified.value == 0

    def test_keep_somebody_who_left_the_force(self, counted):
        posting = counted.record.postings.get()
        operations.end_posting(**counted.about, posting=posting, last_day=LAST_DAY)
        counted.learner.is_active = False
        counted.learner.save()
        figures = queries.figures_of(counted.force, YEAR)
        assert figures.attendance.value == 1
        assert figures.qualified.counts == {Presence.LEFT: 1}


class TestStateFigure:
    def test_keeps_the_figure_as_it_stood(self, counted):
        stated = state(counted)
        operations.strike(
            **counted.about, entry=counted.record.postings.get(), reason="Never posted there."
        )
        stated.refresh_from_db()
        assert (stated.value, stated.working) == (1, {"counted": 1})
        assert queries.figures_of(counted.force, YEAR).qualified.value == 0

    def test_is_refused_where_it_is_another_than_was_shown(self, counted):
        with pytest.raises(operations.FigureChanged):
            state(counted, shown=2)

    def test_is_refused_on_31_march_itself_and_not_the_day_after(self, counted):
        with pytest.raises(operations.YearRuns):
            state(counted, at=datetime(2026, 3, 31, 22, 59, tzinfo=UTC))
        # Summer time: midnight in London.
        assert state(counted, at=datetime(2026, 3, 31, 23, 0, tzinfo=UTC)).value == 1


class TestNoteTakenAway:
    def test_names_whoever_took_it(self, school):
        operations.note_taken_away(**school.about, organisation=school.force, rows=3)
        entry = AuditEntry.objects.latest("sequence")
        assert entry.act == "training.note_taken_away"
        assert school.viewer.name in entry.content
