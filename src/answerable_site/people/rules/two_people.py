"""When two accounts stand for two people: neither of them was set up by the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from answerable_site.people.rules.roles import Role


class Given(Protocol):
    """A role as somebody was given it."""

    @property
    def role(self) -> str: ...
    @property
    def granted_by_id(self) -> int | None: ...


def made_by(given: Sequence[Given], by_id: int) -> bool:
    """Whether somebody made an account, which is made together with its first role.

    Whoever makes one knows its first password, or chose where the link for it is sent.

    Args:
        given: every role that the account was ever given, the first one first.
    """
    return bool(given) and given[0].granted_by_id == by_id


def set_up_by(given: Sequence[Given], by_id: int, *, to_act_as: Role) -> bool:
    """Whether somebody made an account, or at any time gave it the role in which it acted.

    Args:
        given: every role that the account was ever given, the first one first.
    """
    return made_by(given, by_id) or any(
        one.role == to_act_as and one.granted_by_id == by_id for one in given
    )
