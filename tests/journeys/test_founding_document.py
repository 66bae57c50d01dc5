"""A real document goes through upload, and the register says what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.journeys.stage import Stage

FOUNDING = Path(__file__).parents[3] / "shared/seeds/000_cd99ce74394680ee.txt"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.skipif(not FOUNDING.exists(), reason="the founding document is not on this machine")
def test_the_founding_document_becomes_a_register(stage: Stage) -> None:
    officer = stage.officer("Thornmere")
    officer.adds_document("founding-document.txt", FOUNDING.read_bytes())
    officer.waits_for("The document has been read.")

    officer.begins_to_confirm()
    officer.sees("16 July 2021", "9 September 2021")
    assert officer.page.get_by_label("National or thematic inspection").is_checked()
    officer.confirms_inspection("Office for Policing in Thornmere")

    officer.begins_to_decide()
    assert officer.accepts_the_rest() == 8
    officer.follows("Go to the inspection")
    headings = officer.page.locator(".app-results__heading a").all_inner_texts()
    assert headings == [f"Recommendation {number}" for number in (1, 2, 3, 4, 5, 6, 7, 12)]
    officer.sees("8 to 11: not explained yet.")
    officer.sees("9 September 2021", "8 recommendations, none explained individually.")
    officer.sees("What the local policing body says", "What the chief officer says")
    assert re.search(r"at least \d+ days late", officer.reads())

    for number in ("1", "4"):
        with officer.back_to_this_page():
            officer.follows(f"Recommendation {number}")
            officer.sees("Immediately", "At once; no date is stated.")
    officer.follows("Recommendation 5")
    assert len(officer.points_under("Sub-points")) == 4
