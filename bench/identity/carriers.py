"""Sentences of casework in which identifiers are planted, by kind."""

from __future__ import annotations

TUNED = (
    "The victim gave {it} when asked how to be reached.",
    "Recorded on the form: {it}.",
    "In the call of Tuesday the suspect mentioned {it} twice, and the officer wrote it down.",
    "{it} was read out in the interview.",
    "See {it}, found on the second page of the notes.",
    "Please use {it}; the earlier one was wrong.",
    "The prosecutor’s letter named {it} (this should not be in it).",
    "Details held: {it}, checked with the ISVA on 3 March 2026 at 10.30.",
    "She wrote\n{it}\non a slip of paper.",
    "Action 4: ask about “{it}” before the meeting.",
)
MEASURED = (
    "The note on the fridge said {it}, in blue ink.",
    "I called back on Wednesday and was given {it} instead.",
    "Contact: {it}",
    "Her statement (page 3) has {it} in the second line; take it out.",
    "OIC to check {it} against the log of 14 May 2026.",
    "“{it}” is what he typed.",
    "Passed to the CPS with {it} at 09.40 by mistake.",
    "- {it}\n- statement outstanding",
    "update for vic: use {it} from now on",
    "Nothing is known about {it}, which the ISVA found.",
    "The letter went to {it}; no answer by the 28th.",
)
TUNED_ANNOUNCED = {
    "birth": (
        "The suspect was born on {it} and lives with his parents.",
        "DOB {it}, no fixed abode.",
        "Date of birth: {it}. Reported on 3 March 2026.",
        "The victim (d.o.b. {it}) was told by telephone.",
        "His date of birth is {it}.",
        "Witness, {it} (DOB), was at work.",
        "Suspect 1, age 34, {it}, was bailed.",
        "She was born {it}.",
    ),
    "bank": (
        "Money went to {it} on that night.",
        "The transfer shows {it} as its payee.",
        "Bank details: {it}, in the victim’s own name.",
    ),
}
MEASURED_ANNOUNCED = {
    "birth": (
        "Suspect (DOB {it}) was released under investigation on 4 May 2026.",
        "Her date of birth was given as {it}.",
        "born {it}, lives with an aunt",
        "He was born on {it}, so he was a child then.",
        "DoB - {it}",
        "Aged 41 ({it}), no previous convictions.",
        "Birth date {it}; told on 4 May 2026.",
    ),
    "bank": (
        "He asked her to pay {it} before Friday.",
        "Refund to {it}, as on the form.",
    ),
}
"""A date is one of birth only where something says so, and eight figures an account."""
