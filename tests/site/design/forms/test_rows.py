from __future__ import annotations

import pytest
from django import forms
from tests import factories

from answerable_site.design import forms as design
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind

pytestmark = pytest.mark.django_db


class Asked(forms.Form):
    place = design.ModelChoiceField(None, label="Where?")


@pytest.fixture
def rows():
    for name in ("Exmere", "Sallowfen"):
        factories.organisation(name, OrganisationKind.INSPECTORATE, "")
    return Organisation.objects.order_by("name")


class TestOffer:
    def test_shows_each_row_by_its_name(self, rows):
        form = Asked()
        design.offer(form, "place", rows)
        assert [label for _, label in form.fields["place"].choices] == ["Exmere", "Sallowfen"]

    def test_takes_none_that_was_not_offered(self, rows):
        form = Asked({"place": rows[1].pk})
        design.offer(form, "place", rows.filter(name="Exmere"))
        assert not form.is_valid()

    def test_still_asks_about_a_single_row(self, rows):
        form = Asked()
        design.offer(form, "place", rows.filter(name="Exmere"))
        assert not form.fields["place"].widget.is_hidden


class TestOfferUnlessSingle:
    def test_asks_where_there_are_several(self, rows):
        form = Asked()
        design.offer_unless_single(form, "place", rows)
        assert not form.fields["place"].widget.is_hidden

    def test_takes_a_single_row_and_does_not_ask(self, rows):
        form = Asked()
        design.offer_unless_single(form, "place", rows.filter(name="Exmere"))
        assert form.fields["place"].widget.is_hidden
        assert form["place"].value() == rows[0].pk
