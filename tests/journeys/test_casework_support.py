"""Two victims, two services, one case: neither support worker sees the other’s client."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journeys.cast.caseworkers import Caseworker
from tests.journeys.county import SHARED, SUBMITTED
from tests.journeys.office import COUNTY, OTHER_COUNTY
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAID = "I want to know before the suspect does."


def test_a_support_worker_sees_their_own_client_and_no_other(stage: Stage) -> None:
    worker = stage.colleague(Caseworker, f"{COUNTY} Support worker")
    worker.opens(stage.site.pages[SHARED])
    worker.sees("victim 1")
    worker.does_not_see("victim 2", "Victim 2", f"{OTHER_COUNTY} Support")
    worker.unfolds("What each of you sees")
    worker.sees("They see what concerns the victims whom their own service supports")

    worker.begins_to_record("What the victim wants")
    worker.does_not_see("Victim 2")
    worker.fills_date("On which day did they say so?", date(2026, 6, 2))
    worker.chooses("Before the victim’s account")
    worker.selects("What is it about?", "A decision")
    worker.fills("What do they want, in their own words?", SAID)
    worker.chooses("Their support worker")
    worker.records_it()
    worker.sees(SAID)

    neighbour = stage.colleague(Caseworker, f"{OTHER_COUNTY} Support worker")
    neighbour.opens(stage.site.pages[SHARED])
    neighbour.sees("victim 2")
    neighbour.does_not_see("victim 1", "Victim 1", SAID)

    investigator = stage.colleague(Caseworker, f"{COUNTY} Investigator")
    investigator.opens(stage.site.pages[SHARED])
    investigator.sees("victim 1", "victim 2", SAID)

    for one in (worker, neighbour):
        assert one.page.request.get(stage.site.pages[SUBMITTED]).status == 404
