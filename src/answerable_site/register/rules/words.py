"""The words of the register: states, kinds and sources, and what may follow what."""

from __future__ import annotations

from enum import StrEnum


class ReadingState(StrEnum):
    """How far the reading of a document has come."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    REFUSED = "refused"


class Verdict(StrEnum):
    """What a person made of a candidate."""

    ACCEPTED = "accepted"
    """One candidate became one recommendation, perhaps with changed words."""
    SPLIT = "split"
    """One candidate became several recommendations."""
    MERGED = "merged"
    """Several candidates became one recommendation."""
    REJECTED = "rejected"


class RecommendationKind(StrEnum):
    """The three kinds of finding; the law speaks of recommendations only."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    CAUSE_OF_CONCERN = "cause_of_concern"


class InspectionKind(StrEnum):
    """Which bodies an inspection is about."""

    NATIONAL = "national"
    FORCE = "force"
    JOINT = "joint"
    REINSPECTION = "re-inspection"
    LETTER = "letter"


class DateSource(StrEnum):
    """Where the publication date was found. Dates shown on web pages can be those of a site move."""

    DOCUMENT = "document"
    INSPECTORATE_PAGE = "inspectorate_page"
    INSPECTORATE_LETTER = "inspectorate_letter"
    OTHER = "other"


class RecommendationLinkKind(StrEnum):
    """How a recommendation relates to an earlier one. Linked, never merged."""

    REPEATS = "repeats"
    ESCALATED_FROM = "escalated_from"
    SUPERSEDES = "supersedes"
    SAME_FINDING = "same_finding"


class InspectionLinkKind(StrEnum):
    """How a report relates to another."""

    SAME_REPORT = "same_report"
    """The same report entered twice, or published again."""
    NEXT_PHASE = "next_phase"
    """A later part of a series, such as phase two."""
    NATIONAL_AND_FORCE = "national_and_force"
    """A national and a force report with the same findings."""


class AddresseeStatus(StrEnum):
    """What is known of one addressee's own answer to a recommendation."""

    NOTHING_KNOWN = "nothing_known"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DECLINED = "declined"
    DOES_NOT_APPLY = "does_not_apply"
