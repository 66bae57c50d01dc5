"""The words and pure rules of organisations, people and roles. No Django."""

from answerable_site.people.rules.look import (
    LARGEST_LOGO_BYTES,
    UnusableColour,
    UnusableLogo,
    checked_colour,
    checked_logo,
    contrast_with_white,
)
from answerable_site.people.rules.namings import BEGINNING, NamingFacts, naming_in_force
from answerable_site.people.rules.roles import (
    ANONYMOUS,
    NEEDS_TWO_PEOPLE,
    PRODUCT,
    ROLES_BY_KIND,
    BodyType,
    OrganisationKind,
    Post,
    Role,
    Viewer,
    in_force,
)
from answerable_site.people.rules.sessions import (
    SEEN_EVERY,
    SESSION_LASTS,
    WARNED_BEFORE,
    asserts_second_factor,
    ends_soon,
    is_idle,
    is_over,
    is_recent,
    is_to_be_noted,
)
from answerable_site.people.rules.tenures import (
    overlapping,
    tenure_in_force,
    tenures_in_force,
)

__all__ = [
    "ANONYMOUS",
    "BEGINNING",
    "LARGEST_LOGO_BYTES",
    "NEEDS_TWO_PEOPLE",
    "PRODUCT",
    "ROLES_BY_KIND",
    "SEEN_EVERY",
    "SESSION_LASTS",
    "WARNED_BEFORE",
    "BodyType",
    "NamingFacts",
    "OrganisationKind",
    "Post",
    "Role",
    "UnusableColour",
    "UnusableLogo",
    "Viewer",
    "asserts_second_factor",
    "checked_colour",
    "checked_logo",
    "contrast_with_white",
    "ends_soon",
    "in_force",
    "is_idle",
    "is_over",
    "is_recent",
    "is_to_be_noted",
    "naming_in_force",
    "overlapping",
    "tenure_in_force",
    "tenures_in_force",
]
