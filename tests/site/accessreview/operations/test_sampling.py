from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from tests import factories, factories_cases, factories_looks
from tests.factories_cases import AT
from tests.factories_looks import LATER, SAID

from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.models import Sample, SampleAnswer, SampledLook
from answerable_site.accessreview.rules.verdicts import Answer, TooFewWords
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db
WEEK = date(2026, 6, 1)


def drawn(looked, seed: int = 7) -> Sample | None:
    looks = queries.looks_to_sample(
        looked.county.force.pk, since=AT - timedelta(days=1), until=AT + timedelta(days=1)
    )
    return operations.draw_sample(
        by=PRODUCT,
        at=LATER,
        organisation=looked.county.force,
        week_begins=WEEK,
        looks=looks,
        seed=seed,
    )


def answer(looked, by=None, *, said=Answer.KNOWN, words=SAID) -> SampleAnswer:
    return operations.answer_look(
        by=by or looked.supervisor,
        at=LATER,
        look=SampledLook.objects.get(),
        answer=said,
        words=words,
    )


class TestDrawSample:
    def test_keeps_the_looks_with_the_entries_that_they_left(self, looked):
        drawn(looked)
        look = SampledLook.objects.get()
        assert (look.looker, look.record) == (looked.looker, f"casework.case:{looked.case.pk}")
        assert look.entry.act == "casework.open_case"

    def test_is_done_once_a_week(self, looked):
        first = drawn(looked)
        assert drawn(looked, seed=8) is None
        assert Sample.objects.get() == first
        assert Sample.objects.get().seed == 7

    def test_leaves_one_entry_with_the_seed_and_none_the_second_time(self, looked):
        before = AuditEntry.objects.count()
        drawn(looked)
        drawn(looked)
        assert AuditEntry.objects.count() == before + 1
        assert AuditEntry.objects.latest("sequence").details["seed"] == "7"


class TestAnswerLook:
    def test_takes_it_off_the_list_of_the_supervisor(self, looked):
        drawn(looked)
        assert queries.unanswered(queries.looks_to_confirm(looked.supervisor)).count() == 1
        answer(looked)
        assert not queries.unanswered(queries.looks_to_confirm(looked.supervisor)).exists()

    def test_shows_the_auditor_how_far_the_sample_is(self, looked):
        drawn(looked)
        answer(looked, said=Answer.NOT_KNOWN)
        (sample,) = queries.progress_of_samples(looked.auditor)
        assert (sample["drawn"], sample["answered"], sample["not_known"]) == (1, 1, 1)

    def test_adds_to_what_was_said_and_lets_the_latest_count(self, looked):
        drawn(looked)
        answer(looked, said=Answer.NOT_KNOWN)
        answer(looked)
        (look,) = queries.sampled_looks_visible_to(looked.auditor)
        assert look.answer == Answer.KNOWN
        assert SampleAnswer.objects.count() == 2

    def test_is_refused_for_an_own_look(self, looked):
        drawn(looked)
        looked.looker.assignments.update(role=Role.SUPERVISOR)
        own = factories.viewer(looked.looker, on=AT.date())
        assert not queries.looks_to_confirm(own).exists()
        with pytest.raises(Refused, match="your own look"):
            answer(looked, own)

    def test_is_refused_to_anybody_else(self, looked):
        drawn(looked)
        other = factories_looks.looked("Sallowfen", "9/26")
        viewers = [looked.auditor, other.supervisor, looked.county.viewer(Role.CPS_MANAGER)]
        for by in viewers:
            assert not queries.looks_to_confirm(by).exists()
            with pytest.raises(Refused):
                answer(looked, by)

    def test_needs_words(self, looked):
        drawn(looked)
        with pytest.raises(TooFewWords):
            answer(looked, words="Yes")

    def test_leaves_one_entry(self, looked):
        drawn(looked)
        before = AuditEntry.objects.count()
        answer(looked)
        assert AuditEntry.objects.count() == before + 1


class TestOrganisationsToSample:
    def test_are_those_with_somebody_who_can_answer(self, looked):
        due = set(queries.organisations_to_sample(week_begins=WEEK))
        assert due == {looked.county.force, looked.county.area}

    @pytest.mark.parametrize("place", ["service", "inspectorate"])
    def test_hold_those_without_supervisors_once_somebody_there_audits_access(self, looked, place):
        organisation = getattr(looked.county, place)
        factories.person("Their auditor", (organisation, Role.ACCESS_AUDITOR))
        assert organisation in queries.organisations_to_sample(week_begins=WEEK)

    def test_are_none_of_which_the_week_is_drawn(self, looked):
        drawn(looked)
        assert list(queries.organisations_to_sample(week_begins=WEEK)) == [looked.county.area]


class TestASupportService:
    """Nobody there says who works on cases: the one who audits access answers."""

    @pytest.fixture
    def auditor(self, looked):
        user = factories.person(
            "Their auditor",
            (looked.county.service, Role.ACCESS_AUDITOR),
            (looked.county.service, Role.SUPPORT_WORKER),
        )
        factories_cases.shared(looked.county, looked.county.service)
        factories_cases.assigned(looked.county, Role.SUPPORT_WORKER, looked.county.service)
        casework.note_read(by=looked.county.viewer(Role.SUPPORT_WORKER), at=AT, case=looked.case)
        return factories.viewer(user, on=AT.date())

    def draw(self, looked) -> None:
        service = looked.county.service
        looks = queries.looks_to_sample(
            service.pk, since=AT - timedelta(days=1), until=AT + timedelta(days=1)
        )
        operations.draw_sample(
            by=PRODUCT, at=LATER, organisation=service, week_begins=WEEK, looks=looks, seed=7
        )

    def test_has_looks_of_its_own_people_drawn(self, looked, auditor):
        self.draw(looked)
        assert SampledLook.objects.get().looker == looked.county.people[Role.SUPPORT_WORKER]

    def test_has_them_answered_by_the_one_who_audits_access(self, looked, auditor):
        self.draw(looked)
        assert queries.looks_to_confirm(auditor).count() == 1
        answer(looked, auditor)
        assert not queries.unanswered(queries.looks_to_confirm(auditor)).exists()

    def test_has_none_answered_by_whoever_looked(self, looked, auditor):
        self.draw(looked)
        SampledLook.objects.update(looker=auditor.user_id)
        with pytest.raises(Refused, match="your own look"):
            answer(looked, auditor)

    def test_has_none_answered_by_the_force(self, looked, auditor):
        self.draw(looked)
        for by in (looked.supervisor, looked.auditor):
            with pytest.raises(Refused):
                answer(looked, by)


class TestOrganisationsNobodyConfirmsFor:
    def test_are_those_that_the_viewer_audits_without_anybody_able(self, looked):
        find = partial(queries.organisations_nobody_confirms_for, looked.auditor, on=WEEK)
        assert not find().exists()
        looked.county.people[Role.SUPERVISOR].assignments.all().delete()
        assert list(find()) == [looked.county.force]


class TestSampledBefore:
    def test_are_the_cases_of_earlier_samples(self, looked):
        assert queries.sampled_before(looked.county.force.pk) == frozenset()
        drawn(looked)
        assert queries.sampled_before(looked.county.force.pk) == {f"casework.case:{looked.case.pk}"}
