"""What import contracts cannot see about writing: where it happens and what it leaves behind."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.architecture.source import APPS, SITE, modules, public_functions, python_files, tree

OPERATIONS = [
    pytest.param(path, function, id=f"{app}.{function.name}")
    for app in APPS
    if app != "audit"
    for path in modules(app, "operations")
    for function in public_functions(path)
]
WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create"}
ON_ANY_NAME = {"save", "bulk_create", "bulk_update", "get_or_create"}


def writing_calls(path: Path) -> list[int]:
    """Line numbers at which something that looks like a write to the database is called."""
    return [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and _looks_like_database(node.func.value, node.func.attr)
    ]


def _looks_like_database(value: ast.expr, verb: str) -> bool:
    """A dictionary has `update` too, so a bare name counts only for verbs it lacks."""
    if isinstance(value, ast.Name):
        return verb in ON_ANY_NAME
    return ".objects" in ast.unparse(value) or isinstance(value, ast.Call)


class TestWrites:
    @pytest.mark.parametrize(
        "path",
        [
            path
            for path in python_files()
            if "operations" not in path.relative_to(SITE).as_posix()
            and "migrations" not in path.parts
        ],
        ids=lambda path: path.relative_to(SITE).as_posix(),
    )
    def test_happen_only_in_operations(self, path):
        assert writing_calls(path) == []


class TestOperations:
    @pytest.mark.parametrize(("path", "function"), OPERATIONS)
    def test_take_keywords_only_with_by(self, path, function):
        arguments = function.args
        assert not arguments.args
        assert not arguments.posonlyargs
        assert "by" in {argument.arg for argument in arguments.kwonlyargs}

    @pytest.mark.parametrize(("path", "function"), OPERATIONS)
    def test_say_what_they_do(self, path, function):
        assert ast.get_docstring(function)

    @pytest.mark.parametrize(("path", "function"), OPERATIONS)
    def test_are_atomic(self, path, function):
        assert any("atomic" in ast.unparse(decorator) for decorator in function.decorator_list)

    @pytest.mark.parametrize(("path", "function"), OPERATIONS)
    def test_leave_an_audit_entry(self, path, function):
        called = {
            ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)
        }
        assert called & {"record", "audit.record"} or any(
            name.startswith("_record") for name in called
        )
