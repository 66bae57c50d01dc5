"""What may be said in public of an inspection and its answer, and how lateness follows from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from answerable.languages import message

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class ReasonMissing(ValueError):
    """Nobody said why."""


@dataclass(frozen=True, slots=True)
class PublicFacts:
    """The public facts of an inspection: finished text and dates."""

    title: str
    published_on: date
    """The civil date on which the inspectorate published."""
    last_lawful_day: date | None
    """Inclusive; None where no statutory clock runs."""
    period_days: int | None
    """Calendar days of the period, the day of publication counted as 1."""
    why_no_clock: str
    """A sentence where there is no clock, else empty."""
    basis_name: str
    basis_citation: str
    inspectorates: tuple[str, ...]
    source_address: str
    earlier_answer_on: date | None = None
    """The civil date of an answer that was published before, on other pages than these."""
    earlier_answer_address: str = ""
    earlier_answer_is_complete: bool | None = None
    """Whether that answer held everything that the law asks for; None where nobody knows."""

    def as_json(self) -> dict[str, Any]:
        """The facts as plain data; `from_json` is its inverse."""
        return asdict(self) | {
            "published_on": self.published_on.isoformat(),
            "last_lawful_day": self.last_lawful_day and self.last_lawful_day.isoformat(),
            "earlier_answer_on": self.earlier_answer_on and self.earlier_answer_on.isoformat(),
            "inspectorates": list(self.inspectorates),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> PublicFacts:
        """The facts from the plain data of `as_json`."""
        last, earlier = data["last_lawful_day"], data.get("earlier_answer_on")
        return cls(
            **data
            | {
                "published_on": date.fromisoformat(data["published_on"]),
                "last_lawful_day": date.fromisoformat(last) if last else None,
                "earlier_answer_on": date.fromisoformat(earlier) if earlier else None,
                "inspectorates": tuple(data["inspectorates"]),
            }
        )


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """The public facts of an inspection, and the body that answers it as it is called today."""

    public: PublicFacts
    body_id: int
    body_name: str
    body_slug: str

    @property
    def answering_body_id(self) -> int:
        """The body whose people act; of a new entry, the body itself."""
        return self.body_id


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What is said of a meeting beside the document of its public part."""

    body_id: int
    body_name: str
    body_slug: str
    title: str
    kind: str
    """In words."""
    on: date
    """The civil date of the meeting."""


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """Who signed the document that is published, in which office, on which civil date."""

    signer_id: int
    signer_name: str
    signed_as: str
    signed_on: date
    content_hash: str
    """The SHA-256 of the canonical bytes that were shown to the signer."""


class VersionKind(StrEnum):
    """Why a version was published."""

    FIRST = "first"
    CORRECTED = "corrected"
    SUPPLEMENTED = "supplemented"
    AFTER_WITHDRAWAL = "after_withdrawal"


class FileFormat(StrEnum):
    """The formats in which a version can be downloaded, beside its page."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]

    @property
    def label(self) -> str:
        return _FORMATS[self]


_MEDIA_TYPES = {
    FileFormat.PDF: "application/pdf",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.ODT: "application/vnd.oasis.opendocument.text",
}
_FORMATS = {
    FileFormat.PDF: "PDF",
    FileFormat.DOCX: message("Word"),
    FileFormat.ODT: message("OpenDocument text"),
}


class Timeliness(StrEnum):
    """How an answer stands to its statutory period on a day."""

    IN_TIME = "in_time"
    LATE = "late"
    RUNNING = "running"
    OVERDUE = "overdue"
    NO_CLOCK_ANSWERED = "no_clock_answered"
    NO_CLOCK_OPEN = "no_clock_open"
    NOT_KNOWN = "not_known"
    """Something was public in time; whether it was everything is not known."""


class Published(Protocol):
    """What decides whether and when a response was wholly public."""

    @property
    def published_on(self) -> date: ...
    @property
    def is_complete(self) -> bool: ...


def answered_on(versions: Iterable[Published]) -> date | None:
    """The civil date on which everything that the law asks for was first public.

    Section 55(5A) of the Police Act 1996 asks for all of it before the end of the period, so a
    version that lacks something does not count. One that was withdrawn later does: it was public
    on its day.
    """
    return min((v.published_on for v in versions if v.is_complete), default=None)


def partly_answered_on(versions: Iterable[Published]) -> date | None:
    """The civil date on which anything was first public, whole or not."""
    return min((v.published_on for v in versions), default=None)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions, in words for the public page."""

    part: str
    """Which part of the response: a heading of the document."""
    says: str
    """"Added", "Removed" or "Changed"."""

    def as_json(self) -> dict[str, str]:
        """The change as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What is said of a version beside its document."""

    kind: VersionKind
    because: str = ""
    """Why there is a further version."""
    changes: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()
    """A sentence for each thing that the law asks for and that it lacks."""
    incomplete_because: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it holds everything that the law asks for."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Standing:
    """Timeliness with its days: late or overdue by, or left (0 on the last lawful day)."""

    timeliness: Timeliness
    days: int | None


