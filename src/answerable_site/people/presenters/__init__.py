"""How organisations, people and roles are worded."""

from answerable_site.people.presenters.accounts import (
    DemonstrationAccount,
    ShownPerson,
    ShownRole,
    demonstration_account,
    shown_person,
)
from answerable_site.people.presenters.machines import (
    ShownMachine,
    ShownToken,
    shown_machine,
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
    "ShownMachine",
    "ShownNaming",
    "ShownOrganisation",
    "ShownPerson",
    "ShownRole",
    "ShownTenure",
    "ShownToken",
    "demonstration_account",
    "logo_address",
    "logo_tag",
    "shown_machine",
    "shown_organisation",
    "shown_person",
]
