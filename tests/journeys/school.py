"""A force with enough investigators that figures about their training can be published."""

from __future__ import annotations

from datetime import date, datetime, time

from tests import factories
from tests.factories_training import School

from answerable.statute import LONDON
from answerable_site.figures import operations as figures
from answerable_site.figures import queries, tasks
from answerable_site.figures.models import DataCut, ProtectedFigures, Results
from answerable_site.figures.rules import YEARLY, questions_of
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Role
from answerable_site.training import operations
from answerable_site.training.models import TrainingRecord
from answerable_site.training.rules import Duty, FinancialYear, Outcome

INVESTIGATORS = 44
QUALIFIED_BEFORE = 30
"""Who passed in the year before the last."""


def year_that_ended(today: date) -> FinancialYear:
    """The financial year whose figures are published."""
    return FinancialYear(FinancialYear.of(today).begins - 1)


def address_of(name: str, place: int) -> str:
    """The e-mail address of one of the investigators."""
    return f"{name.lower()}-investigator-{place}@example.org"


def fill(name: str, today: date) -> None:
    """A force whose training is recorded for the year before the last, with that year’s figures
    released; nothing is recorded of the last year but who is in post."""
    force = factories.organisation(
        f"{name} Constabulary", OrganisationKind.POLICE_FORCE, "Chief Constable"
    )
    trainer = factories.person(f"{name} Trainer", (force, Role.TRAINING_COORDINATOR))
    analyst = factories.person(f"{name} Analyst", (force, Role.ANALYST))
    checker = factories.person(f"{name} Checker", (force, Role.FIGURE_CHECKER))
    learner = factories.person(f"{name} Investigator 1", (force, Role.INVESTIGATOR))
    school = School(force, trainer, learner)
    before = FinancialYear(year_that_ended(today).begins - 1)
    factories.person(f"{name} Recruit", (force, Role.INVESTIGATOR))
    records = [school.record, *(_investigator(school, name, n) for n in range(2, INVESTIGATORS))]
    for record in records:
        _posted(school, record, before)
    operations.add_counting(**school.about, version=school.version, new=school.counts())
    _trained(school, records[:QUALIFIED_BEFORE], before)
    _released(force, analyst, checker, before.last_day)


def _investigator(school: School, name: str, place: int) -> TrainingRecord:
    user = factories.person(f"{name} Investigator {place}", (school.force, Role.INVESTIGATOR))
    return operations.open_record(**school.about, organisation=school.force, user=user)


def _posted(school: School, record: TrainingRecord, year: FinancialYear) -> None:
    operations.add_posting(
        **school.about,
        person=record,
        duty=Duty.INVESTIGATOR,
        unit="Rape Team",
        from_on=year.first_day,
        to_on=None,
    )


def _trained(school: School, records: list[TrainingRecord], year: FinancialYear) -> None:
    event = operations.add_event(
        **school.about,
        version=school.version,
        place="Training school",
        first_day=date(year.begins, 5, 11),
        last_day=date(year.begins, 5, 22),
    )
    for record in records:
        booking = operations.book(**school.about, event=event, person=record)
        operations.record_result(
            **school.about, booking=booking, outcome=Outcome.PASSED, on=event.last_day
        )


def _released(force: Organisation, analyst: User, checker: User, as_of: date) -> None:
    """The figures of a year, as the analyst asked for them and the checker let them out."""
    at = datetime.combine(date(as_of.year, 5, 4), time(9), tzinfo=LONDON)
    by, second = (factories.viewer(one, on=at.date()) for one in (analyst, checker))
    queued = figures.ask_cut(
        by=by, at=at, force=force, as_of=as_of, last_day=date(as_of.year + 5, 3, 31)
    )
    tasks.make_waiting(queued.pk, now=lambda: at)
    cut = DataCut.objects.get(force=force)
    training = next(one for one in YEARLY if one.recommendation == "12")
    asked = questions_of(training.measures, training.by, "")
    results = figures.ask_results(by=by, at=at, cut=cut, asked=asked)
    tasks.work_out_waiting(results.pk, now=lambda: at)
    prepared = figures.ask_protection(
        by=by, at=at, results=Results.objects.get(pk=results.pk), profile="public"
    )
    tasks.protect_waiting(prepared.pk, now=lambda: at)
    made = ProtectedFigures.objects.get(pk=prepared.pk)
    figures.release_figures(by=second, at=at, figures=made, digest=queries.release_of(made).digest)
