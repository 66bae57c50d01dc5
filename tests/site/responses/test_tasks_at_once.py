"""Several workers at the same e-mail at the same moment: real connections, real locks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import time_machine
from django.core import mail
from django.db import connection, transaction
from tests import factories_dispatches as sending
from tests import factories_responses as cases

from answerable_site.responses import operations, tasks
from answerable_site.responses.models import Dispatch, KeptFile

AT_ONCE = 6


EVERYTHING = "people_organisation, people_user, audit_auditentry, audit_chainhead"
"""The tables from which all rows of the site hang."""
KEPT = {
    "audit_auditentry": "audit_no_truncate",
    "audit_auditedrecord": "audit_no_truncate",
    "casework_caseevent": "casework_event_no_truncate",
}
"""Tables that refuse to be emptied, each with what refuses it."""

pytestmark = pytest.mark.postgres


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """A published response that other connections see; taken away afterwards."""
    if connection.vendor == "sqlite":
        pytest.skip("Threads share no SQLite database in memory; PostgreSQL runs this.")
    with django_db_blocker.unblock(), time_machine.travel(cases.LATER, tick=False):
        try:
            case = cases.case()
            cases.published(case)
            yield case
        finally:
            take_away_everything()


def take_away_everything() -> None:
    """Empty the database of the tests, what refuses that otherwise too."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, refusal in KEPT.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {refusal}")
        cursor.execute(f"TRUNCATE {EVERYTHING} CASCADE")
        for table, refusal in KEPT.items():
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {refusal}")


def all_at_once(act) -> list:
    """What each of several threads came to that do the same at the same moment."""
    ready = Barrier(AT_ONCE)

    def one(_):
        try:
            ready.wait(timeout=10)
            return act()
        except (operations.AlreadyOnItsWay, operations.AlreadySent) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one, range(AT_ONCE)))


class TestAtOnce:
    def test_an_e_mail_goes_out_once(self, committed):
        dispatch = sending.on_its_way(committed)
        all_at_once(lambda: tasks.send_dispatch.call(dispatch.pk))
        assert len(mail.outbox) == 1
        assert KeptFile.objects.count() == 1
        assert Dispatch.objects.get().state == "sent"

    def test_one_press_of_the_button_counts(self, committed):
        outcomes = all_at_once(lambda: sending.on_its_way(committed).state)
        assert sorted(map(str, outcomes)).count("waiting") == 1
        assert outcomes.count(operations.AlreadyOnItsWay) == AT_ONCE - 1
        assert Dispatch.objects.count() == 1
