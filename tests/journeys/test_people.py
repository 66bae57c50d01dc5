"""Publishers need two administrators, and publishing needs two people."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from tests.journeys.cast.others import Publisher, Signatory
from tests.journeys.cast.person import READING_SECONDS
from tests.journeys.office import PREPARED, SIGNED
from tests.journeys.serving import Site
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "a long invented phrase"


def test_a_publisher_counts_once_a_second_administrator_has_confirmed(
    stage: Stage, site: Site
) -> None:
    first = stage.administrator(SIGNED)
    first.adds_person(
        name="Petra Newcomer",
        email="petra.newcomer@example.org",
        role="Publisher",
    )
    first.sees("gets an e-mail to choose a password")
    first.opens("/people/")
    first.follows("Petra Newcomer")
    assert first.page.get_by_role("button", name="Confirm this role").count() == 0

    newcomer = stage.enter(Publisher)
    newcomer.opens(_link_for("petra.newcomer@example.org", site))
    newcomer.fills("New password", PASSWORD)
    newcomer.presses("Save the password")
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


def _link_for(email: str, site: Site) -> str:
    """Where the e-mail leads by which somebody chooses a password; it is sent in the background."""
    folder = Path(site.environment["ANSWERABLE_DATA"]) / "mail"
    last = time.monotonic() + READING_SECONDS
    while True:
        mails = [path.read_text(encoding="utf-8") for path in folder.glob("*")]
        mine = "".join(mail for mail in mails if f"To: {email}" in mail)
        if found := re.search(r"/people/password/new/\S+", mine):
            return found[0]
        assert time.monotonic() < last, mails
        time.sleep(0.5)


def test_who_signed_does_not_publish_even_as_a_publisher(stage: Stage) -> None:
    delegate = stage.colleague(Signatory, f"{PREPARED} Delegate")
    delegate.opens_for_signature()
    response = delegate.page.url.removesuffix("sign/")
    delegate.signs()
    assert delegate.opens(response + "publish/").status == 403
    delegate.sees("You signed this response. Ask another publisher to publish it.")
