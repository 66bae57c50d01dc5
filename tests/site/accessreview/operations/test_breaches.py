from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_looks
from tests.factories_cases import AT

from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.models import Breach, BreachEvent
from answerable_site.accessreview.rules.breaches import (
    BreachFacts,
    BreachStep,
    MomentOutOfPlace,
    Regime,
    WordsMissing,
)
from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
FACTS = BreachFacts(
    regime=Regime.PART_3,
    became_known_at=AT,
    what_happened="A list of case numbers went to the wrong address.",
    kinds_of_data="Case numbers.",
    people_concerned=None,
    consequences="None is likely.",
    measures="The message was deleted.",
)


def recorded(looked, by=None, **facts) -> Breach:
    given = {"at": AT + HOUR, "organisation": looked.county.force, "facts": FACTS} | facts
    return operations.record_breach(by=by or looked.auditor, **given)


def add(looked, breach, step=BreachStep.COMMISSIONER_TOLD, hours=2, words="", by=None):
    return operations.add_breach_event(
        by=by or looked.auditor,
        at=AT + 100 * HOUR,
        breach=breach,
        step=step,
        happened_at=AT + hours * HOUR,
        words=words,
    )


class TestRecordBreach:
    def test_starts_a_clock_that_the_auditor_sees(self, looked):
        breach = recorded(looked)
        assert list(queries.breaches_with_a_running_clock(looked.auditor)) == [breach]

    def test_is_seen_by_no_auditor_of_another_organisation(self, looked):
        recorded(looked)
        other = factories_looks.looked("Sallowfen", "9/26")
        assert not queries.breaches_visible_to(other.auditor).exists()

    def test_may_name_the_broken_glass_that_led_to_it(self, looked):
        assert recorded(looked, opening=looked.opening).opening == looked.opening

    def test_is_refused_to_anybody_else(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        for by in (looked.supervisor, other.auditor):
            with pytest.raises(Refused):
                recorded(looked, by)

    def test_is_refused_with_the_broken_glass_of_another_force(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        with pytest.raises(Refused):
            recorded(looked, opening=other.opening)

    def test_is_refused_for_a_moment_to_come(self, looked):
        with pytest.raises(MomentOutOfPlace):
            recorded(looked, at=AT - HOUR)

    def test_leaves_one_entry_without_what_happened(self, looked):
        before = AuditEntry.objects.count()
        recorded(looked)
        assert AuditEntry.objects.count() == before + 1
        assert "wrong address" not in AuditEntry.objects.latest("sequence").content


class TestAddBreachEvent:
    @pytest.mark.parametrize(
        ("step", "words"),
        [(BreachStep.COMMISSIONER_TOLD, ""), (BreachStep.COMMISSIONER_NOT_TOLD, "No risk.")],
    )
    def test_stops_the_clock(self, looked, step, words):
        add(looked, recorded(looked), step, words=words)
        assert not queries.breaches_with_a_running_clock(looked.auditor).exists()

    def test_lets_the_clock_run_when_only_the_people_were_told(self, looked):
        add(looked, recorded(looked), BreachStep.PEOPLE_TOLD)
        assert queries.breaches_with_a_running_clock(looked.auditor).exists()

    def test_asks_for_the_reasons_of_a_delay(self, looked):
        breach = recorded(looked)
        with pytest.raises(WordsMissing):
            add(looked, breach, hours=73)
        add(looked, breach, hours=73, words="The scope was not known.")
        assert BreachEvent.objects.get().words == "The scope was not known."

    def test_is_refused_to_anybody_else(self, looked):
        breach = recorded(looked)
        other = factories_looks.looked("Sallowfen", "9/26")
        for by in (looked.supervisor, other.auditor):
            with pytest.raises(Refused):
                add(looked, breach, by=by)

    def test_leaves_one_entry_and_overwrites_nothing(self, looked):
        breach = recorded(looked)
        before = AuditEntry.objects.count()
        add(looked, breach)
        assert AuditEntry.objects.count() == before + 1
        breach.refresh_from_db()
        assert breach.what_happened == FACTS.what_happened
