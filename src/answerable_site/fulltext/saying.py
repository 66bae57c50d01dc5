"""What is said to somebody about what they typed."""

from __future__ import annotations

from answerable.languages import say
from answerable_site.fulltext.asked import Asked


def why_nothing_was_asked(asked: Asked) -> str:
    """Why nothing was looked for, although something was typed; empty where something was."""
    if asked:
        return ""
    if asked.was_common:
        return say("These words stand in nearly every text. Add a word that says what it is about.")
    if asked.unwanted:
        return say("Say also what to look for, not only what to leave out.")
    return say("There is no word in this. Type one or more words.")
