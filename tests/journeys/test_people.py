"""Publishers need two administrators, and publishing needs two people."""

from __future__ import annotations

import pytest
from tests.journeys.cast.others import Publisher
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "a long invented phrase"


def test_a_publisher_counts_once_a_second_administrator_has_confirmed(stage: Stage) -> None:
    first = stage.administrator("Brackenhope")
    first.adds_person(
        name="Petra Newcomer",
        email="petra.newcomer@example.org",
        password=PASSWORD,
        role="Publisher",
    )
    first.opens("/people/")
    first.follows("Petra Newcomer")
    assert first.page.get_by_role("button", name="Confirm this role").count() == 0

    newcomer = stage.enter(Publisher)
    newcomer.signs_in("petra.newcomer@example.org", PASSWORD)
    assert newcomer.opens("/public/entries/waiting/").status == 403

    second = stage.administrator("Brackenhope", "Deputy")
    second.confirms_role_of("Petra Newcomer")

    assert newcomer.opens("/public/entries/waiting/").status == 200
    newcomer.opens("/people/account/")
    newcomer.sees("Publisher", "Office for Policing in Brackenhope")
