"""What is known of a report and of the response to it, as the other rules take it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.statute import SECTION_55, Clock, LegalBasis, clock_for, why_no_clock
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.words import (
    BindingGround,
    ExcludedPart,
    Language,
    Position,
    RevisionKind,
)

NOT_OWED = (
    f"No statutory clock: the body decided that {SECTION_55.citation} asks it for no response to "
    "this report."
)


def clock_where_owed(
    published_on: date, law: LegalBasis, *, is_owed: bool
) -> tuple[Clock | None, str]:
    """The statutory clock of a response, or none and the sentence that says why.

    Args:
        published_on: the civil date on which the inspectorate published; day 1.
        law: the legal basis of the report.
        is_owed: nobody decided that the law asks for no response.
    """
    clock = clock_for(published_on, law)
    if clock is None:
        return None, why_no_clock(published_on, law)
    return (clock, "") if is_owed else (None, NOT_OWED)


class ExplanationKind(StrEnum):
    """The answers that section 55(5B) of the Police Act 1996 knows, and two forms of the last.

    Both say why the body takes no action here: the recommendation is addressed to others, or
    another response of the body answers it.
    """

    ACTION_TAKEN = "action_taken"
    ACTION_PROPOSED = "action_proposed"
    NONE_AND_WHY = "none_and_why"
    FOR_OTHERS = "for_others"
    ANSWERED_ELSEWHERE = "answered_elsewhere"


@dataclass(frozen=True, slots=True)
class OtherResponseFacts:
    """Another response of the same body, which answers a finding of this report."""

    title: str
    """Of the report that it answers."""
    address: str = ""
    """Of its public page; empty while there is none."""
    is_public: bool = True
    """Whether anybody can read it: a version stands, or it was published in former days."""


@dataclass(frozen=True, slots=True)
class ExplanationFacts:
    """What the body answers to one finding; unfinished while it is a draft."""

    kind: ExplanationKind
    text: str
    due_on: date | None = None
    """For proposed action: the day by which it is to be complete."""
    owner: str = ""
    """For proposed action: who sees to it."""
    language: Language = Language.ENGLISH
    welsh: str = ""
    """The same in Welsh, beside an English text; empty where there is none."""
    position: Position | None = None
    answered_in: OtherResponseFacts | None = None
    """For what is answered elsewhere: where."""
    priorities: tuple[str, ...] = ()
    """Priorities of the Police and Crime Plan that the answer serves."""


@dataclass(frozen=True, slots=True)
class LimbFacts:
    """A printed sub-point, verbatim, with the addressees that it names itself."""

    label: str
    text: str
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A recommendation, area for improvement or cause of concern as the report prints it."""

    id: int
    kind: RecommendationKind
    number: str
    """As printed; empty where none is."""
    text: str
    parent_id: int | None = None
    limbs: tuple[LimbFacts, ...] = ()
    addressees: tuple[str, ...] = ()
    deadline_worded: str = ""
    explanation: ExplanationFacts | None = None


@dataclass(frozen=True, slots=True)
class NumberGapFacts:
    """Numbers that the report does not print, and why."""

    missing: str
    explanation: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The inspection report that is answered."""

    title: str
    published_on: date
    basis: LegalBasis
    inspectorates: tuple[str, ...]
    findings: tuple[FindingFacts, ...]
    """In the order of the report."""
    key_findings: tuple[str, ...] = ()
    number_gaps: tuple[NumberGapFacts, ...] = ()
    source_address: str = ""
    undecided: int = 0
    """Candidates of its document on which nobody has decided: each may be a recommendation."""

    @property
    def clock(self) -> Clock | None:
        """The statutory clock, or None where none runs."""
        return clock_for(self.published_on, self.basis)


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """The local policing body that answers. Titles are data."""

    name: str
    holder_title: str
    chief_officer_title: str
    force_name: str


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """The invitation to the chief officer."""

    invited_on: date
    comments_wanted_by: date


@dataclass(frozen=True, slots=True)
class ChiefOfficerFacts:
    """The chief officer's comments, or that none were received."""

    text: str
    received_on: date | None = None
    author_name: str = ""
    author_title: str = ""
    none_received_by: date | None = None
    """The day by which comments were wanted, where it passed without any."""
    language: Language = Language.ENGLISH


