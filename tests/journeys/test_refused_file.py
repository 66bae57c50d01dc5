"""A file that cannot be read is answered with a sentence, and nothing is lost."""

from __future__ import annotations

import base64

import pytest
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(
    "stage",
    [
        pytest.param({}, id="with JavaScript"),
        pytest.param({"java_script_enabled": False}, id="without JavaScript"),
    ],
    indirect=True,
)
def test_a_picture_named_pdf_is_refused_in_plain_words(stage: Stage) -> None:
    officer = stage.officer("Brackenhope")
    officer.adds_document("scan.pdf", PICTURE)
    officer.waits_for("Could not be read")
    officer.sees("picture", "Download the file as received")
    assert officer.downloads("Download the file as received") == PICTURE

    officer.follows("enter the inspection by hand")
    officer.sees("The file scan.pdf stays beside it.")
    officer.presses("Enter the inspection")
    officer.sees("There is a problem", "Enter the title of the report")


def test_no_file_at_all_is_asked_for(stage: Stage) -> None:
    officer = stage.officer("Brackenhope")
    officer.opens("/register/documents/add/")
    officer.presses("Add the document")
    officer.sees("There is a problem", "Select a file")
