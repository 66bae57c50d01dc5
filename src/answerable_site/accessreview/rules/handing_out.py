"""What of a case goes to whom, when somebody asks what is held."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class Recipient(StrEnum):
    """To whom what is held about a case is handed out."""

    SUBJECT = "subject"
    COURT = "court"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def basis(self) -> str:
        """Under which law they may ask; the organisation decides whether it applies."""
        return _BASES[self]

    @property
    def learns_names_of_staff(self) -> bool:
        """Whether people who worked on the case are named, or only their roles."""
        return self is Recipient.COURT


_LABELS = {
    Recipient.SUBJECT: "The person concerned, or somebody who acts for them",
    Recipient.COURT: "A court, or the prosecution for its duty of disclosure",
}
_BASES = {
    Recipient.SUBJECT: ("section 45 of the Data Protection Act 2018, or Article 15 of the UK GDPR"),
    Recipient.COURT: "an order of the court, or the Criminal Procedure and Investigations Act 1996",
}

Record = Mapping[str, str]
"""One thing that is held: what it is called, and what stands in it."""


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind, each with the same names."""

    title: str
    records: Sequence[Record]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Exactly what goes, and what does not."""

    case: int
    sections: Sequence[Section]
    withheld: Sequence[str]
    """A sentence for each thing that stays, with the reason and how many."""

    @property
    def count(self) -> int:
        """How many records go."""
        return sum(len(section.records) for section in self.sections)


class CountDiffers(ValueError):
    """What was typed is not the number of records; nothing goes."""


def check_count(parcel: Parcel, typed: int) -> None:
    """Raises CountDiffers unless somebody counted what goes.

    Large disclosures by mistake happened because nobody knew how much a file held.
    """
    if typed != parcel.count:
        raise CountDiffers(
            f"The parcel does not hold {typed} records. Look at it again and enter the number that "
            "it shows"
        )


def as_json(parcel: Parcel, *, recipient_name: str, asked_at: datetime) -> str:
    """The file that goes out; the same parcel always gives the same text.

    Args:
        recipient_name: which court or office.
        asked_at: the moment as of which things were held, with a time zone.
    """
    told = {
        "case": parcel.case,
        "as_held_at": asked_at.astimezone(UTC).isoformat(timespec="seconds"),
        "for": recipient_name,
        "records": parcel.count,
        "sections": [
            {"title": section.title, "records": [dict(one) for one in section.records]}
            for section in parcel.sections
        ],
        "withheld": list(parcel.withheld),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
