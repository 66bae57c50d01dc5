"""A passage that is not for publication stands in no file, and readers see that it is missing."""

from __future__ import annotations

import pytest
from tests.journeys.cast.others import Reader
from tests.journeys.stage import Stage

from answerable.documents import read

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Lost property in custody suites"
PASSAGE = "every bag in the store"
FOR_READERS = "It would help a thief."
FILES = ("PDF", "Word", "OpenDocument text", "the signed document as data (JSON)")


@pytest.mark.parametrize(
    ("stage", "office"),
    [
        pytest.param({}, "Cawdale", id="with JavaScript"),
        pytest.param({"java_script_enabled": False}, "Dunmoor", id="without JavaScript"),
    ],
    indirect=["stage"],
)
def test_a_passage_left_out_is_in_no_format(stage: Stage, office: str) -> None:
    holder = stage.holder(office)
    holder.leaves_out(
        TITLE,
        PASSAGE,
        where="The chief officer’s comments",
        reason="It says how much lies there.",
        for_readers=FOR_READERS,
    )
    holder.sees("The passage is left out. The document says so.", PASSAGE)

    officer = stage.officer(office)
    officer.opens_response(TITLE)
    officer.prepares()
    holder.opens_for_signature()
    holder.does_not_see(PASSAGE)
    holder.signs()
    stage.publisher(office).publishes()

    reader = stage.reader()
    reader.opens(f"/public/?body=office-for-policing-in-{office.lower()}")
    reader.follows(TITLE)
    reader.sees("What is left out", FOR_READERS, "We labelled [A passage is left out here.]")
    reader.does_not_see(PASSAGE)
    reader.unfolds("Check that this text is the one that was signed")
    for name in FILES:
        words = _words(reader, name)
        assert FOR_READERS in words, name
        assert PASSAGE not in words, name


def _words(reader: Reader, name: str) -> str:
    """The words of a file, line breaks and JSON's punctuation aside."""
    content = reader.downloads(name)
    text = content.decode() if content.startswith(b"{") else read(content).text
    return " ".join(text.split())
