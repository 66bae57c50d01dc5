"""What waits for what; never in a circle."""

from __future__ import annotations

from collections.abc import Iterable


class InACircle(ValueError):
    """The two would wait for each other, directly or through others."""


def check_no_circle(needs: Iterable[tuple[int, int]], *, action: int, needed: int) -> None:
    """Raises InACircle where an action would, in the end, wait for itself.

    Args:
        needs: pairs of an action and one that it waits for.
        action: the one that is to wait.
        needed: for which.
    """
    waits_for: dict[int, set[int]] = {}
    for one, other in needs:
        waits_for.setdefault(one, set()).add(other)
    seen: set[int] = set()
    to_see = [needed]
    while to_see:
        one = to_see.pop()
        if one == action:
            raise InACircle("These actions would wait for each other")
        if one not in seen:
            seen.add(one)
            to_see.extend(waits_for.get(one, ()))
