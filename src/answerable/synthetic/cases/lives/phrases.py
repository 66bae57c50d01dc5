"""The few words that invented people write. None names anybody, and all say what they are."""

from __future__ import annotations

STRATEGIES = (
    "SYNTHETIC: suspect-focused; early account; phone of the suspect first.",
    "SYNTHETIC: secure the scene and the messages, then the witnesses.",
    "SYNTHETIC: look at the pattern of behaviour before the offence.",
)
ITEMS = (
    "SYNTHETIC: statement of the first person told.",
    "SYNTHETIC: footage of the street for the evening.",
    "SYNTHETIC: messages between the two for one month.",
    "SYNTHETIC: result of the forensic examination.",
    "SYNTHETIC: schedule of unused material.",
)
WHY_MOVED = (
    "SYNTHETIC: the laboratory is behind.",
    "SYNTHETIC: the officer was on another case.",
)
WHY_UP = ("SYNTHETIC: not answered after a reminder.",)
REVIEWS = (
    "SYNTHETIC: on course; go on as planned.",
    "SYNTHETIC: behind the plan; two items to be finished first.",
    "SYNTHETIC: contact with the victim kept; next review agreed.",
)
WHY_NO_ADVICE = (
    "",
    "none",
    "SYNTHETIC: the victim asked that nothing more be done.",
    "SYNTHETIC: the suspect is not known and all lines are followed.",
)
ADVICE_QUESTIONS = ("SYNTHETIC: which material should be asked for, and for how long a time?",)
WHY_ADVICE_REFUSED = ("", "SYNTHETIC: too early; ask again after the first account.")
PARAMETERS = ("", "SYNTHETIC: the suspect’s phone for two months, no third-party material yet.")
ADVICE_STRATEGIES = ("", "SYNTHETIC: build the case on the first complaint and the messages.")
VICTIMS_WORDS = (
    "",
    "SYNTHETIC: I do not want to go on with this.",
    "SYNTHETIC: I want to get on with my life.",
    "SYNTHETIC: I only wanted it to be written down.",
)
TRIED = ("SYNTHETIC: called three times, wrote once.",)
RATIONALES = (
    "",
    "SYNTHETIC: the evidence was weighed and the reasons are in the file.",
    "SYNTHETIC: no further line of enquiry is left.",
)
WHY_RETURNED = (
    "SYNTHETIC: the schedule of unused material is missing.",
    "SYNTHETIC: the phone report is missing.",
)
WHY_NO_CRIME = ("SYNTHETIC: see the note of the crime registrar.",)
LETTERS = ("SYNTHETIC: about the file.", "SYNTHETIC: about the action plan.")
WHY_DISAGREED = ("SYNTHETIC: the messages were not given enough weight.",)
WHY_GIVEN_UP = ("SYNTHETIC: no answer to any attempt.",)
REVIEW_WORDS = ("", "SYNTHETIC: I would like somebody else to look at this.")
"""Where a text may be missing the first is empty."""
