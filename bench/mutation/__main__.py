"""Try mutants: `python -m bench.mutation [--full] [--app NAME]`. The last line printed is JSON.

A test run of its own makes the world once. For each mutant it forks twice: for tests of single
rules, which need no world, and, if they all pass, for the tests of the matrix. The first failure
ends a child.

With `--app` it tries every mutant of one app, such as `casework`, on its tests of single rules
alone: quick enough to run while one writes them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from select import select
from time import monotonic, process_time
from typing import TypeAlias

import pytest

from bench.mutation.equivalents import EQUIVALENT
from bench.mutation.mutants import Mutant, mutants

OF_RULES = (
    "tests/site/config/test_policy.py",
    "tests/site/people/rules/test_roles.py",
    "tests/site/people/test_access.py",
    "tests/site/people/test_models.py",
    "tests/site/people/test_queries.py",
    "tests/site/responses/test_access.py",
    "tests/site/responses/test_queries_approvals.py",
    "tests/site/responses/test_queries_dispatches.py",
    "tests/site/responses/test_queries_duties.py",
    "tests/site/responses/test_queries_past.py",
    "tests/site/responses/test_queries_specified_information.py",
    "tests/site/responses/test_queries_telling.py",
    "tests/site/publication/test_access.py",
    "tests/site/publication/test_queries.py",
    "tests/site/register/test_access.py",
    "tests/site/register/test_queries_visible.py",
    "tests/site/register/operations/test_priorities.py",
    "tests/site/home/test_access.py",
    "tests/site/casework/test_access.py",
    "tests/site/casework/test_queries.py",
    "tests/site/casework/queries",
    "tests/site/casework/operations",
    "tests/site/accessreview/test_access.py",
    "tests/site/accessreview/queries/test_visible.py",
    "tests/site/accessreview/queries/test_looks.py",
    "tests/site/accessreview/operations",
    "tests/site/followup/test_access.py",
    "tests/site/followup/queries/test_visible.py",
    "tests/site/followup/queries/test_choices.py",
    "tests/site/followup/queries/test_escalating.py",
    "tests/site/followup/queries/test_filtering.py",
    "tests/site/followup/queries/test_rows.py",
    "tests/site/followup/queries/test_listing.py",
    "tests/site/followup/operations",
    "tests/site/scrutiny/test_access.py",
    "tests/site/scrutiny/queries",
    "tests/site/scrutiny/operations",
    "tests/site/figures/test_access.py",
    "tests/site/figures/test_access.py",
    "tests/site/figures/queries",
    "tests/site/figures/operations/test_erasing.py",
    "tests/site/intake/test_access.py",
    "tests/site/casereviews/test_access.py",
    "tests/site/casereviews/queries",
    "tests/site/casereviews/operations",
    "tests/site/training/test_access.py",
    "tests/site/training/queries",
    "tests/site/training/operations",
    "tests/site/support/queries",
    "tests/site/support/operations",
)
OF_THE_WORLD = "tests/site/access/"
SLOW = ("test_lists.py", "test_forms.py", "test_headers.py", "TestPublicPages")
SLOW += ("on_no_other_method",)
"""Tests that only `--full` asks for each mutant."""


CORES = os.cpu_count() or 1
PATIENCE = 12.0
"""Processor seconds after which a mutant counts as one that survives, unless `--full` is asked."""
PROGRESS_EVERY = 20
"""Mutants."""
WHY = 3000
"""Characters of a failure that are told."""
BROKE_OFF = "broke off"
"""What a child says that could not put its mutant in."""

Choice: TypeAlias = Callable[[Mutant], list[pytest.Item]]


@dataclass(frozen=True)
class Child:
    """A forked child, and where it tells which test failed."""

    number: int
    reading: int

    def fileno(self) -> int:
        return self.reading

    def ended(self) -> str:
        """The test that failed; empty where all passed. Waits until the child is done."""
        with os.fdopen(self.reading) as told:
            failed = told.read()
        os.waitpid(self.number, 0)
        return failed


class Trying:
    """A plugin whose test loop tries mutants instead of running the tests once."""

    def __init__(self, *, full: bool, app: str = "") -> None:
        self.full = full
        self.app = app
        self.passed = False
        self.failed = ""
        self.why = ""
        """What the failing test said; told only where nothing was broken."""
        self.told: dict[str, object] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.passed = self.passed or (report.passed and report.when == "call")
        if report.failed and not self.failed:
            self.failed = report.nodeid
            self.why = str(report.longrepr)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        began = monotonic()
        of_rules = [item for item in session.items if OF_THE_WORLD not in item.nodeid]
        of_world = [item for item in session.items if OF_THE_WORLD in item.nodeid]
        if not self.full:
            of_world = [item for item in of_world if not any(s in item.nodeid for s in SLOW)]
        everything = mutants(every=self.full or bool(self.app))
        if self.app:
            everything = [one for one in everything if one.app == self.app and not one.route]
        say(f"{len(everything)} mutants, {len(of_rules)} and {len(of_world)} tests")
        self.stand_by(of_rules)
        of_app = by_app(of_rules)
        found = self.each(
            [one for one in everything if not one.route and one.app in of_app],
            lambda mutant: own_first(mutant, of_app[mutant.app]),
        )
        failing = self.failing_anyway(of_rules, found)
        if self.app:
            self.tell(found, failing, began)
            return True
        left = [mutant for mutant in everything if not found.get(mutant.name)]
        say(f"{len(left)} mutants are left to the matrix after {monotonic() - began:.0f} s")
        session._setupstate.teardown_exact(None)
        fewer_viewers()
        self.stand_by([item for item in of_world if "the_world" in fixtures(item)])
        by_matrix = self.each(left, lambda mutant: nearest(mutant, of_world))
        failing += self.failing_anyway(of_world, by_matrix)
        found |= by_matrix
        self.tell(found, failing, began)
        self.told["killed by tests of single rules"] = len(everything) - len(left)
        return True

    def tell(self, found: dict[str, str], failing: list[str], began: float) -> None:
        """Count what was killed, and name what survives."""
        survivors = [name for name, killer in found.items() if not killer]
        for name in survivors:
            say(f"  survives: {name}")
        self.told = {
            "mutants": len(found),
            "killed": len(found) - len(survivors),
            "survivors": [name for name in survivors if name not in EQUIVALENT],
            "equivalent": [name for name in survivors if name in EQUIVALENT],
            "fails without a mutant": failing,
            "broke off": [
                f"{name}: {killer}"
                for name, killer in found.items()
                if killer.startswith(BROKE_OFF)
            ],
            "seconds": round(monotonic() - began),
        }

    def stand_by(self, tests: list[pytest.Item]) -> None:
        """Run tests until one passes, so that what all share stands before the first child is
        forked: one that is skipped makes nothing. What only some share is taken down again, for
        no test could begin beneath it that is not of its class, file and folder."""
        self.passed = False
        for item in tests:
            following = next(one for one in reversed(tests) if one.path != item.path)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.passed:
                return
        raise RuntimeError("No test passed, so nothing stands that mutants could break.")

    def each(self, wanted: list[Mutant], tests: Choice) -> dict[str, str]:
        """The test that killed each mutant, or nothing, on as many cores as there are."""
        found: dict[str, str] = {}
        waiting, running = list(reversed(wanted)), {}
        while waiting or running:
            while waiting and len(running) < CORES:
                mutant = waiting.pop()
                running[self.start(mutant, tests(mutant))] = mutant
            ended, _, _ = select(list(running), [], [])
            for child in ended:
                mutant = running.pop(child)
                found[mutant.name] = child.ended()
                if len(found) % PROGRESS_EVERY == 0:
                    say(f"  {len(found)} of {len(wanted)}")
        return found

    def failing_anyway(self, tests: list[pytest.Item], found: dict[str, str]) -> list[str]:
        """Tests that killed a mutant and fail without any, too; at most one of each half."""
        killers = set(found.values())
        asked = [item for item in tests if item.nodeid in killers]
        halves = [self.start(None, half) for half in (asked[::2], asked[1::2]) if half]
        return [failed for half in halves if (failed := half.ended())]

    def start(self, mutant: Mutant | None, tests: list[pytest.Item]) -> Child:
        """A child that runs the tests until the first one fails."""
        reading, writing = os.pipe()
        number = os.fork()
        if not number:
            self.in_the_child(mutant, tests, writing)
        os.close(writing)
        return Child(number, reading)

    def in_the_child(self, mutant: Mutant | None, tests: list[pytest.Item], writing: int) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        try:
            without_typesetting()
            if mutant:
                mutant.apply()
            for item, following in following_each(tests):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self.failed or (mutant and not self.full and process_time() > PATIENCE):
                    break
        except BaseException as broken:  # noqa: BLE001 - a child must never return
            self.failed = f"{BROKE_OFF}: {broken!r}"
        if self.failed and not mutant:
            say(f"Fails without a mutant: {self.failed}\n{self.why[-WHY:]}")
        os.write(writing, self.failed.encode())
        os._exit(0)


def fewer_viewers() -> None:
    """Of the roles that open the same few pages, one is enough to notice one that opens to all."""
    from tests.site.access import expectations, world

    unseen = sorted(expectations.READS_FIGURES)[1:]
    world.VIEWERS_OF = tuple(role for role in world.VIEWERS_OF if role not in unseen)


def without_typesetting() -> None:
    """The typesetter’s threads do not live on in a forked child, where it would wait for ever."""
    from answerable.writing import pdf

    pdf.typst.compile = lambda *_args, **_keywords: b"%PDF-1.7\n"


def following_each(tests: list[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item]]:
    """Each test with the one after it; the last with the first, so that nothing is taken down."""
    yield from zip(tests, [*tests[1:], tests[0]], strict=True)


def by_app(tests: list[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """Tests by the app whose rules they ask about, those that need no database first."""
    found: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in sorted(tests, key=uses_database):
        found[item.path.relative_to(Path.cwd()).parts[2]].append(item)
    return dict(found)


def own_first(mutant: Mutant, tests: list[pytest.Item]) -> list[pytest.Item]:
    """The tests, those first that are named after the broken module, such as `test_due.py`: the
    patience of a large app would end before they are reached."""
    own = f"_{mutant.module}"
    return sorted(tests, key=lambda item: not item.path.stem.endswith(own))


def uses_database(item: pytest.Item) -> bool:
    """Whether a test reads or writes rows."""
    return item.get_closest_marker("django_db") is not None or "db" in fixtures(item)


def fixtures(item: pytest.Item) -> list[str]:
    """The names of what a test is given."""
    return getattr(item, "fixturenames", [])


def nearest(mutant: Mutant, tests: list[pytest.Item]) -> list[pytest.Item]:
    """The tests, those first that ask about the route or the app of the mutant."""
    if mutant.route:
        return sorted(tests, key=lambda item: f"[{mutant.route}]" not in item.nodeid)

    def distance(item: pytest.Item) -> tuple[bool, bool]:
        return ("test_queries" not in item.nodeid, f"[{mutant.app}:" not in item.nodeid)

    return sorted(tests, key=distance)


def say(sentence: str) -> None:
    print(sentence, file=sys.__stderr__, flush=True)


def main(*, full: bool, app: str) -> int:
    trying = Trying(full=full, app=app)
    asked = OF_RULES if app else (*OF_RULES, OF_THE_WORLD)
    exists = [path for path in asked if Path(path).exists()]
    status = pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", *exists], [trying])
    if trying.told:
        print(json.dumps(trying.told, ensure_ascii=False))
        return 0
    return int(status) or 1


if __name__ == "__main__":
    wanted = argparse.ArgumentParser(description="Try mutants of the access policy.")
    wanted.add_argument("--full", action="store_true")
    wanted.add_argument("--app", default="")
    sys.exit(main(**vars(wanted.parse_args())))
