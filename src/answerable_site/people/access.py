"""Who may: predicates over a viewer, and what routes of this app are open to whom.

Every app has a table `ROUTES` like this one; `config.policy` refuses any route that is in none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.core.exceptions import PermissionDenied
from rules.predicates import Predicate, predicate

from answerable_site.people.models import Assignment, MachineAccount, SecondFactorReset, User
from answerable_site.people.rules import (
    NEEDS_TWO_PEOPLE,
    Role,
    Scope,
    Viewer,
    made_by,
    set_up_by,
)

RouteRules: TypeAlias = dict[str, Predicate]


class Refused(PermissionDenied):
    """An act that the viewer may not do. Its text is shown to the viewer."""


def _named(name: str, test: Callable[[Viewer], bool]) -> Predicate:
    named: Predicate = predicate(test, name=name)
    return named


def holds(*roles: Role) -> Predicate:
    """A predicate: the viewer holds one of the roles somewhere."""
    return _named(f"holds {' or '.join(sorted(roles))}", lambda viewer: viewer.holds(*roles))


def sends(*scopes: Scope) -> Predicate:
    """A predicate: the viewer is a machine account whose token has one of the scopes."""

    def test(viewer: Viewer) -> bool:
        return viewer.machine is not None and bool(viewer.machine.scopes & set(scopes))

    return _named(f"a token for {' or '.join(sorted(scopes))}", test)


a_machine = _named("a machine account", lambda viewer: viewer.machine is not None)
anybody = _named("anybody", lambda viewer: isinstance(viewer, Viewer))
"""The public included."""
anybody_signed_in = _named("anybody signed in", lambda viewer: viewer.is_signed_in)
takes_part = _named("takes part", lambda viewer: bool(viewer.policing_body_ids))
"""The viewer works for a local policing body, or for the force that one holds to account."""

ROUTES: RouteRules = {
    "account_login": anybody,
    "account_inactive": anybody,
    "account_reset_password": anybody,
    "account_reset_password_done": anybody,
    "account_reset_password_from_key": anybody,
    "account_reset_password_from_key_done": anybody,
    "account_change_password": anybody_signed_in,
    "account_reauthenticate": anybody_signed_in,
    "mfa_authenticate": anybody,
    "mfa_login_webauthn": anybody,
    "mfa_index": anybody_signed_in,
    "mfa_activate_totp": anybody_signed_in,
    "mfa_deactivate_totp": anybody_signed_in,
    "mfa_add_webauthn": anybody_signed_in,
    "mfa_remove_webauthn": anybody_signed_in,
    "mfa_view_recovery_codes": anybody_signed_in,
    "mfa_generate_recovery_codes": anybody_signed_in,
    "mfa_reauthenticate": anybody_signed_in,
    "mfa_reauthenticate_webauthn": anybody_signed_in,
    "openid_connect_login": anybody,
    "openid_connect_callback": anybody,
    "socialaccount_login_error": anybody,
    "socialaccount_login_cancelled": anybody,
    "people:sign_in_as": anybody,
    "people:sign_out": anybody,
    "people:people": holds(Role.ADMINISTRATOR),
    "people:add": holds(Role.ADMINISTRATOR),
    "people:person": holds(Role.ADMINISTRATOR),
    "people:grant": holds(Role.ADMINISTRATOR),
    "people:confirm": holds(Role.ADMINISTRATOR),
    "people:end": holds(Role.ADMINISTRATOR),
    "people:disable": holds(Role.ADMINISTRATOR),
    "people:enable": holds(Role.ADMINISTRATOR),
    "people:ask_reset": holds(Role.ADMINISTRATOR),
    "people:confirm_reset": holds(Role.ADMINISTRATOR),
    "people:machines": holds(Role.ADMINISTRATOR),
    "people:machine": holds(Role.ADMINISTRATOR),
    "people:add_machine": holds(Role.ADMINISTRATOR),
    "people:confirm_machine": holds(Role.ADMINISTRATOR),
    "people:end_machine": holds(Role.ADMINISTRATOR),
    "people:make_token": holds(Role.ADMINISTRATOR),
    "people:revoke_token": holds(Role.ADMINISTRATOR),
    "api:machine": a_machine,
    "people:organisation": holds(Role.ADMINISTRATOR),
    "people:rename": holds(Role.ADMINISTRATOR),
    "people:record_tenure": holds(Role.ADMINISTRATOR),
    "people:end_tenure": holds(Role.ADMINISTRATOR),
    "people:look": holds(Role.ADMINISTRATOR),
    "people:change_logo": holds(Role.ADMINISTRATOR),
    "people:remove_logo": holds(Role.ADMINISTRATOR),
    "people:logo": anybody,
    "people:account": anybody_signed_in,
    "people:sessions": anybody_signed_in,
    "people:end_session": anybody_signed_in,
    "people:end_other_sessions": anybody_signed_in,
    "people:end_all_sessions": holds(Role.ADMINISTRATOR),
}


def signed_in(viewer: Viewer) -> int:
    """The identifier of the person who acts; raises Refused if there is none."""
    if viewer.user_id is None:
        raise Refused("Sign in to do this.")
    return viewer.user_id


def check_can_administer(viewer: Viewer, organisation_id: int) -> None:
    """Raises Refused unless the viewer administers the organisation."""
    if not viewer.holds_in(organisation_id, Role.ADMINISTRATOR):
        raise Refused("Only an administrator of this organisation can do this.")


def check_can_pass_on(viewer: Viewer, from_body_id: int, to_body_id: int) -> None:
    """Raises Refused unless the viewer administers the body that ends or the one that succeeds."""
    if not any(viewer.holds_in(body, Role.ADMINISTRATOR) for body in (from_body_id, to_body_id)):
        raise Refused("Only an administrator of one of the two bodies can do this.")


def check_can_confirm(viewer: Viewer, assignment: Assignment) -> None:
    """Raises Refused unless the viewer is another administrator than the one who granted the role
    and the one who added the account, and not the person who would receive it."""
    check_can_administer(viewer, assignment.organisation_id)
    if viewer.user_id in {assignment.granted_by_id, assignment.user_id}:
        raise Refused(
            "Another administrator must confirm this role: not the one who granted it and not the "
            "person who receives it."
        )
    if made_by(_ever_given(assignment.user_id), signed_in(viewer)):
        raise Refused(
            "You added the account of this person, so another administrator must confirm this "
            "role. If they granted it, let them end it: grant it yourself, and they confirm it."
        )


def check_are_two_people(viewer: Viewer, before_id: int, *, who_acted_as: Role, ask: str) -> None:
    """Raises Refused unless the viewer and whoever acted before are two people: neither added the
    account of the other, and the viewer did not give the role in which the other acted.

    Whoever adds an account knows its first password, and could be both.

    Args:
        before_id: the user who acted before.
        ask: what to do now, as a sentence for the viewer.
    """
    own_id = signed_in(viewer)
    if own_id == before_id:
        raise Refused(f"You did what comes before this yourself. {ask}")
    if set_up_by(_ever_given(before_id), own_id, to_act_as=who_acted_as):
        raise Refused(
            "You added the account of the person who did what comes before this, or gave them the "
            f"role of {who_acted_as.label.lower()}, so the two of you do not count as two people. "
            f"{ask}"
        )
    if made_by(_ever_given(own_id), before_id):
        raise Refused(
            "The person who did what comes before this added your account, so the two of you do "
            f"not count as two people. {ask}"
        )


def check_can_look_after(viewer: Viewer, user: User) -> None:
    """Raises Refused unless the user is somebody else, who holds or held a role in an organisation
    that the viewer administers."""
    if viewer.user_id == user.pk:
        raise Refused("Another administrator must do this for you.")
    administered = viewer.organisations_where(Role.ADMINISTRATOR)
    if not user.assignments.filter(organisation__in=administered).exists():
        raise Refused("Only an administrator of an organisation of this person can do this.")


def check_can_confirm_reset(viewer: Viewer, reset: SecondFactorReset) -> None:
    """Raises Refused unless the viewer is another administrator than the one who asked, and not
    the person whose second factor it is."""
    check_can_look_after(viewer, reset.user)
    if viewer.user_id == reset.asked_by_id:
        raise Refused("Another administrator must confirm this: not the one who asked for it.")


def check_can_confirm_machine(viewer: Viewer, account: MachineAccount) -> None:
    """Raises Refused unless the viewer is another administrator than the one who set it up, and
    the two are two people."""
    check_can_administer(viewer, account.organisation_id)
    check_are_two_people(
        viewer,
        account.set_up_by_id,
        who_acted_as=Role.ADMINISTRATOR,
        ask="Ask another administrator to confirm this machine account.",
    )


def can_confirm_machine(viewer: Viewer, account: MachineAccount) -> bool:
    """Whether `check_can_confirm_machine` would pass for one that still waits."""
    if account.confirmed_by_id or account.ended_by_id:
        return False
    return passes(lambda: check_can_confirm_machine(viewer, account))


def can_confirm_reset(viewer: Viewer, reset: SecondFactorReset) -> bool:
    """Whether `check_can_confirm_reset` would pass."""
    return passes(lambda: check_can_confirm_reset(viewer, reset))


def can_confirm(viewer: Viewer, assignment: Assignment) -> bool:
    """Whether `check_can_confirm` would pass for a role that still waits."""
    if assignment.confirmed_by_id or assignment.role not in NEEDS_TWO_PEOPLE:
        return False
    return passes(lambda: check_can_confirm(viewer, assignment))


def passes(check: Callable[[], None]) -> bool:
    """Whether a check raises no Refused."""
    try:
        check()
    except Refused:
        return False
    return True


def _ever_given(user_id: int) -> list[Assignment]:
    """Every role that an account was ever given, the first one first."""
    return list(Assignment.objects.filter(user=user_id).order_by("pk"))
