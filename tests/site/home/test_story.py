"""The page of the whole story of a recommendation."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories, factories_followup
from tests.factories_cuts import AT, viewer
from tests.factories_figures import WHY, answered, protected, released

from answerable_site.figures import operations

pytestmark = pytest.mark.django_db
TITLE = "Victims told of decisions in time"


@pytest.fixture(autouse=True)
def now(settings, tmp_path):
    settings.CUTS = tmp_path / "cuts"
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


@pytest.fixture
def address(followed):
    return reverse("home:story", args=[followed.commitment.recommendation_id])


@pytest.fixture
def figures(followed):
    """Released, and handed to follow-up in the browser."""
    found = released(protected(answered(followed.office.force)))
    hand = reverse("home:hand_figure", args=[found.pk, 0])
    client(followed.office.officer).post(hand, {"commitment": followed.commitment.pk})
    return found


def client(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


def read(person, address) -> str:
    answer = client(person).get(address)
    assert answer.status_code == 200
    return answer.text


def test_is_reached_from_the_recommendation_and_from_the_commitment(followed, address):
    for route, key in (
        ("register:recommendation", followed.commitment.recommendation_id),
        ("followup:commitment", followed.commitment.pk),
    ):
        assert address in read(followed.office.officer, reverse(route, args=[key]))


def test_tells_what_was_asked_answered_and_done(followed, address):
    page = read(followed.office.officer, address)
    assert followed.commitment.recommendation.text in page
    assert followed.inspection.title in page
    assert reverse("followup:commitment", args=[followed.commitment.pk]) in page
    assert "No measure serves this recommendation." in page


@pytest.mark.parametrize("who", ["officer", "holder", "chief"])
def test_tells_the_body_and_the_force_whether_it_worked(followed, figures, address, who):
    page = read(getattr(followed.office, who), address)
    for said in (
        *(TITLE, "61%: 95 of 155", "31 March 2026", "No earlier figure was released"),
        reverse("figures:released", args=[figures.pk]),
    ):
        assert said in page


def test_shows_no_figure_that_was_withdrawn(followed, figures, address):
    operations.withdraw_figures(by=viewer(followed.office.force), at=AT, released=figures, why=WHY)
    page = read(followed.office.officer, address)
    assert "61%" not in page
    assert "No figure was released of:" in page


def test_does_not_exist_for_another_office(address):
    foreign = factories.office("Sallowfen")
    assert client(foreign.officer).get(address).status_code == 404


def test_is_not_for_the_public(figures, address):
    assert Client().get(address).status_code == 302
