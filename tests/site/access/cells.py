"""One cell of the matrix: a route, asked by somebody with a method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import process_time
from zlib import crc32

from django.urls import reverse
from tests.site.access.asking import Answer, Asking
from tests.site.access.expectations import AT_WORK, EXPECTED, Expected
from tests.site.access.world import Somebody

PAGE_AND_FORM = ("GET", "POST")
OTHERS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")
"""Methods that no page offers: each may read what GET reads, and none may act."""


@dataclass(frozen=True)
class Cell:
    """What was found in one cell."""

    name: str
    outcome: str
    wrong: str
    """A sentence, empty where the cell is right."""
    seconds: float
    """Of this process; what a database server works is not in it."""


def cells(
    asking: Asking, route: str, methods: Iterable[str], people: Iterable[Somebody]
) -> Iterator[Cell]:
    """Every cell of a route for some methods and viewers."""
    address = reverse(route, kwargs=asking.world.arguments.get(route))
    for somebody in people:
        for method in methods:
            began = process_time()
            answer = asking(somebody, method, address)
            seconds = process_time() - began
            name = f"{somebody.name} {method} {route}"
            wrong = _wrong(answer, EXPECTED[route], somebody, method)
            yield Cell(name, answer.outcome, f"{name}: {wrong}" if wrong else "", seconds)


def _wrong(answer: Answer, expected: Expected, somebody: Somebody, method: str) -> str:
    allowed = allowed_outcomes(expected, somebody, method)
    if method == "OPTIONS" and not answer.content:
        # Which methods a page knows is no secret.
        acts = set(answer.acts) - expected.notes
        return f"wrote to {', '.join(acts)}" if acts else ""
    # A page without a form, or a form without a page, tells nobody anything.
    if answer.outcome not in allowed | {"no such method"}:
        return f"{answer.outcome}, not {' or '.join(sorted(allowed))}"
    if answer.outcome != "open" and answer.acts:
        return f"{answer.outcome}, and yet wrote to {', '.join(answer.acts)}"
    if method != "POST" and set(answer.acts) - expected.notes:
        return f"only read, and yet wrote to {', '.join(answer.acts)}"
    return ""


def allowed_outcomes(expected: Expected, somebody: Somebody, method: str) -> set[str]:
    """What may happen when somebody opens a route, in the words of `Answer.outcome`."""
    may_send = expected.posting if method == "POST" and expected.posting else expected.roles
    if expected.nobody:
        return {"not found"}
    if expected.machine:
        return {"sign in"}
    if expected.public:
        return {"open", "sign in"} if expected.is_step else {"open"}
    if somebody.user is None:
        return {"sign in"}
    is_besides = somebody.name in expected.besides
    if expected.only and (expected.signed_in or is_besides or somebody.roles & expected.roles):
        if somebody.name in expected.only:
            return {"open"}
        return _closed(expected, somebody) if expected.refusing != AT_WORK else {"not found"}
    if expected.shared and (somebody.own | somebody.beside) & may_send:
        return {"open"}
    if expected.signed_in or somebody.own & may_send:
        return {"open", "sign in"} if expected.is_step else {"open"}
    if is_besides:
        return {"open"}
    if not somebody.roles & expected.roles:
        return {"refused"}
    if not expected.record:
        return {"open"}
    takes_part = bool((somebody.own | somebody.beside) & AT_WORK)
    if takes_part and expected.roles >= AT_WORK and somebody.beside & may_send:
        return {"open"}
    return _closed(expected, somebody)


def _closed(expected: Expected, somebody: Somebody) -> set[str]:
    """Who sees the record where they belong is refused the act; for nobody else does it exist."""
    sees = (somebody.own | somebody.beside) & expected.refusing
    return {"refused", "not found"} if sees else {"not found"}


def one_for_each_answer(route: str, people: Iterable[Somebody]) -> list[Somebody]:
    """A viewer for each thing that may happen, and for each way to hold a role.

    Of several the name of the route says which, so that over all routes everybody is asked.
    """
    alike: dict[tuple[object, ...], list[Somebody]] = {}
    for somebody in people:
        outcomes = tuple(sorted(allowed_outcomes(EXPECTED[route], somebody, "GET")))
        ways = (bool(somebody.own), bool(somebody.beside), bool(somebody.foreign))
        alike.setdefault((outcomes, ways), []).append(somebody)
    turn = crc32(route.encode())
    return [some[turn % len(some)] for some in alike.values()]
