"""The programming interface as its page tells it, from its description for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from answerable_site.interface import KINDS

_KINDS_OF_VALUES = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "array": "list",
    "object": "object",
    "null": "null",
}
_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class ShownField:
    """Something that is asked or told, by its name."""

    name: str
    kind: str
    says: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class ShownOperation:
    """One thing that can be done."""

    name: str
    method: str
    path: str
    title: str
    says: str
    scopes: str
    """Empty where everybody may."""
    asks: tuple[ShownField, ...]
    answers: tuple[tuple[str, str], ...]
    """Each status with what it means, and what is told then."""
    tells: str
    """The name of what is told; empty where that is no object of its own."""


@dataclass(frozen=True, slots=True)
class ShownTold:
    """Something that is told, field by field."""

    name: str
    says: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A kind of problem."""

    name: str
    status: int
    title: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class ShownInterface:
    """The whole interface."""

    groups: tuple[tuple[str, tuple[ShownOperation, ...]], ...]
    told: tuple[ShownTold, ...]
    problems: tuple[ShownProblem, ...]


def shown_interface(document: Mapping[str, Any]) -> ShownInterface:
    """The interface in words.

    Args:
        document: its description (OpenAPI 3.1).
    """
    groups: dict[str, list[ShownOperation]] = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            for tag in operation["tags"]:
                groups.setdefault(tag, []).append(_operation(path, method, operation))
    schemas = document["components"]["schemas"]
    return ShownInterface(
        groups=tuple((name, tuple(found)) for name, found in groups.items()),
        told=tuple(
            ShownTold(name, told.get("description", ""), tuple(_fields(told)))
            for name, told in sorted(schemas.items())
            if told.get("properties")
        ),
        problems=tuple(
            ShownProblem(name, kind.status.value, kind.title, kind.what_to_do)
            for name, kind in KINDS.items()
        ),
    )


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> ShownOperation:
    title, _, rest = operation.get("description", operation["summary"]).partition("\n")
    return ShownOperation(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        title=title.strip(),
        says=" ".join(rest.split()),
        scopes=" or ".join(operation.get("x-scopes", ())),
        asks=tuple(_asked(operation)),
        answers=tuple(
            (status, said.get("description", "")) for status, said in operation["responses"].items()
        ),
        tells=_told(operation),
    )


def _asked(operation: Mapping[str, Any]) -> Iterator[ShownField]:
    for one in operation.get("parameters", ()):
        schema = one["schema"]
        says = one.get("description") or schema.get("description", "")
        kind = f"{_kind(schema)}, in the {one['in']}"
        yield ShownField(one["name"], kind, says, one.get("required", False))
    for content in operation.get("requestBody", {}).get("content", {}).values():
        yield from _fields(content["schema"])


def _fields(schema: Mapping[str, Any]) -> Iterator[ShownField]:
    required = schema.get("required", ())
    for name, one in schema.get("properties", {}).items():
        yield ShownField(name, _kind(one), one.get("description", ""), name in required)


def _told(operation: Mapping[str, Any]) -> str:
    for status, said in operation["responses"].items():
        if status.startswith("2"):
            for content in said.get("content", {}).values():
                schema = content["schema"]
                named = schema.get("$ref") or schema.get("items", {}).get("$ref", "")
                return str(named.removeprefix(_REFERENCE))
    return ""


def _kind(schema: Mapping[str, Any]) -> str:
    """What kind of value is asked or told, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REFERENCE)
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return "one of " + ", ".join(str(one) for one in schema["enum"])
    kind = str(schema.get("type", "any value"))
    if kind == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    words = {"date": "date", "date-time": "moment", "binary": "file"}
    return words.get(schema.get("format", ""), _KINDS_OF_VALUES.get(kind, kind))
