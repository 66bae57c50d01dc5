"""How every command prints, shows that it works, and refuses."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from rich.status import Status

NOT_WHOLE = 1
BAD_INPUT = 2


class Format(StrEnum):
    """How a command prints its result."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help="A table to read, or JSON for other programs.")
]


def progress(what: str) -> Status:
    """Shows on standard error what goes on, while it goes on."""
    from rich.console import Console

    return Console(stderr=True).status(f"{what} ...")


def print_json(data: Any) -> None:
    """Plain data as JSON; dates as text."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def refuse(sentence: str) -> NoReturn:
    """Say why not on standard error, and end with status 2."""
    typer.echo(sentence, err=True)
    raise typer.Exit(BAD_INPUT)
