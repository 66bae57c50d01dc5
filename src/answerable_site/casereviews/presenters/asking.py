"""What each page that asks one thing is called, and what its button says."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from answerable_site.design.asking import Question

_ASKED: Final = {
    "plan": Question(
        "Plan a review of case files",
        "Plan the review",
        "What is planned can be read until the frame is frozen; questions and cases stay as they "
        "are then.",
    ),
    "freeze": Question(
        "Freeze the frame",
        "Freeze the frame",
        "Every case of the days and kinds that were chosen is written down as it stands today, and "
        "the list gets a hash. Nothing can be added or left out after that. The record names every "
        "case that was looked at.",
    ),
    "assign": Question("Hand the files to reviewers", "Hand them out"),
    "take_back": Question(
        "Take a file back",
        "Take it back",
        "What the reviewer said so far counts no more, and the case closes to them. Hand the file "
        "to somebody else then.",
    ),
    "missing": Question(
        "The file cannot be found",
        "Record that it is missing",
        "That is a finding. No other file takes its place, and what you rated so far is dropped.",
    ),
    "close": Question(
        "Close the review",
        "Close it",
        "Reviewers read the files no longer. Results can be prepared for the policing body once "
        "every file is scored and every difference decided.",
    ),
    "prepare": Question(
        "Prepare results for the policing body",
        "Prepare them",
        "Shares with their intervals go out, where they are of enough files; counts of files never "
        "do. A figure checker of the force looks at them and releases them.",
    ),
    "convene": Question(
        "Begin a scrutiny panel",
        "Begin the panel",
        "An administrator gives independent people the role of a member. They read anonymised "
        "bundles and no case, and cannot reopen one.",
    ),
    "add_sitting": Question("Plan a sitting", "Plan the sitting"),
    "open_discussion": Question(
        "Begin the discussion",
        "Begin the discussion",
        "Members see what the others said from then on, and nobody changes a score any more.",
    ),
    "write_bundle": Question("Write a bundle for a scrutiny panel", "Keep the bundle"),
    "withdraw_bundle": Question("Withdraw this bundle", "Withdraw it"),
    "score_bundle": Question(
        "What do you think of it?",
        "Keep my score",
        "Nobody sees it before the discussion. If you said something before, this takes its place.",
    ),
    "conclude": Question(
        "What did the panel come to?",
        "Record the conclusion",
        "The force reads it. No case is reopened by it. Without a conclusion the bundle comes back "
        "to the next sitting.",
    ),
    "withdraw": Question("Withdraw these results", "Withdraw them"),
}


def question(what: str, *, caption: str, back: str, back_text: str) -> Question:
    """A page that asks.

    Args:
        what: the name of its route in this app.
        caption: what it is about.
        back: the address of the page before, and what that is called.
    """
    return replace(_ASKED[what], caption=caption, back=back, back_text=back_text)
