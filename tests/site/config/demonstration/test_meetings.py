"""The demonstration shows a meeting that was held in public, and one that comes."""

from __future__ import annotations

import pytest
from django.utils import timezone

from answerable_site.publication.models import PublicEdition
from answerable_site.scrutiny.models import AgendaItem, Meeting
from answerable_site.scrutiny.rules import ItemState, MeetingState

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_shows_one_that_was_held_and_one_that_comes(loaded):
    coming, held = Meeting.objects.order_by("-on")
    assert (held.state, coming.state) == (MeetingState.AGREED, MeetingState.PLANNED)
    assert held.on < timezone.localdate() < coming.on
    edition = PublicEdition.objects.get()
    assert edition.released_at.date() < timezone.localdate()
    assert "grievance" not in edition.html
    proposed = AgendaItem.objects.filter(meeting=coming, state=ItemState.PROPOSED)
    assert len(proposed) >= 3
    assert all(one.why for one in proposed)
