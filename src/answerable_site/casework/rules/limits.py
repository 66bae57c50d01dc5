"""What an organisation may set a limit to."""

from __future__ import annotations

from datetime import date

from answerable.statute import LIMITS, Confidence, Limit, Unit
from answerable_site.people.rules import OrganisationKind

HAS_LIMITS = frozenset({OrganisationKind.POLICE_FORCE, OrganisationKind.CPS_AREA})
"""The kinds of organisation that set limits for themselves: those whose steps they bind."""
OF_PROSECUTORS = frozenset(
    {
        "charging_decision_5",
        "charging_decision_21",
        "charging_decision_28",
        "pilot_decision_from_submission",
        "pilot_decision_from_acceptance",
        "ask_review_cps",
        "ask_review_cps_latest",
        "complete_review_cps_local",
        "complete_review_cps",
        "complete_review_pilot",
    }
)
"""The limits of what prosecutors alone decide, and of their scheme of review. Every other binds
the police, or both sides at once, and the force sets it."""
LONGEST_LIMIT = 1000
"""Of whatever a limit counts; more is a slip of the keyboard."""


class UnusableLimit(ValueError):
    """A limit that could not be counted, or whose confidence nothing supports."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        """What must be put right."""


def limits_set_by(kind: str) -> frozenset[str]:
    """The limits that an organisation of a kind sets: those that bind its own steps."""
    match kind:
        case OrganisationKind.CPS_AREA:
            return OF_PROSECUTORS
        case OrganisationKind.POLICE_FORCE:
            return frozenset(LIMITS.codes) - OF_PROSECUTORS
    return frozenset()


def setter_of(code: str) -> str:
    """Who sets a limit, in words that begin a sentence."""
    return "The CPS Area of a case" if code in OF_PROSECUTORS else "The force of a case"


def check_limit(limit: Limit, kind: OrganisationKind) -> None:
    """Refuses what could not be counted, is called confirmed without a source, or is not theirs.

    Args:
        kind: of the organisation that sets it.

    Raises:
        UnusableLimit: it is so.
    """
    if limit.code not in LIMITS.codes:
        raise UnusableLimit("code", f"There is no limit “{limit.code}”.")
    if limit.code not in limits_set_by(kind):
        raise UnusableLimit("code", f"{setter_of(limit.code)} sets this limit.")
    if not 1 <= limit.count <= LONGEST_LIMIT:
        raise UnusableLimit("count", f"Enter a whole number from 1 to {LONGEST_LIMIT:,}")
    if not limit.citation.strip():
        raise UnusableLimit("citation", "Enter where the limit is written")
    if limit.confidence is Confidence.CONFIRMED and limit.is_own:
        raise UnusableLimit(
            "source", "Enter the address at which you read it, or say that it is to be verified"
        )
    if limit.in_force_from and limit.in_force_to and limit.in_force_to < limit.in_force_from:
        raise UnusableLimit("in_force_to", "The last day must be the first day or after it")


def own_version(
    *,
    code: str,
    count: int,
    unit: Unit,
    citation: str,
    source: str,
    confidence: Confidence,
    in_force_from: date,
    in_force_to: date | None,
) -> Limit:
    """A version of a known limit: what it asks and what starts it stay as they are.

    Args:
        in_force_from: the first day, inclusive.
        in_force_to: the last day, inclusive; None while in force.

    Raises:
        UnusableLimit: there is no limit of this code.
    """
    known = LIMITS.versions_of(code)
    if not known:
        raise UnusableLimit("code", f"There is no limit “{code}”.")
    return Limit(
        code=code,
        asks=known[-1].asks,
        starts=known[-1].starts,
        count=count,
        unit=unit,
        citation=citation,
        source=source,
        confidence=confidence,
        in_force_from=in_force_from,
        in_force_to=in_force_to,
    )
