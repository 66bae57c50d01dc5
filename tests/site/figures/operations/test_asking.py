"""A cut that no worker has is ended, and no other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.factories_cuts import AT, asked

from answerable_site.figures import operations
from answerable_site.figures.rules import CutState
from answerable_site.people.rules import PRODUCT

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


class TestEndingACutLeftBehind:
    def test_refuses_one_that_waited_for_more_than_a_day(self, county):
        queued = asked(county.force)
        operations.end_cut_left_behind(
            by=PRODUCT, at=AT + A_DAY + timedelta(seconds=1), queued=queued
        )
        queued.refresh_from_db()
        assert queued.state == CutState.REFUSED

    def test_leaves_one_that_a_worker_took_up_meanwhile(self, county):
        queued = asked(county.force)
        taken_up = AT + A_DAY + timedelta(minutes=1)
        operations.begin_cut(by=PRODUCT, at=taken_up, queued_id=queued.pk, step="Reading cases")
        with pytest.raises(operations.CutOvertaken, match="A worker has this cut"):
            operations.end_cut_left_behind(
                by=PRODUCT, at=taken_up + timedelta(minutes=1), queued=queued
            )
