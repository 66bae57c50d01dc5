"""One person, and everybody whom they can be: every account that they come to by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.utils import timezone
from tests import factories, factories_signing_in

from answerable_site.people import operations
from answerable_site.people.access import Refused
from answerable_site.people.models import Assignment, Organisation, SecondFactorReset, User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import NEEDS_TWO_PEOPLE, ROLES_BY_KIND, Post, Role, Viewer

OWN_PASSWORD = "a phrase of the one person"
OF_A_COLLEAGUE = "a phrase of the colleague"


@dataclass(frozen=True)
class Being:
    """Whom the one person acts as, or lets act."""

    how: str
    viewer: Viewer


@dataclass(frozen=True)
class Reach:
    """The one person, who administers the body and the force and was given every role by others,
    and what they came to from there."""

    own: User
    accounts: dict[tuple[Organisation, Role], User]
    """Accounts that they added, each for one role in one of the two organisations."""
    with_all: User
    """An account that they added and gave every role, as far as one administrator can."""
    confirmed: User
    """One that they added, and that another administrator then confirmed as a publisher and as a
    figure checker in good faith."""
    colleague: User
    """Another person, whom they gave every role, as far as one administrator can."""
    refused: tuple[str, ...]
    """What they tried beside that to come to more, and what was refused."""
    allowed: tuple[str, ...]
    """The same, as far as it was not refused: nothing."""

    @property
    def themselves(self) -> Being:
        return Being("themselves", seen(self.own))

    def makers(self, place: Organisation, role: Role) -> list[Being]:
        """As whom they prepare or sign something, or have it prepared or signed."""
        return [
            self.themselves,
            Being("an account that they added for it", seen(self.accounts[place, role])),
            Being("an account that they gave every role", seen(self.with_all)),
            Being("a colleague whom they gave the role", seen(self.colleague)),
        ]

    def releasers(self, office: factories.Office) -> list[Being]:
        """As whom they try to make it public: with each role, and with all of them."""
        posts = tuple(_post(place, role, office) for place, role in _seats(office))
        own = self.themselves
        return [
            *(Being(f"with the role of {one.role}", _with(own, (one,))) for one in posts),
            Being("with every role", _with(own, posts)),
            replace(own, how="with what they hold"),
            *(
                Being(f"as an account for {role} in {place.name}", seen(one))
                for (place, role), one in self.accounts.items()
            ),
            Being("as an account that they gave every role", seen(self.with_all)),
        ]

    def confirmed_releaser(self) -> Being:
        return Being("as an account that another administrator confirmed", seen(self.confirmed))


def reached(office: factories.Office) -> Reach:
    """Let one person come to everything that an administrator comes to alone."""
    seats = list(_seats(office))
    own = factories.person("One Person", *seats)
    by = seen(own)
    accounts = {(place, role): _taken_over(_added(by, place, role)) for place, role in seats}
    with_all = _taken_over(_added(by, office.body, Role.RESPONSE_OFFICER, "All"))
    confirmed = _taken_over(_added(by, office.body, Role.PUBLISHER, "Confirmed"))
    colleague = office.approver
    for place, role in seats:
        for user in (own, with_all, colleague):
            _give(by, user, place, role)
    checker = _give(by, confirmed, office.force, Role.FIGURE_CHECKER)
    beings = [own, with_all, *accounts.values()]
    tried = [*_more_roles(beings), *_accounts_of_others(office, beings)]
    other = factories.person("Force Administrator", (office.force, Role.ADMINISTRATOR))
    publisher = confirmed.assignments.get(role=Role.PUBLISHER)
    for administrator, waits in ((office.second_administrator, publisher), (other, checker)):
        operations.confirm_role(by=seen(administrator), at=timezone.now(), assignment=waits)
    return Reach(
        own=own,
        accounts=accounts,
        with_all=with_all,
        confirmed=confirmed,
        colleague=colleague,
        refused=tuple(what for what, worked in tried if not worked),
        allowed=tuple(what for what, worked in tried if worked),
    )


def seen(user: User) -> Viewer:
    """Somebody with what they hold today."""
    return viewer_for(user, on=timezone.localdate())


def _more_roles(beings: list[User]) -> Iterator[tuple[str, bool]]:
    """Confirming, as every account of theirs, every role that waits for a second person."""
    for waits in Assignment.objects.filter(confirmed_by__isnull=True, role__in=NEEDS_TWO_PEOPLE):
        for user in beings:
            yield f"confirm the role of {waits.role}", _works(_confirm, user, waits)


def _confirm(user: User, waits: Assignment) -> None:
    operations.confirm_role(by=seen(user), at=timezone.now(), assignment=waits)


def _accounts_of_others(office: factories.Office, beings: list[User]) -> Iterator[tuple[str, bool]]:
    """Coming to the account of somebody else: by its password, or by its second factor."""
    by = seen(beings[0])
    for user in (office.officer, office.holder):
        user.set_password(OF_A_COLLEAGUE)
        user.save()
        factories_signing_in.app_of(user)
        reset = operations.ask_second_factor_reset(
            by=by, at=timezone.now(), user=user, reason="The telephone was lost."
        )
        for one in beings:
            yield "reset a second factor alone", _works(_confirm_reset, one, reset)
            yield "choose a password for a colleague", _works(_choose_password, one, user)
        for password in (factories.PASSWORD, OWN_PASSWORD):
            yield "know the password of a colleague", user.check_password(password)


def _confirm_reset(user: User, reset: SecondFactorReset) -> None:
    operations.confirm_second_factor_reset(by=seen(user), at=timezone.now(), reset=reset)


def _choose_password(user: User, colleague: User) -> None:
    operations.change_password(
        by=seen(user), at=timezone.now(), user=colleague, password=OWN_PASSWORD
    )


def _works(act: Callable[..., None], *given: object) -> bool:
    try:
        act(*given)
    except (Refused, ValueError):
        return False
    return True


def _added(by: Viewer, place: Organisation, role: Role, name: str = "") -> User:
    name = name or f"{role.label} {place.pk}"
    return operations.add_person(
        by=by,
        at=timezone.now(),
        organisation=place,
        email=f"{name.replace(' ', '-').replace('’', '')}@example.org",
        full_name=f"Account {name}",
        password=factories.PASSWORD,
        role=role,
    )


def _taken_over(user: User) -> User:
    """An account given another password by whoever made it, as they know the first one."""
    return operations.change_password(
        by=seen(user), at=timezone.now(), user=user, password=OWN_PASSWORD
    )


def _give(by: Viewer, user: User, place: Organisation, role: Role) -> Assignment:
    return operations.grant_role(by=by, at=timezone.now(), user=user, organisation=place, role=role)


def _with(being: Being, posts: tuple[Post, ...]) -> Viewer:
    return replace(being.viewer, posts=posts)


def _seats(office: factories.Office) -> Iterator[tuple[Organisation, Role]]:
    for place in (office.body, office.force):
        yield from ((place, role) for role in ROLES_BY_KIND[place.kind])


def _post(place: Organisation, role: Role, office: factories.Office) -> Post:
    return Post(role, place.pk, place.name, office.body.pk, place.kind)
