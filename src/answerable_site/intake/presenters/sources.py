"""Sources in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.statute import Confidence
from answerable_site.design.dates import moment_in_words

if TYPE_CHECKING:
    from answerable.mappings import Profile
    from answerable_site.intake.models import ProfileVersion


_LAYOUT = {
    Confidence.CONFIRMED: "Its layout was read in the description of the source.",
    Confidence.REASONED: "Its layout is a conclusion: compare it with an extract.",
    Confidence.TO_BE_VERIFIED: "Nobody has verified its layout yet: compare it with an extract.",
}


@dataclass(frozen=True, slots=True)
class ShownSource:
    """What is known of a source now."""

    name: str
    title: str
    facts: str


def shown_source(version: ProfileVersion) -> ShownSource:
    """A source by the latest version of its profile."""
    source, profile = version.source, version.profile
    about = "" if source.organisation_id == source.force_id else f" about {source.force.name}"
    return ShownSource(
        name=source.name,
        title=profile.title,
        facts=(
            f"{source.organisation.name}{about}. Version {version.version}, held since "
            f"{moment_in_words(version.set_at)}. {layout_in_words(profile)}"
        ),
    )


def layout_in_words(profile: Profile) -> str:
    """How sure it is what the files of a profile look like."""
    return _LAYOUT[profile.confidence]
