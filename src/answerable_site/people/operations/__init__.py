"""Every change to organisations, people and roles."""

from answerable_site.people.operations.look import change_logo, change_look, remove_logo
from answerable_site.people.operations.namings import (
    NameTaken,
    NothingRenamed,
    apply_namings,
    rename_organisation,
)
from answerable_site.people.operations.roles import (
    AlreadyConfirmed,
    AssignmentEnded,
    RoleNotForThisOrganisation,
    add_organisation,
    add_person,
    change_password,
    confirm_role,
    end_role,
    grant_role,
    note_sign_in,
    set_up_person,
)
from answerable_site.people.operations.succession import CannotSucceed, succeed_body
from answerable_site.people.operations.tenures import (
    DaysOutOfOrder,
    TenureEnded,
    TenureOverlaps,
    UnknownHolder,
    end_tenure,
    record_tenure,
)

__all__ = [
    "AlreadyConfirmed",
    "AssignmentEnded",
    "CannotSucceed",
    "DaysOutOfOrder",
    "NameTaken",
    "NothingRenamed",
    "RoleNotForThisOrganisation",
    "TenureEnded",
    "TenureOverlaps",
    "UnknownHolder",
    "add_organisation",
    "add_person",
    "apply_namings",
    "change_logo",
    "change_look",
    "change_password",
    "confirm_role",
    "end_role",
    "end_tenure",
    "grant_role",
    "note_sign_in",
    "record_tenure",
    "remove_logo",
    "rename_organisation",
    "set_up_person",
    "succeed_body",
]
