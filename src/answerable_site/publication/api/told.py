"""What the public interface tells, field by field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from answerable_site.interface import Told
from answerable_site.publication.rules import Happened, Timeliness, VersionKind


class PublicBody(Told):
    """A body of which something is in the public register."""

    slug: str
    """Its part of addresses; it stays when the body is called otherwise."""
    name: str
    """What it is called in what it published last."""
    former_names: list[str]
    address: str
    """Its public page."""


class PublicFile(Told):
    """A file of a published version, byte for byte as on the day of publication."""

    format: str
    size: int
    """In bytes."""
    sha256: str


class VersionChange(Told):
    """What differs from the version before."""

    part: str
    says: str


class PublicVersion(Told):
    """A published version of a response, without its words."""

    version: int
    kind: VersionKind
    is_complete: bool
    """Whether it holds everything that the law asks for."""
    because: str | None
    """Why there is a further version; null once it was withdrawn."""
    changes: list[VersionChange]
    missing: list[str]
    incomplete_because: str | None
    files: list[PublicFile]
    published_at: datetime
    content_hash: str
    """SHA-256 of the canonical bytes of the signed document."""
    address: str
    """Its permanent page."""
    withdrawn_on: date | None
    withdrawn_because: str | None


class PublicInspectionTold(Told):
    """An inspection in the public register: what was asked, by when, and how it was answered."""

    body_slug: str
    slug: str
    body: str
    """As it was called when the entry was prepared."""
    passed_to: str | None
    """The body that succeeded while the answer was open."""
    passed_on: date | None
    title: str
    inspectorates: list[str]
    published_on: date
    legal_basis: str
    last_lawful_day: date | None
    """Null where no period runs."""
    answered_on: date | None
    answered_in_part_on: date | None
    days_taken: int | None
    period_days: int | None
    timeliness: Timeliness
    """As of `as_of`."""
    days_late: int | None
    withdrawn: bool
    """Whether something was published and no version of it stands."""
    earlier_answer_on: date | None
    earlier_answer_address: str | None
    earlier_answer_is_complete: bool | None
    address: str
    as_of: date
    """The day of which timeliness is told: the day of the request."""
    versions: list[PublicVersion]


class ListedResponse(PublicVersion):
    """A published version in the list of all, with the inspection that it answers."""

    body_slug: str
    inspection_slug: str
    title: str


class PublicResponseTold(ListedResponse):
    """A published version with its words."""

    document: dict[str, Any] | None
    """The signed document in blocks; null once it was withdrawn."""


class ListedFollowUp(Told):
    """What became of the recommendations of an inspection, in numbers."""

    body_slug: str
    inspection_slug: str
    title: str
    as_of: date
    """The day of which it speaks."""
    published_on: date
    recommendations: int
    commitments: int
    late: int
    """Commitments that missed their original date."""
    moved: int
    """Commitments of which the date was moved at least once."""
    closed: int
    """Commitments that the policing body closed on evidence."""
    content_hash: str
    address: str


class View(Told):
    """What one side says of a commitment, and since when. Empty words where it said nothing."""

    words: str
    on: date | None


class Move(Told):
    """A target date that took the place of another."""

    before_on: date
    after_on: date
    told_on: date
    reason: str


class Commitment(Told):
    """What one organisation has to do about a recommendation, and how it stands."""

    organisation: str
    limb: str
    """The sub-point, as printed; empty for the recommendation as a whole."""
    summary: str
    words: str
    original_on: date | None
    whose: str
    target_on: date | None
    timeliness: str
    """In words, always against the original date."""
    is_late: bool
    days_late: int
    done_on: date | None
    closed_on: date | None
    own_view: View
    assurance: View
    inspectorate: View
    moves: list[Move]


class Recommendation(Told):
    """A recommendation and everybody’s commitments about it."""

    number: str
    """As printed: a label and no number."""
    kind: str
    text: str
    commitments: list[Commitment]


class FollowUp(ListedFollowUp):
    """What became of the recommendations of an inspection."""

    told: list[Recommendation]


class ListedDataSet(Told):
    """A data set of figures, as its last edition says."""

    body_slug: str
    slug: str
    title: str
    measure: str
    """The name of the measure, as the page of measures has it."""
    body: str
    number: int
    """That of the edition."""
    published_on: date
    as_of: date
    sentence: str | None
    """Null once the edition was withdrawn."""
    withdrawn_at: datetime | None
    withdrawn_because: str | None
    address: str


class FigureFile(Told):
    """An edition in one format."""

    format: str
    media_type: str
    size: int
    sha256: str
    address: str
    """Where it stands for good."""


class EditionTold(Told):
    """One edition of a data set."""

    number: int
    kind: str
    published_on: date
    as_of: date
    because: str
    """What it corrects; empty where it corrects nothing."""
    withdrawn_at: datetime | None
    withdrawn_because: str | None
    content_hash: str
    address: str


class DataSetTold(ListedDataSet):
    """A data set of figures, with its editions and files."""

    editions: list[EditionTold]
    """The last one first."""
    files: list[FigureFile]
    """Of the last edition; none once it was withdrawn."""
    data: dict[str, Any] | None
    """The figures of the last edition, as its JSON file has them; null once it was withdrawn."""


class ChangeTold(Told):
    """Something that became public, or was taken back."""

    number: int
    """Whatever happens later has a greater one. One act on several data sets has one number."""
    what: Happened
    at: datetime
    body_slug: str
    address: str
    """Its page."""
    data_address: str | None
    """Where this interface tells it; null where it does not."""


class Changes(Told):
    """What happened to what is public, in the order in which it happened."""

    items: list[ChangeTold]
    next: str
    """The address to ask next: at once if there is more, or else later. It stands in the header
    Link too."""
    more: bool
    """Whether there is more already."""


class BulkFile(Told):
    """Everything of one kind in one file, at an address that stays."""

    name: str
    title: str
    media_type: str
    address: str = Field(examples=["https://example.org/public/register.csv"])
