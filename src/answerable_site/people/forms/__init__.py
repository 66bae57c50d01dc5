"""What the pages about organisations and people ask."""

from answerable_site.people.forms.accounts import AddPerson, GrantRole, Reason
from answerable_site.people.forms.machines import AddMachine, MakeToken
from answerable_site.people.forms.organisations import (
    ChangeLogo,
    ChangeLook,
    EndTenure,
    RecordTenure,
    Rename,
)

__all__ = [
    "AddMachine",
    "AddPerson",
    "ChangeLogo",
    "ChangeLook",
    "EndTenure",
    "GrantRole",
    "MakeToken",
    "Reason",
    "RecordTenure",
    "Rename",
]
