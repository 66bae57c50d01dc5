"""What each page that asks one thing is called, and what its button says."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from answerable_site.design.asking import Question

_ASKED: Final = {
    "add_course": Question(
        "Add a course",
        "Add the course",
        "Its versions, and what counts when, are added to it then.",
    ),
    "add_version": Question(
        "Add a version", "Add the version", "It counts for nothing until you say so."
    ),
    "succeed": Question(
        "Record what succeeds it",
        "Record the successor",
        "This changes no figure. End what the old versions count for, on the day on which they "
        "stop counting.",
    ),
    "add_counting": Question(
        "When does it count?",
        "Record it",
        "It counts towards the figures of each day from the first to the last, whenever somebody "
        "passed it.",
    ),
    "end_counting": Question("When does it stop counting?", "Record the last day"),
    "add_event": Question("Add a course event", "Add the event"),
    "book": Question("Give somebody a place", "Give the place"),
    "record_result": Question(
        "What became of the place?",
        "Record the result",
        "What was recorded before stays. The latest counts.",
    ),
    "open_record": Question(
        "Open a training record",
        "Open the record",
        "Offered are people with a role in your organisation and no record yet. An administrator "
        "adds people to the site.",
    ),
    "add_posting": Question("Add a posting", "Add the posting"),
    "end_posting": Question("When does the posting end?", "Record the last day"),
    "add_qualification": Question(
        "Record a certificate",
        "Record the certificate",
        "For a pass that is not recorded here, such as one at another force.",
    ),
    "add_development": Question("Add professional development", "Add it"),
    "strike": Question(
        "Strike it out",
        "Strike it out",
        "It stays on the page with your reason, and counts for nothing any more. Figures that "
        "were stated stay as they were stated.",
    ),
}


def question(what: str, *, caption: str, back: str, back_text: str) -> Question:
    """A page that asks.

    Args:
        what: the name of its route in this app.
        caption: whom or what it is about.
        back: the address of the page before, and what that is called.
    """
    return replace(_ASKED[what], caption=caption, back=back, back_text=back_text)
