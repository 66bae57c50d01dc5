"""Publishers need two administrators, and publishing needs two people."""

from __future__ import annotations

import pytest
from tests.journeys.cast.others import Publisher, Signatory
from tests.journeys.office import PREPARED, SIGNED
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "a long invented phrase"


def test_a_publisher_counts_once_a_second_administrator_has_confirmed(stage: Stage) -> None:
    first = stage.administrator(SIGNED)
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
    assert newcomer.opens("/due/").status == 403

    second = stage.administrator(SIGNED, "Deputy")
    second.confirms_role_of("Petra Newcomer")

    # Rights that change end every session: nobody works on with those that they had.
    assert newcomer.opens("/due/").url.endswith("/people/sign-in/?next=/due/")
    newcomer.signs_in("petra.newcomer@example.org", PASSWORD)
    newcomer.publishes()
    newcomer.sees("Published")
    stage.reader().finds_response("Lost property in custody suites")


def test_who_signed_does_not_publish_even_as_a_publisher(stage: Stage) -> None:
    delegate = stage.colleague(Signatory, f"{PREPARED} Delegate")
    delegate.opens_for_signature()
    response = delegate.page.url.removesuffix("sign/")
    delegate.signs()
    assert delegate.opens(response + "publish/").status == 403
    delegate.sees("You signed this response. Ask another publisher to publish it.")
