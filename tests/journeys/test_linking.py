"""Prosecutors write a reference wrongly: a link is proposed, accepted, confirmed and ended."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests import factories_loads
from tests.factories_loads import REPORTED
from tests.journeys.cast.loader import Loader
from tests.journeys.office import COUNTY
from tests.journeys.stage import PHONE, Stage
from tests.library.mappings import making

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AS_AT = date(2026, 5, 31)
WHY = "The paper file has the other reference on its cover."
MEANT, WRITTEN, OTHER = "X/401", "X/410", "X/777"


def test_a_wrong_reference_is_linked_by_two_people_and_ended_by_one(stage: Stage) -> None:
    supervisor = stage.colleague(Loader, f"{COUNTY} Supervisor")
    manager = stage.colleague(Loader, f"{COUNTY} CPS manager")
    for person in (supervisor, manager):
        person.page.set_viewport_size(PHONE)
    crimes = factories_loads.profile(name="linked-crimes")
    supervisor.holds_profile("linked-crimes", msgspec.json.encode(crimes))
    rows = [{**REPORTED, "ref": reference} for reference in (MEANT, OTHER)]
    supervisor.sends_extract(
        making.text(rows, crimes), source=f"linked-crimes, {COUNTY} Police", as_at=AS_AT
    )
    supervisor.loads_it()

    theirs = factories_loads.later_source(name="linked-decisions")
    manager.holds_profile(
        "linked-decisions", msgspec.json.encode(theirs), about=f"{COUNTY} Police", urn_column="urn"
    )
    told = [{"ref": reference, "decided": "10/03/2024"} for reference in (WRITTEN, OTHER)]
    manager.sends_extract(
        making.text(told, theirs),
        source=f"linked-decisions, CPS {COUNTY}, about {COUNTY} Police",
        as_at=AS_AT,
    )
    manager.loads_it()
    manager.sees("1 of 2 rows told something new")
    manager.presses("Look for cases that they may mean")
    manager.sees("1 reference looked for: 1 new link proposed.")
    assert manager.narrow_enough()
    manager.follows(": a reference in")
    manager.sees(WRITTEN, "Two characters that stand side by side are swapped.")
    manager.does_not_see(MEANT)
    manager.decides_on_link("Accept the link", "Accept it", WHY)
    manager.sees("Another person has to confirm it.")

    supervisor.opens("/loads/links/")
    supervisor.follows(": a reference in")
    supervisor.sees(WRITTEN, MEANT, WHY)
    assert supervisor.narrow_enough()
    supervisor.decides_on_link("Confirm the link", "Confirm it", WHY)
    supervisor.sees("The link stands.")

    manager.comes_to_see("Offer the rows again")
    manager.presses("Offer the rows again")
    manager.sees("Rows loaded: 1.")

    supervisor.decides_on_link("End the link", "End it", "The cover was of another file.")
    supervisor.sees("The link has ended.", "Loads taken back: 1.", f"CPS {COUNTY}")
    assert supervisor.narrow_enough()
