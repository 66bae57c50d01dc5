"""How looks and concerns are worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from answerable_site.accessreview.rules.concerns import Concern, Kind
from answerable_site.casework.subjects import number_of

if TYPE_CHECKING:
    from answerable_site.audit.models import AuditedRecord

ACTS: Final = {
    "casework.note_listed": "Saw it in a list",
    "casework.look_up": "Found it by its reference",
    "casework.open_case": "Opened it with a reason",
    "casework.note_read": "Read it",
    "casework.share": "Shared it with another organisation",
    "intake.open_link": "Saw that a link means it",
    "accessreview.ask_hand_out": "Asked for it to be handed out",
    "accessreview.release": "Handed out what is held about it",
    "accessreview.note_file_taken": "Took away what was handed out",
    "intake.note_difference_read": "Read what a corrected extract says of it",
    "intake.note_difference_taken": "Took away what a corrected extract says of it",
}
"""What somebody did with a case, by its name in the audit record."""
KINDS: Final = {
    Kind.DECOY: "Decoy",
    Kind.ATTENTION: "Many people at one case",
    Kind.AFTER_THE_END: "After the work ended",
    Kind.SAME_CASE_AGAIN: "One case again and again",
    Kind.SKIMMED: "Many cases in a row",
    Kind.MUCH_BROKEN_GLASS: "Much broken glass",
    Kind.UNUSUAL_VOLUME: "Many cases in a day",
    Kind.THIN_REASONS: "Thin reasons",
}
CSV_HEADER: Final = ("entry", "at", "person", "acting_as", "act", "case", "reason", "recipients")


@dataclass(frozen=True, slots=True)
class ShownLook:
    """A look as a line of a list."""

    person: int | None
    who: str
    acting_as: str
    case: int
    what: str
    at: datetime
    reason: str
    recipients: str


@dataclass(frozen=True, slots=True)
class ShownConcern:
    """A concern as an item of a list."""

    person: int
    who: str
    kind: str
    why: str
    cases: tuple[int, ...]
    first_at: datetime
    last_at: datetime


def shown_looks(looks: Iterable[AuditedRecord]) -> list[ShownLook]:
    """Lines of a list."""
    return [
        ShownLook(
            person=look.entry.actor_id,
            who=look.entry.actor_name,
            acting_as=look.entry.acting_as,
            case=number_of(look.record),
            what=ACTS.get(look.entry.act, look.entry.act),
            at=look.entry.at,
            reason=look.entry.reason,
            recipients=", ".join(look.entry.recipients),
        )
        for look in looks
    ]


def shown_concerns(concerns: Iterable[Concern], names: Mapping[int, str]) -> list[ShownConcern]:
    """Items of a list, in the order of the rules.

    Args:
        names: of whoever looked, by number.
    """
    return [
        ShownConcern(
            person=one.person,
            who=names.get(one.person, "Somebody whose role ended"),
            kind=KINDS[one.kind],
            why=one.why,
            cases=tuple(number_of(record) for record in one.records),
            first_at=one.first_at,
            last_at=one.last_at,
        )
        for one in concerns
    ]


def csv_row(look: AuditedRecord) -> list[str]:
    """The cells of `CSV_HEADER`."""
    (shown,) = shown_looks([look])
    return [
        str(look.entry.sequence),
        timezone.localtime(shown.at).isoformat(timespec="seconds"),
        shown.who,
        shown.acting_as,
        shown.what,
        str(shown.case),
        shown.reason,
        shown.recipients,
    ]
