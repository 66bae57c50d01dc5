"""What the pages about organisations and people ask."""

from answerable_site.people.forms.accounts import AddPerson, ChangePassword, GrantRole, SignIn
from answerable_site.people.forms.organisations import (
    ChangeLogo,
    ChangeLook,
    EndTenure,
    RecordTenure,
    Rename,
)

__all__ = [
    "AddPerson",
    "ChangeLogo",
    "ChangeLook",
    "ChangePassword",
    "EndTenure",
    "GrantRole",
    "RecordTenure",
    "Rename",
    "SignIn",
]
