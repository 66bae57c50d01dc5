"""The mutants: what is broken where, and how it gets into the running program."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from bench.mutation import breaking

APPS = (
    "home",
    "search",
    "webhooks",
    "scrutiny",
    "figures",
    "intake",
    "accessreview",
    "responses",
    "followup",
)
APPS += ("casework", "casereviews", "register", "training", "support", "publication", "people")
WHOLE = ("config.policy", "people.rules.roles", *(f"{app}.access" for app in APPS))
"""Modules that decide: each of their functions is broken."""
NOT_RIGHTS = {"Role.label", "Role.what_it_allows", "OrganisationKind.label", "BodyType.label"}
NOT_RIGHTS |= {"BodyType.is_elected", "Viewer.acting_as"}
SCOPING = ("visible_to", "_visible", "acted_on_by", "_kept_by", "administered_by", "added_for")
SCOPING += ("bodies_grouping", "policing_bodies_of", "themes_of", "addresses_of", "viewer_for")
SCOPING += ("whole_organisations", "waiting_entries", "waiting_corrections", "with_steps")
SCOPING += ("AssignmentQuerySet.in_force", "due_for", "copies_to_send", "priorities_to_choose")
SCOPING += ("open_to", "known_to", "within_reach", "open_among", "readable_by")
SCOPING += ("_of_organisations", "_assigned", "_opened", "_still_works_on_it", "way_into")
SCOPING += ("cases_with_reference", "_owners", "to_share_with", "people_to_assign", "looked_up_by")
SCOPING += ("owners_of_references", "organisation_on", "ended_by", "audited_by", "released_by")
SCOPING += ("looks_to_confirm", "glass_to_review", "to_ask_about", "_with_cases_of", "people_of")
SCOPING += ("followed_by", "_is_visible", "that_act", "decided_for", "managed_by", "with_choices")
SCOPING += ("to_follow_up", "to_bind", "to_serve", "to_wait_for", "commitments_beside")
SCOPING += ("_by_people_of_none_but", "nobody_confirms_for", "looks_at_decoys", "unjustified_glass")
SCOPING += ("planned_by", "planned_for", "drawn_seen_by", "taken_back_by", "reviews_of")
SCOPING += ("duties_of", "recommendations_in_order", "kinds_for", "public_texts")
SCOPING += ("reviewers_of", "reviewers_to_ask", "scored_entry", "_is_whole", "prepared_seen_by")
"""Ends of the names of functions that say which rows a viewer may see."""


@dataclass(frozen=True)
class Mutant:
    """One break."""

    name: str
    app: str
    apply: Callable[[], None]
    """Puts it into this process, for good."""
    route: str = ""
    module: str = ""
    """The last part of the name of the module that is broken, such as `due`."""


def mutants(*, every: bool) -> list[Mutant]:
    """All mutants; unless every one is wanted, of the four for every sixth route one, in turn, and
    every eighth of the others."""
    importlib.import_module("answerable_site.config.urls")
    by_route, of_functions = list(_of_routes()), list(_of_functions())
    if not every:
        by_route = [one for place, one in enumerate(by_route) if place % 24 == (place // 24) % 4]
        of_functions = of_functions[::8]
    return [*of_functions, *_of_data(), *by_route]


def _of_functions() -> Iterator[Mutant]:
    known = _functions_by_code()
    for name in WHOLE:
        yield from _broken(_module(name), lambda _: True, breaking.conditions, known)
        yield from _broken(_module(name), lambda _: True, breaking.filters, known)
    for module in _modules_of_queries():
        yield from _broken(module, lambda name: name.endswith(SCOPING), breaking.filters, known)
    queries = _module("people.queries")
    yield from _broken(queries, lambda name: "policing_body_id" in name, breaking.conditions, known)


def _broken(module: ModuleType, wanted: Callable[[str], bool], breaks, known) -> Iterator[Mutant]:
    path = str(module.__file__)
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    short = module.__name__.removeprefix("answerable_site.")
    for function in breaking.functions(tree):
        if function in NOT_RIGHTS or not wanted(function):
            continue
        for words, make in breaking.broken(tree, function, breaks):
            yield Mutant(
                f"{short}.{function}, {words}",
                short.partition(".")[0],
                lambda p=path, m=make, f=function: _swap(p, m(), f, known),
                module=short.rpartition(".")[2],
            )


def _swap(path: str, tree: ast.Module, function: str, known: dict) -> None:
    """Give every function object of this name the code of the mutated module."""
    swapped = 0
    for code in _codes(compile(tree, path, "exec")):
        if code.co_qualname == function or code.co_qualname.startswith(f"{function}.<locals>"):
            for live in known.get((path, code.co_qualname, code.co_firstlineno), ()):
                if len(code.co_freevars) == len(live.__code__.co_freevars):
                    live.__code__ = code
                    swapped += 1
    if not swapped:
        raise LookupError(f"No function {function} of {path} is loaded.")


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _functions_by_code() -> dict[tuple[str, str, int], list[FunctionType]]:
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        # Not isinstance, which would wake lazy objects.
        if type(one) is FunctionType and "answerable_site" in one.__code__.co_filename:
            code = one.__code__
            key = (code.co_filename, code.co_qualname, code.co_firstlineno)
            found.setdefault(key, []).append(one)
    return found


def _of_routes() -> Iterator[Mutant]:
    from rules.predicates import predicate

    from answerable_site.people.access import anybody, anybody_signed_in, holds
    from answerable_site.people.rules import Role

    for app in APPS:
        table = _module(f"{app}.access").ROUTES
        for place, (route, rule) in enumerate(table.items()):
            outside = [role for role in Role if role.value not in rule.name.split()]
            others = {
                "anybody": anybody,
                "anybody signed in": anybody_signed_in,
                "another role": holds(outside[place % len(outside)]),
                "nobody": predicate(lambda _viewer: False, name="nobody"),
            }
            for words, other in others.items():
                if other is not rule and not (rule is anybody and words == "another role"):
                    yield Mutant(
                        f"{app}.access.ROUTES, {route} is for {words}",
                        app,
                        lambda t=table, r=route, o=other: _open_to(t, r, o),
                        route,
                    )


def _open_to(table: dict, route: str, rule: object) -> None:
    table[route] = rule
    _module("config.policy").all_rules.cache_clear()


def _of_data() -> Iterator[Mutant]:
    from answerable_site.people.rules import NEEDS_TWO_PEOPLE

    for role in sorted(NEEDS_TWO_PEOPLE):
        fewer = NEEDS_TWO_PEOPLE - {role}
        yield Mutant(
            f"people.rules.roles.NEEDS_TWO_PEOPLE without {role}",
            "people",
            lambda f=fewer: _everywhere("NEEDS_TWO_PEOPLE", f),
        )


def _everywhere(name: str, value: object) -> None:
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("answerable_site") and hasattr(module, name):
            setattr(module, name, value)


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"answerable_site.{name}")


def _modules_of_queries() -> Iterator[ModuleType]:
    yield _module("people.models")
    for app in APPS:
        module = _module(f"{app}.queries")
        yield module
        for part in pkgutil.iter_modules(getattr(module, "__path__", ())):
            yield _module(f"{app}.queries.{part.name}")