def counted_answer(
    *, here_on: date | None, earlier_on: date | None, earlier_is_complete: bool | None
) -> date | None:
    """The civil date of the answer from which timeliness is counted; None if there is none.

    The first that is known to be whole; else an earlier one of which nobody knows whether it is.
    One that is known not to be whole never counts: section 55(5A) of the Police Act 1996 wants
    everything public.

    Args:
        here_on: of the first answer published here.
        earlier_on: of an answer published before, on other pages.
        earlier_is_complete: whether that held everything; None where nobody knows.
    """
    whole = [day for day in (here_on, earlier_on if earlier_is_complete else None) if day]
    if whole:
        return min(whole)
    return earlier_on if earlier_is_complete is None else None


def standing(
    *,
    last_lawful_day: date | None,
    answered_on: date | None,
    on: date,
    perhaps_whole: bool = False,
) -> Standing:
    """Whether the answer was, is or can still be in time.

    Section 55(5A) of the Police Act 1996 asks for publication before the end of the period; so
    an answer published on the last lawful day itself is in time.

    Args:
        last_lawful_day: inclusive; None where no clock runs.
        answered_on: the civil date (Europe/London) of the first publication, or None.
        on: the civil date on which somebody looks.
        perhaps_whole: nobody knows whether that answer held everything. Then it is late if it was
            published late, and otherwise nobody knows whether it was in time.
    """
    if last_lawful_day is None:
        answered = Timeliness.NO_CLOCK_ANSWERED if answered_on else Timeliness.NO_CLOCK_OPEN
        return Standing(answered, None)
    days = ((answered_on or on) - last_lawful_day).days
    if answered_on:
        if days > 0:
            return Standing(Timeliness.LATE, days)
        return Standing(Timeliness.NOT_KNOWN if perhaps_whole else Timeliness.IN_TIME, None)
    if days > 0:
        return Standing(Timeliness.OVERDUE, days)
    return Standing(Timeliness.RUNNING, -days)


def days_taken(*, published_on: date, answered_on: date) -> int:
    """Calendar days used, the day of the inspectorate's publication counted as 1."""
    return (answered_on - published_on).days + 1


def xml_text(text: str) -> str:
    """Text without the characters that no XML document may hold (XML 1.0, section 2.2)."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


WORDS_BELOW_A_BODY = frozenset({"figures", "meetings", "progress", "what-changed"})
"""Parts of addresses that stand where that of an inspection could, and so are none."""


def free_slug(wanted: str, *, is_taken: Callable[[str], bool]) -> str:
    """The wanted part of an address, or the first of its numbered variants that is free."""
    found, number = wanted, 1
    while is_taken(found):
        number += 1
        found = f"{wanted}-{number}"
    return found


def reason(given: str, ask: str) -> str:
    """The reason without blanks around it.

    Raises:
        ReasonMissing: it is empty; says what to do in the words of `ask`.
    """
    if not given.strip():
        raise ReasonMissing(f"{ask} The public page shows the reason.")
    return given.strip()
