"""What each page that asks one thing is called, and what its button says."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from answerable_site.design.asking import Question

_ASKED: Final = {
    "open_survey": Question(
        "Open a survey",
        "Open the survey",
        "Support workers of the services in your directory hand out codes for it from then on.",
    ),
    "move_closing_day": Question("Move the last day", "Move the last day"),
    "close_survey": Question(
        "Close the survey",
        "Close it",
        "Codes that were not used are good no longer. What was answered can be read from then on: "
        "figures by you, words by the two coders.",
        warns=True,
    ),
    "give_up_survey": Question(
        "Give the survey up",
        "Give it up",
        "What was answered is erased, and nobody has read it. This cannot be undone.",
        warns=True,
    ),
    "make_codes": Question(
        "Make codes",
        "Make the codes",
        "You see them once. Hand out each to one person, in no order, and write down for nobody "
        "which one they were given.",
    ),
    "record_asked": Question(
        "Record how many were asked",
        "Record it",
        "Numbers alone: nobody’s name and no case. Leave a group empty where you do not know.",
    ),
    "strike_asked": Question(
        "Strike out what was recorded",
        "Strike it out",
        "It stays to be read, and counts no longer.",
    ),
    "enter_answer": Question(
        "Enter an answer from paper or telephone",
        "Send the answer",
        "Type what was said, and nothing else. That you entered it is not kept with it. Destroy "
        "the paper afterwards.",
    ),
    "name_coders": Question("Name the two coders", "Name them"),
    "erase_words": Question(
        "Erase what was written",
        "Erase it",
        "The words are gone for good. Themes stay as counts, the agreement of the coders stays, "
        "and so do quotes that both found safe.",
        warns=True,
    ),
    "offer_quote": Question("Offer a quote", "Offer it", "The other coder looks at it then."),
    "judge_quote": Question("Look at a quote", "Save"),
    "add_finding": Question("Write what victims told, and what changed", "Save"),
    "drop_finding": Question(
        "Leave this out",
        "Leave it out",
        "What was released already stays as it is until the next is released.",
    ),
    "hand_over": Question(
        "Hand it over for release",
        "Hand it over",
        "A publisher reads it and releases it. What is done is told as it stands today.",
    ),
    "add_service": Question(
        "Put a service into the directory",
        "Add the service",
        "Commissioned or not: whoever refers somebody sees it.",
    ),
    "describe_service": Question("Change the entry", "Save"),
    "end_service": Question(
        "Take the service out of the directory",
        "Take it out",
        "Its history stays. Its people can ask nobody in surveys any more.",
        warns=True,
    ),
    "record_capacity": Question(
        "Record a month of capacity",
        "Record it",
        "Of two entries for one month the later counts.",
    ),
    "add_need": Question("Record a need", "Record it"),
    "add_contract": Question("Record a contract", "Record it"),
    "report_outcome": Question("Record an outcome", "Record it"),
    "add_meeting": Question("Add a joint meeting", "Add the meeting"),
    "add_presence": Question("Write down who came", "Save"),
    "agree": Question("Write down what was agreed", "Save"),
    "add_role_page": Question("Explain what an organisation does", "Add the page"),
    "explain_role": Question("Change what the page says", "Save"),
}


def question(
    what: str, *, back: str, back_text: str, caption: str = "", lead: str = ""
) -> Question:
    """The page that asks one thing.

    Args:
        what: the name of its route.
        lead: what is said above the form; what always is where empty.
    """
    asked = _ASKED[what]
    return replace(asked, caption=caption, back=back, back_text=back_text, lead=lead or asked.lead)
