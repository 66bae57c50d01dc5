"""Copies of what is published go out, each with its proof, and an auditor finds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.journeys.serving import Site
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Lost property in custody suites"
INSPECTORS = "Send a copy to the inspectors of constabulary"
SECRETARY = "Send a copy to the Secretary of State"


@pytest.mark.parametrize(
    ("stage", "office"),
    [
        pytest.param({}, "Elderholt", id="with JavaScript"),
        pytest.param({"java_script_enabled": False}, "Farrowby", id="without JavaScript"),
    ],
    indirect=["stage"],
)
def test_copies_go_out_and_are_proved(stage: Stage, site: Site, office: str) -> None:
    officer = stage.officer(office)
    officer.opens_answered(TITLE)
    slip = b"%PDF-1.7 a scan of the slip"
    officer.records_posting(
        INSPECTORS, to="Inspectors of constabulary", proof="Recorded delivery 4711.", file=slip
    )
    officer.sees("Sent by post to Inspectors of constabulary", "Recorded delivery 4711.")
    assert officer.downloads("slip.pdf") == slip

    address = f"secretary@{office.lower()}.example"
    officer.opens_answered(TITLE)
    officer.looks_at_mail(SECRETARY, to="The Secretary of State", address=address)
    officer.sees("This goes out", address, TITLE, ".pdf")
    officer.presses("Send now")
    officer.comes_to_see("The mail server took the e-mail")
    assert [mail.count(TITLE) > 0 for mail in _mails_to(address, site)] == [True]

    officer.opens_answered(TITLE)
    officer.follows("Evaluation: every step, its date and its proof")
    officer.sees("Copy to the inspectors of constabulary", "slip.pdf", "Recorded delivery 4711.")
    officer.sees("Copy to the Secretary of State", "by e-mail from Answerable", address)
    assert officer.downloads("Download as one document (PDF)").startswith(b"%PDF-")


def _mails_to(address: str, site: Site) -> list[str]:
    """Every e-mail that went to an address; the site writes each into a file."""
    folder = Path(site.environment["ANSWERABLE_DATA"]) / "mail"
    mails = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
    return [mail for mail in mails if f"To: {address}" in mail]
