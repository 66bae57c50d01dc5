from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.core.files.base import ContentFile
from tests import factories_training
from tests.factories_training import AT, LAST_DAY

from answerable_site.people.access import Refused
from answerable_site.training import operations, presenters, queries
from answerable_site.training.models import CourseEvent, Result
from answerable_site.training.rules import Outcome
from answerable_site.training.rules.intake import columns_of, planned, rows_of

HEADER = ["E-mail", "Course", "Version", "First day", "Last day", "Place", "Outcome"]


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    }


def row(school, outcome="passed"):
    days = ["2/3/2026", "6/3/2026"]
    return [school.learner.email, "SSAIDP", "2021", *days, "Training school", outcome]


def read(*rows):
    table = [HEADER, *rows]
    return list(rows_of(table, columns_of(table, {}), today=AT.date()))


def keep(school):
    return operations.keep_list(
        **school.about, organisation=school.force, name="list.csv", content=ContentFile(b"x")
    )


def load(school, rows, digest=None):
    plan = planned(rows, queries.known_attendance(school.force))
    return operations.load_list(
        **school.about,
        organisation=school.force,
        kept=keep(school),
        rows=rows,
        digest=digest or plan.digest,
    )


class TestLoadList:
    def test_adds_the_event_the_place_and_the_result(self, school):
        loaded = load(school, read(row(school)))
        assert (loaded.added, loaded.changed) == (1, 0)
        [facts] = queries.people_of(school.force.pk)
        assert (facts.attendances[0].outcome, facts.attendances[0].result_on) == (
            Outcome.PASSED,
            LAST_DAY,
        )

    def test_appends_a_result_that_differs(self, school):
        school.result(Outcome.FAILED)
        loaded = load(school, read(row(school)))
        assert (loaded.added, loaded.changed) == (0, 1)
        assert list(Result.objects.values_list("outcome", flat=True)) == ["failed", "passed"]
        assert CourseEvent.objects.count() == 1

    def test_loads_the_same_list_once(self, school):
        load(school, read(row(school)))
        with pytest.raises(operations.NothingToLoad):
            load(school, read(row(school)))

    def test_loads_nothing_where_a_row_is_wrong(self, school):
        with pytest.raises(operations.NothingToLoad):
            load(school, read(row(school), row(school, "perhaps")))
        assert not Result.objects.exists()

    def test_is_refused_where_it_would_do_something_else_than_was_shown(self, school):
        with pytest.raises(operations.PlanChanged):
            load(school, read(row(school)), digest="0" * 64)

    def test_is_refused_to_another_force(self, school):
        other = factories_training.school("Sallowfen")
        with pytest.raises(Refused):
            operations.load_list(
                **other.about,
                organisation=school.force,
                kept=keep(school),
                rows=read(row(school)),
                digest="",
            )


class TestAttendanceThatWasTakenAway:
    def test_changes_nothing_when_it_is_loaded_again(self, school):
        school.result(Outcome.PASSED)
        operations.book(**school.about, event=school.event(date(2026, 6, 1)), person=school.record)
        text = io.StringIO()
        csv.writer(text).writerows(presenters.attendance_rows(queries.attendance_of(school.force)))
        table = list(csv.reader(io.StringIO(text.getvalue())))
        rows = list(rows_of(table, columns_of(table, {}), today=AT.date()))
        plan = planned(rows, queries.known_attendance(school.force))
        assert [one.step.value for one in plan.rows] == ["unchanged", "unchanged"]
