"""An extract with two bad rows: looked at, loaded, corrected, sent again, compared, undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests import factories_loads
from tests.factories_loads import DECIDED, REPORTED
from tests.journeys.cast.loader import Loader
from tests.journeys.office import COUNTY
from tests.journeys.stage import DESK, PHONE, Stage
from tests.library.mappings import making

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AS_AT = date(2026, 5, 31)
WHY = "The file was of another year."


@pytest.mark.parametrize(
    ("size", "name", "first"),
    [(DESK, "at-a-desk", 101), (PHONE, "on-a-phone", 201)],
    ids=["1280", "360"],
)
def test_an_extract_is_loaded_corrected_compared_and_undone(
    stage: Stage, size: ViewportSize, name: str, first: int
) -> None:
    described = factories_loads.profile(name=name)
    good, second, bad, worse = (f"X/{number}" for number in range(first, first + 4))
    rows = [
        {**DECIDED, "ref": good},
        {**DECIDED, "ref": second},
        {**DECIDED, "ref": bad, "outcome": "none such"},
        {**REPORTED, "ref": worse, "reported": "31/02/2024"},
    ]
    loader = stage.colleague(Loader, f"{COUNTY} Supervisor")
    loader.page.set_viewport_size(size)
    loader.looks_at_shipped_profile()
    loader.holds_profile(name, msgspec.json.encode(described))

    loader.sends_extract(making.text(rows, described), source=_source(name), as_at=AS_AT)
    loader.sees("Row 4", "Row 5", "Rows that would be set aside")
    assert loader.narrow_enough()
    loader.loads_it()
    loader.sees("2 of 4 rows told something new", "will be erased on")

    loader.follows("Correct the rows that wait")
    loader.follows("Row 4")
    loader.fills("Outcome", "16")
    loader.presses("Offer it again")
    loader.sees("Row 4 was loaded as corrected.")
    loader.follows("The load")
    corrected = loader.page.url.rstrip("/").rsplit("/", 1)[-1]

    rows[1] = {**DECIDED, "ref": second, "decided": "09/03/2024"}
    rows[0] = {**REPORTED, "ref": good}
    rows[2]["outcome"] = "16"
    rows[3]["reported"] = "01/03/2024"
    loader.sends_extract(
        making.text(rows, described),
        source=_source(name),
        as_at=AS_AT,
        corrects=f"Yes, load {corrected}: {name} of 31 May 2026",
    )
    loader.sees("What it tells otherwise", "No longer told")
    assert loader.narrow_enough()
    loader.follows("See it event by event")
    loader.sees("9 March 2024", "No longer told", good, second, worse)
    assert loader.narrow_enough()
    loader.follows("What would come of the extract")
    loader.loads_it()
    loader.sees("What it told otherwise")
    loader.follows("See it event by event")
    loader.sees("10 March 2024", "9 March 2024", second)
    listed = loader.downloads("Take all of it away as a file").decode("utf-8-sig")
    assert "9 March 2024" in listed

    loader.follows("The load")
    loader.follows("Undo this load")
    loader.fills("Why?", WHY)
    loader.presses("Undo the load")
    loader.sees("The load was undone.", WHY)
    loader.does_not_see("See it event by event")


def _source(name: str) -> str:
    return f"{name}, {COUNTY} Police"
