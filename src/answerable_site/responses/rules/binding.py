"""Whether section 55 binds a body for a report: what the product proposes; a person decides."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.statute import SECTION_55, Confidence, LegalBasis
from answerable_site.register.rules import InspectionKind, same_force
from answerable_site.responses.rules.words import BindingGround

GUIDANCE = "guidance of the inspectorate to local policing bodies on section 55"


@dataclass(frozen=True, slots=True)
class Rule:
    """One ground, with what it says in law or guidance and how sure we are of it."""

    ground: BindingGround
    label: str
    """The answer as a person chooses it."""
    says: str
    """What follows, in a sentence."""
    source: str
    confidence: Confidence


RULES: dict[BindingGround, Rule] = {
    rule.ground: rule
    for rule in (
        Rule(
            BindingGround.ABOUT_THE_FORCE,
            "Yes: the report is about our force",
            "A report about the force must be answered.",
            SECTION_55.citation,
            Confidence.CONFIRMED,
        ),
        Rule(
            BindingGround.ABOUT_EVERY_FORCE,
            "Yes: the report is about every force, ours among them",
            "A national, thematic or joint report counts for every body whose force it relates "
            "to, visited or not, as far as inspectors of constabulary report in it.",
            GUIDANCE,
            Confidence.CONFIRMED,
        ),
        Rule(
            BindingGround.COMMISSIONED,
            "Yes: we commissioned the inspection",
            "An inspection that the body itself asked for is reported and answered in the same "
            "way.",
            "section 54(2BA) of the Police Act 1996",
            Confidence.CONFIRMED,
        ),
        Rule(
            BindingGround.NOT_THE_SUBJECT,
            "No: our force is clearly not its subject",
            "A report that clearly is not about the force needs no response.",
            GUIDANCE,
            Confidence.CONFIRMED,
        ),
        Rule(
            BindingGround.ANSWERED_WITH_ANOTHER,
            "No: a report on our force has the same findings, and we answer that one",
            "Where the national and the force report have the same findings and recommendations, "
            "the force report alone needs the procedure.",
            GUIDANCE,
            Confidence.CONFIRMED,
        ),
        Rule(
            BindingGround.ANOTHER_BASIS,
            "No: the report was made under another law",
            "Section 55 does not apply. What the other law asks, and by when, stands with it.",
            "the legal basis of the report",
            Confidence.REASONED,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the product proposes, with its reason in a sentence."""

    ground: BindingGround
    because: str


def proposed(
    *,
    basis: LegalBasis,
    kind: InspectionKind,
    title: str,
    force_name: str,
    same_findings_as: str = "",
) -> Proposal:
    """Whether the duty seems to bind the body; never more than a proposal.

    Args:
        basis: the legal basis of the report.
        kind: what sort of inspection it is.
        title: of the report; a force named in it is the strongest sign.
        force_name: of the force that the body holds to account.
        same_findings_as: title of a force report that was linked as the same, if there is one.
    """
    if basis.code != SECTION_55.code:
        return Proposal(
            BindingGround.ANOTHER_BASIS,
            f"The report was made under {basis.citation}, not under {SECTION_55.citation}.",
        )
    if force_name and _names(title, force_name):
        return Proposal(BindingGround.ABOUT_THE_FORCE, f"Its title names {force_name}.")
    if same_findings_as:
        return Proposal(
            BindingGround.ANSWERED_WITH_ANOTHER,
            f"The register links it as the same report as “{same_findings_as}”.",
        )
    if kind in {InspectionKind.NATIONAL, InspectionKind.JOINT}:
        return Proposal(
            BindingGround.ABOUT_EVERY_FORCE,
            f"It is a {kind.label[0].lower()}{kind.label[1:]}, which relates to every force.",
        )
    return Proposal(
        BindingGround.ABOUT_THE_FORCE,
        "The register says that it concerns your body, and it was made for single forces.",
    )


_OF_LONGER_NAMES = frozenset({"north", "south", "east", "west", "mid", "greater", "central"})


def _names(title: str, force_name: str) -> bool:
    """Whether the force stands in the title, under any of its usual names, and no force whose name
    only ends like it: "West Mercombe" is not "Mercombe"."""
    words = title.split()
    return any(
        same_force(" ".join(words[start:end]), force_name)
        and (start == 0 or words[start - 1].casefold() not in _OF_LONGER_NAMES)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + 6) + 1)
    )
