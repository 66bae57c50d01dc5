"""What people type when they break the glass."""

from __future__ import annotations

from random import Random

_WHO = (
    "The victim",
    "Her mother",
    "A support worker",
    "The CPS lawyer",
    "The front desk",
    "The duty officer",
)
_WHAT = (
    "rang about the bail date",
    "asked for the return of a phone",
    "needs the crime reference",
    "asked who is the officer in the case",
    "reported a message from the suspect",
    "wants to know whether a decision was made",
    "has a question about special measures",
    "asked for an update before the weekend",
)
_TASKS = (
    "statement due",
    "bail check",
    "update for the victim",
    "disclosure schedule",
    "file for the lawyer",
)
_SHORT = ("cover", "enquiry", "work", "phone call", "check", "update request")
_EXCUSES = ("general enquiry", "case check", "intel check", "as discussed", "work", "", "-")


def proper(chance: Random) -> str:
    """A reason that says who wanted what."""
    return f"{chance.choice(_WHO)} {chance.choice(_WHAT)}."


def for_cover(colleague: int, chance: Random) -> str:
    """A reason of somebody who stands in; some name the task, some say the same for each case."""
    said = f"Covering for officer {colleague} on leave"
    return f"{said}: {chance.choice(_TASKS)}" if chance.random() < 0.7 else said


def hasty(chance: Random) -> str:
    """A word or two."""
    return chance.choice(_SHORT)


def excuse(chance: Random) -> str:
    """What somebody types who has no reason: an honest-looking sentence, or next to nothing."""
    return proper(chance) if chance.random() < 0.5 else chance.choice(_EXCUSES)
