"""What scrutiny is ruled by: no database, no clock, no Django."""

from answerable_site.followup.rules import NothingSaid, words_in
from answerable_site.scrutiny.rules.facts import (
    CommitmentFacts,
    Danger,
    Earlier,
    ItemFacts,
    Move,
    PackFacts,
    Proof,
    Step,
    View,
)
from answerable_site.scrutiny.rules.meetings import (
    DecisionKind,
    ItemState,
    MeetingKind,
    MeetingState,
    Openness,
    OutOfOrder,
    Presence,
    check_state,
    next_on,
)
from answerable_site.scrutiny.rules.packing import pack_of
from answerable_site.scrutiny.rules.public import (
    Answered,
    Asked,
    Decided,
    NothingPublic,
    Proceedings,
    public_part,
)

__all__ = [
    "Answered",
    "Asked",
    "CommitmentFacts",
    "Danger",
    "Decided",
    "DecisionKind",
    "Earlier",
    "ItemFacts",
    "ItemState",
    "MeetingKind",
    "MeetingState",
    "Move",
    "NothingPublic",
    "NothingSaid",
    "Openness",
    "OutOfOrder",
    "PackFacts",
    "Presence",
    "Proceedings",
    "Proof",
    "Step",
    "View",
    "check_state",
    "next_on",
    "pack_of",
    "public_part",
    "words_in",
]
