"""Every change to organisations, people and roles."""

from answerable_site.people.operations.accounts import (
    AlreadySo,
    change_password,
    disable_person,
    enable_person,
    note_lock_out,
    note_second_factor,
    note_sign_in,
    note_sign_out,
    set_password_at_console,
)
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
    confirm_role,
    end_role,
    grant_role,
    set_up_person,
)
from answerable_site.people.operations.second_factor import (
    NothingToReset,
    ResetWaits,
    ask_second_factor_reset,
    confirm_second_factor_reset,
    reset_second_factor_at_console,
)
from answerable_site.people.operations.sessions import (
    SessionIsOver,
    end_all_sessions,
    end_other_sessions,
    end_session,
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
    "AlreadySo",
    "AssignmentEnded",
    "CannotSucceed",
    "DaysOutOfOrder",
    "NameTaken",
    "NothingRenamed",
    "NothingToReset",
    "ResetWaits",
    "RoleNotForThisOrganisation",
    "SessionIsOver",
    "TenureEnded",
    "TenureOverlaps",
    "UnknownHolder",
    "add_organisation",
    "add_person",
    "apply_namings",
    "ask_second_factor_reset",
    "change_logo",
    "change_look",
    "change_password",
    "confirm_role",
    "confirm_second_factor_reset",
    "disable_person",
    "enable_person",
    "end_all_sessions",
    "end_other_sessions",
    "end_role",
    "end_session",
    "end_tenure",
    "grant_role",
    "note_lock_out",
    "note_second_factor",
    "note_sign_in",
    "note_sign_out",
    "record_tenure",
    "remove_logo",
    "rename_organisation",
    "reset_second_factor_at_console",
    "set_password_at_console",
    "set_up_person",
    "succeed_body",
]
