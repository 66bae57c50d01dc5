"""A case from its first record to the support worker's screen, and to nobody else's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journeys.cast.caseworkers import Caseworker
from tests.journeys.office import COUNTY, OTHER_COUNTY
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    "stage", [{}, {"java_script_enabled": False}], ids=["script", "no-script"], indirect=True
)
def test_a_case_reaches_those_who_work_on_it_and_nobody_else(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    reference = f"PE/{len(request.node.name)}/26"

    investigator = stage.colleague(Caseworker, f"{COUNTY} Investigator")
    investigator.adds_case(reference, date(2026, 5, 30))
    investigator.sees("The case is assigned to you.", reference)
    case = investigator.page.url

    supervisor = stage.colleague(Caseworker, f"{COUNTY} Supervisor")
    supervisor.looks_up(reference)
    supervisor.gives_reason("To supervise or review the investigation")
    supervisor.shares_with(f"{COUNTY} Support")
    supervisor.assigns(f"{COUNTY} Support worker, Support worker, {COUNTY} Support")

    worker = stage.colleague(Caseworker, f"{COUNTY} Support worker")
    worker.opens("/cases/")
    worker.does_not_see(reference)
    worker.opens(case)
    worker.sees("The case is assigned to you.", "None that is yours to read")

    stranger = stage.colleague(Caseworker, f"{OTHER_COUNTY} Support worker")
    assert stranger.page.request.get(case).status == 404

    supervisor.opens(case)
    supervisor.ends(f"the work of {COUNTY} Support worker")
    worker.opens(case)
    worker.sees_heading("Open Case")
    worker.gives_reason("To cover for a colleague who is away", "work")
    worker.sees("Say in a sentence why you need this case")
