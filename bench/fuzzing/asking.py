"""Calls of every operation as everybody, and what is looked for in each answer."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from answerable_site.config.api import described
from bench.fuzzing.planting import Planted, Whole

AT_ONCE: Final = 60
"""How many calls of one operation are made up in one go."""
SENDING_COSTS: Final = 8
"""Calls that send a file start a process each; so many fewer are made."""
SHOWN: Final = 10
_TAKEN: Final = (201, 202)
_CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@dataclass
class Asking:
    """Asks, and remembers what was wrong."""

    planted: Planted
    calls: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    succeeded: set[str] = field(default_factory=set)
    server_errors: set[str] = field(default_factory=set)
    violations: set[str] = field(default_factory=set)
    beyond_rights: set[str] = field(default_factory=set)
    let_in: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    operations: int = 0

    def ask(self, least: int) -> None:
        """Make a number of calls or more, of each operation alike."""
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
        operations = [found.ok() for found in schema.get_all_operations()]
        self.operations = len(operations)
        for one in self.planted.whole:
            self._send(one)
        everybody = itertools.cycle(self.planted.headers)
        for turn in itertools.count():
            for operation in operations:
                sends = operation.method.upper() == "POST"
                many = AT_ONCE // SENDING_COSTS if sends else AT_ONCE
                self._make_up(operation, everybody, many, turn)
            if self.calls >= least:
                return

    def _send(self, one: Whole) -> None:
        """Send something as it should be: that it is taken is a part of what is to hold."""
        self.calls += 1
        file = SimpleUploadedFile("file.csv", one.file)
        headers = self.planted.headers[one.who] | {"Idempotency-Key": f"whole-{self.calls:08}"}
        response = Client().post(one.path, {**one.told, "file": file}, headers=headers)
        self.statuses[str(response.status_code)] += 1
        if response.status_code in _TAKEN:
            self.succeeded.add(f"POST {one.path}")
        self._search_text(response.content.decode(), one.who, f"POST {one.path}")

    def told(self) -> dict[str, Any]:
        """What was measured."""
        readable = {word for word, readers in self.planted.words.items() if readers}
        return {
            "calls": self.calls,
            "operations": self.operations,
            "operations that were answered with success": len(self.succeeded),
            "who asked": len(self.planted.headers),
            "answers": dict(sorted(self.statuses.items())),
            "words planted": len(self.planted.words),
            "words that are somebody’s to read": len(readable),
            "words found where they are theirs": len(self.found & readable),
            "server errors": sorted(self.server_errors)[:SHOWN],
            "schema violations": sorted(self.violations)[:SHOWN],
            "planted words beyond rights": sorted(self.beyond_rights)[:SHOWN],
            "tokens not in force that were let in": sorted(self.let_in)[:SHOWN],
        }

    def _make_up(self, operation: Any, everybody: Iterator[str], many: int, turn: int) -> None:
        for place, mode in enumerate((GenerationMode.POSITIVE, GenerationMode.NEGATIVE)):
            try:
                strategy = operation.as_strategy(generation_mode=mode)
            except Exception:  # noqa: BLE001 - nothing of it can be wrong, such as no parameter
                continue

            @seed(turn * 2 + place)
            @settings(
                max_examples=max(many // 2, 1),
                database=None,
                deadline=None,
                phases=(Phase.generate,),
                suppress_health_check=list(HealthCheck),
            )
            @given(case=strategy)
            def one(case: Any) -> None:
                who = next(everybody)
                self._call(case, who)
                if self._names_records(case):
                    self._call(case, who)

            try:
                one()
            except Exception as problem:
                if type(problem).__name__ not in {"Unsatisfiable", "SkipTest", "Skipped"}:
                    raise

    def _names_records(self, case: Any) -> bool:
        """Give a call the numbers and names of records that exist; whether it takes any."""
        is_changed = False
        for part in (case.path_parameters, case.query, case.body):
            if not isinstance(part, dict):
                continue
            for name in {*part} & self.planted.values.keys():
                choices = self.planted.values[name]
                part[name] = choices[(self.calls + len(name)) % len(choices)]
                is_changed = True
        return is_changed

    def _call(self, case: Any, who: str) -> None:
        self.calls += 1
        method = case.operation.method.upper()
        operation = f"{method} {case.operation.path}"
        response = case.call(headers=self.planted.headers[who])
        self.asked[operation] += 1
        self.statuses[str(response.status_code)] += 1
        if response.status_code < 300:
            self.succeeded.add(operation)
            if who in self.planted.shut_out and operation in _with_a_token():
                self.let_in.add(f"{who}: {operation}")
        if response.status_code >= 500:
            self.server_errors.add(f"{operation}: {response.status_code}")
        self._check(case, response, operation)
        self._search(response, who, operation)

    def _check(self, case: Any, response: Any, operation: str) -> None:
        try:
            case.validate_response(response, checks=_CHECKS)
        except FailureGroup as group:
            self.violations |= {f"{operation}: {_first_line(one)}" for one in group.exceptions}
        except Failure as failure:
            self.violations.add(f"{operation}: {_first_line(failure)}")

    def _search(self, response: Any, who: str, operation: str) -> None:
        headers = " ".join(value for values in response.headers.values() for value in values)
        text = f"{headers}\n{response.content.decode(errors='replace')}"
        self._search_text(text, who, operation)

    def _search_text(self, text: str, who: str, operation: str) -> None:
        for word, readers in self.planted.words.items():
            if word in text:
                if who in readers:
                    self.found.add(word)
                else:
                    self.beyond_rights.add(f"{who} read {word} by {operation}")


@cache
def _with_a_token() -> frozenset[str]:
    """The operations for which a token is needed."""
    return frozenset(
        f"{method.upper()} {path}"
        for path, item in described()["paths"].items()
        for method, operation in item.items()
        if "security" in operation
    )


def _first_line(problem: BaseException) -> str:
    return " ".join(str(problem).split())[:300]
