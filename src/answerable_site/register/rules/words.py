"""The words of the register: states, kinds and sources, each with its label."""

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
    REOPENED = "reopened"
    """The decision before was taken back: the candidate waits for a new one."""


DECIDED = (Verdict.ACCEPTED, Verdict.SPLIT, Verdict.MERGED, Verdict.REJECTED)


class RecommendationKind(StrEnum):
    """The three kinds of finding; the law speaks of recommendations only."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    CAUSE_OF_CONCERN = "cause_of_concern"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class InspectionKind(StrEnum):
    """Which bodies an inspection is about."""

    NATIONAL = "national"
    FORCE = "force"
    JOINT = "joint"
    REINSPECTION = "re-inspection"
    LETTER = "letter"

    @property
    def label(self) -> str:
        return _INSPECTION_KINDS[self]


_INSPECTION_KINDS = {
    InspectionKind.NATIONAL: "National or thematic inspection",
    InspectionKind.FORCE: "Inspection of one force",
    InspectionKind.JOINT: "Joint inspection",
    InspectionKind.REINSPECTION: "Re-inspection or revisit",
    InspectionKind.LETTER: "Letter",
}


class DateSource(StrEnum):
    """Where the publication date was found. A date on a web page can be that of a site move."""

    DOCUMENT = "document"
    INSPECTORATE_PAGE = "inspectorate_page"
    INSPECTORATE_LETTER = "inspectorate_letter"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _DATE_SOURCES[self]


_DATE_SOURCES = {
    DateSource.DOCUMENT: "The document itself",
    DateSource.INSPECTORATE_PAGE: "A page of the inspectorate’s website",
    DateSource.INSPECTORATE_LETTER: "A letter or e-mail from the inspectorate",
    DateSource.OTHER: "Somewhere else",
}


class RecommendationLinkKind(StrEnum):
    """How a recommendation relates to an earlier one. Linked, never merged."""

    REPEATS = "repeats"
    ESCALATED_FROM = "escalated_from"
    SUPERSEDES = "supersedes"
    SAME_FINDING = "same_finding"

    @property
    def label(self) -> str:
        return _RECOMMENDATION_LINKS[self][0]

    @property
    def seen_from_the_other(self) -> str:
        """The same relation, said of the earlier recommendation."""
        return _RECOMMENDATION_LINKS[self][1]


_RECOMMENDATION_LINKS = {
    RecommendationLinkKind.REPEATS: ("Repeats", "Repeated by"),
    RecommendationLinkKind.ESCALATED_FROM: ("Escalated from", "Escalated to"),
    RecommendationLinkKind.SUPERSEDES: ("Supersedes", "Superseded by"),
    RecommendationLinkKind.SAME_FINDING: ("Same finding as", "Same finding as"),
}


class InspectionLinkKind(StrEnum):
    """How a report relates to another."""

    SAME_REPORT = "same_report"
    """The same report entered twice, or published again."""
    NEXT_PHASE = "next_phase"
    """`from_inspection` is a later part of a series than `to_inspection`."""
    NATIONAL_AND_FORCE = "national_and_force"
    """A national and a force report with the same findings: one procedure answers both."""

    @property
    def label(self) -> str:
        return _INSPECTION_LINKS[self][0]

    @property
    def seen_from_the_other(self) -> str:
        """The same relation, said of the other report."""
        return _INSPECTION_LINKS[self][1]


_INSPECTION_LINKS = {
    InspectionLinkKind.SAME_REPORT: ("Same report as", "Same report as"),
    InspectionLinkKind.NEXT_PHASE: ("Later part of the series after", "Followed in the series by"),
    InspectionLinkKind.NATIONAL_AND_FORCE: (
        "National and force report on the same findings",
        "National and force report on the same findings",
    ),
}


class AddresseeStatus(StrEnum):
    """What is known of one addressee's own answer to a recommendation."""

    NOTHING_KNOWN = "nothing_known"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DECLINED = "declined"
    DOES_NOT_APPLY = "does_not_apply"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()