@dataclass(frozen=True, slots=True)
class BindingFacts:
    """What a person decided on whether section 55 binds the body for this report."""

    ground: BindingGround
    answered_with: str = ""
    """Title of the report with the same findings, where the ground names one."""


@dataclass(frozen=True, slots=True)
class ExclusionFacts:
    """A passage that a named person decided not to publish."""

    part: ExcludedPart
    passage: str
    public_reason: str
    decided_as: str
    """The office of the person who decided."""
    decided_on: date
    finding_id: int | None = None


@dataclass(frozen=True, slots=True)
class RevisionFacts:
    """Why a further version of a published response is made."""

    kind: RevisionKind
    reason: str
    version: int
    """The number that it will get."""
    replaces_published_on: date
    """The day on which the version before was published."""


@dataclass(frozen=True, slots=True)
class ResponseFacts:
    """Everything that the document of a response is made from."""

    report: ReportFacts
    body: BodyFacts
    invitation: InvitationFacts | None = None
    chief_officer: ChiefOfficerFacts | None = None
    own_comments: str = ""
    own_comments_language: Language = Language.ENGLISH
    reply: str = ""
    reply_language: Language = Language.ENGLISH
    own_comments_welsh: str = ""
    """The same in Welsh, beside an English text; empty where there is none."""
    reply_welsh: str = ""
    binding: BindingFacts | None = None
    """Empty until a person decided."""
    exclusions: tuple[ExclusionFacts, ...] = ()
    """Those that stand."""
    revision: RevisionFacts | None = None
    """Empty for a first version."""
    incomplete_because: str = ""
    """Why it goes out although something is missing; empty where it is to be whole."""

    @property
    def clock(self) -> Clock | None:
        """The statutory clock of this response; none runs where the law asks for no response."""
        return self._clock_and_why[0]

    @property
    def why_no_clock(self) -> str:
        """A sentence where no clock runs, else empty."""
        return self._clock_and_why[1]

    @property
    def _clock_and_why(self) -> tuple[Clock | None, str]:
        return clock_where_owed(
            self.report.published_on,
            self.report.basis,
            is_owed=self.binding is None or self.binding.ground.binds,
        )

    @property
    def none_received_is_outdated(self) -> bool:
        """Whether "no comments received" names another date than the latest invitation."""
        none_by = self.chief_officer.none_received_by if self.chief_officer else None
        wanted_by = self.invitation.comments_wanted_by if self.invitation else None
        return none_by is not None and none_by != wanted_by


@dataclass(frozen=True, slots=True)
class SignatoryFacts:
    """Who signs, in which office, on which civil date."""

    name: str
    title: str
    signed_on: date


_KINDS = {
    RecommendationKind.RECOMMENDATION: "Recommendation",
    RecommendationKind.AREA_FOR_IMPROVEMENT: "Area for improvement",
    RecommendationKind.CAUSE_OF_CONCERN: "Cause of concern",
}


def heading_of(finding: FindingFacts) -> str:
    """The finding by its kind and its number as printed: "Recommendation 3"."""
    kind = _KINDS[finding.kind]
    return f"{kind} {finding.number}" if finding.number else f"{kind} (no number printed)"


def name_of(finding: FindingFacts) -> str:
    """The finding inside a sentence; one without a number by its first words."""
    if finding.number:
        return f"{_KINDS[finding.kind].lower()} {finding.number}"
    words = " ".join(finding.text.split())
    shown = words if len(words) <= 60 else f"{words[:57].rsplit(' ', 1)[0]} …"
    return f"the {_KINDS[finding.kind].lower()} “{shown}”"
