"""How things are told to programs, and how programs learn that nothing changed."""

from __future__ import annotations

import ast
import inspect
from datetime import datetime
from itertools import pairwise
from textwrap import dedent
from typing import Any, Final

from django.http import HttpResponse
from django.utils.http import http_date
from ninja import Schema
from pydantic import ConfigDict

SLUG: Final = r"^[-a-zA-Z0-9_]+$"
"""What parts of addresses are made of."""
NOT_CHANGED: Final[dict[int, None]] = {304: None}
"""The answer to whoever holds what is told already; a part of every answer to a reading."""


def describe(schema: dict[str, Any], model: type[Any]) -> None:
    """Put the docstrings of a model’s fields into its description in the reference.

    Only when a description is asked for: pydantic reads them while each model is made, which took
    every process longer to start than all the rest of the interface. It does read them of the few
    models in which something is asked, since those are taken apart before they are described.
    """
    for name, words in _docstrings(model).items():
        schema["properties"].get(name, {}).setdefault("description", words)


def _docstrings(model: type[Any]) -> dict[str, str]:
    """What stands under each field of a model, and of those that it is derived from."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        is_written = issubclass(one, Schema) and one is not Schema and "[" not in one.__name__
        for node in ast.walk(ast.parse(dedent(inspect.getsource(one)))) if is_written else ():
            for field, below in pairwise(node.body if isinstance(node, ast.ClassDef) else ()):
                match field, below:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(words))),
                    ):
                        found[name] = inspect.cleandoc(words)
    return found


class Told(Schema):
    """Something that the interface tells. Its docstrings are its descriptions in the reference."""

    model_config = ConfigDict(json_schema_extra=describe, extra="forbid")


def changed_at(response: HttpResponse, at: datetime | None) -> None:
    """Say when what is told changed last, so that programs can ask for what is newer."""
    if at is not None:
        response["Last-Modified"] = http_date(at.timestamp())
