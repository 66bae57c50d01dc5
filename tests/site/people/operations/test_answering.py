"""What a machine sends under a key is done once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories, factories_machines
from tests.factories_machines import AT

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations
from answerable_site.people.access import Refused
from answerable_site.people.models import KeptAnswer
from answerable_site.people.operations import ANSWERS_KEPT_FOR as KEPT_FOR
from answerable_site.people.rules import PRODUCT

pytestmark = pytest.mark.django_db


@pytest.fixture
def machine() -> factories_machines.Machine:
    return factories_machines.machine(factories.office().force, at=AT)


class Sent:
    """Counts how often something was done."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> operations.GivenAnswer:
        self.times += 1
        return operations.GivenAnswer(202, {"number": self.times})


def answer(machine, act, *, key: str = "a key", fingerprint: str = "f" * 64):
    return operations.answer_once(
        by=machine.viewer(), at=AT, key=key, fingerprint=fingerprint, act=act
    )


class TestAnswerOnce:
    def test_does_it_the_first_time_alone(self, machine):
        sent = Sent()
        first, again = answer(machine, sent), answer(machine, sent)
        assert sent.times == 1
        assert (first.body, first.is_repeated) == ({"number": 1}, False)
        assert (again.body, again.status, again.is_repeated) == ({"number": 1}, 202, True)

    def test_is_refused_for_something_else_under_the_key(self, machine):
        sent = Sent()
        answer(machine, sent)
        with pytest.raises(operations.KeyUsedOtherwise):
            answer(machine, sent, fingerprint="e" * 64)
        assert sent.times == 1

    def test_keeps_nothing_of_what_failed(self, machine):
        def fail():
            raise LookupError

        with pytest.raises(LookupError):
            answer(machine, fail)
        sent = Sent()
        assert answer(machine, sent).body == {"number": 1}

    def test_knows_keys_of_each_machine_apart(self, machine):
        other = factories_machines.machine(factories.office("Larkspur").force, at=AT)
        sent = Sent()
        answer(machine, sent)
        assert answer(other, sent).body == {"number": 2}

    def test_is_refused_to_a_person(self, machine):
        with pytest.raises(Refused):
            operations.answer_once(
                by=machine.administrators[0], at=AT, key="k", fingerprint="f", act=Sent()
            )

    def test_leaves_the_token_in_the_record(self, machine):
        answer(machine, Sent())
        entry = AuditEntry.objects.get(act="people.answer_once")
        assert entry.details["token"] == machine.token.name
        assert "machine account" in entry.acting_as


class TestForgetAnswers:
    def test_erases_those_whose_time_is_over(self, machine):
        answer(machine, Sent())
        assert operations.forget_answers(by=PRODUCT, at=AT + KEPT_FOR) == 0
        assert operations.forget_answers(by=PRODUCT, at=AT + KEPT_FOR + timedelta(seconds=1)) == 1
        assert not KeptAnswer.objects.exists()

    def test_leaves_no_entry_where_there_is_nothing_to_forget(self, machine):
        operations.forget_answers(by=PRODUCT, at=AT)
        assert not AuditEntry.objects.filter(act="people.forget_answers").exists()
