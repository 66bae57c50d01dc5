from __future__ import annotations

from datetime import date

import pytest

from answerable_site.audit.queries import verify
from answerable_site.config.demonstration.loading import load
from answerable_site.publication.models import PublicResponse

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


# A leap day; and Easter Sunday, on which clocks go forward, with bank holidays around it.
class TestLoad:
    @pytest.mark.parametrize("day", [date(2024, 2, 29), date(2024, 3, 31)])
    def test_works_on_any_day_in_order_and_does_nothing_after_it(self, day, settings, tmp_path):
        settings.CUTS = tmp_path / "cuts"
        load(today=day, say=lambda _message: None)
        assert PublicResponse.objects.latest("published_on").published_on < day
        assert verify().faults == ()
