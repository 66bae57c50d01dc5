"""How organisations, people and roles are worded."""

from answerable_site.people.presenters.accounts import (
    DemonstrationAccount,
    ShownPerson,
    ShownRole,
    demonstration_account,
    shown_person,
)
from answerable_site.people.presenters.organisations import (
    ShownNaming,
    ShownOrganisation,
    ShownTenure,
    logo_address,
    logo_tag,
    shown_organisation,
)

__all__ = [
    "DemonstrationAccount",
    "ShownNaming",
    "ShownOrganisation",
    "ShownPerson",
    "ShownRole",
    "ShownTenure",
    "demonstration_account",
    "logo_address",
    "logo_tag",
    "shown_organisation",
    "shown_person",
]
