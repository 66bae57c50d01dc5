"""A released figure becomes evidence of a commitment."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories_followup
from tests.factories_cuts import AT, viewer
from tests.factories_figures import WHY, answered, protected, released

from answerable_site.figures import operations
from answerable_site.followup.models import Evidence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(settings, tmp_path):
    settings.CUTS = tmp_path / "cuts"
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


@pytest.fixture
def figures(followed):
    return released(protected(answered(followed.office.force)))


@pytest.fixture
def address(figures):
    return reverse("home:hand_figure", args=[figures.pk, 0])


def client(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


def test_with_its_sentence_its_day_and_where_it_is_read(followed, figures, address):
    officer = client(followed.office.officer)
    assert address in officer.get(reverse("figures:released", args=[figures.pk])).text
    answer = officer.post(address, {"commitment": followed.commitment.pk})
    assert answer["Location"] == reverse("followup:commitment", args=[followed.commitment.pk])
    evidence = Evidence.objects.get()
    assert (evidence.kind, evidence.on) == ("measure", figures.as_of)
    assert evidence.title == "Victims told of decisions in time, by decision"
    assert evidence.words == figures.figures[0].sentence
    assert evidence.measure == "victims_told"
    assert evidence.address.endswith(reverse("figures:released", args=[figures.pk]))


def test_of_no_commitment_that_one_does_not_work_on(followed, address):
    page = client(followed.office.holder).get(address)
    assert "There is no open commitment that you work on." in page.text
    client(followed.office.holder).post(address, {"commitment": followed.commitment.pk})
    assert not Evidence.objects.exists()


def test_not_once_it_was_withdrawn(followed, figures, address):
    operations.withdraw_figures(by=viewer(followed.office.force), at=AT, released=figures, why=WHY)
    assert client(followed.office.officer).get(address).status_code == 404


def test_not_of_a_figure_that_there_is_not(followed, figures):
    address = reverse("home:hand_figure", args=[figures.pk, 1])
    assert client(followed.office.officer).get(address).status_code == 404
