"""Every command and every environment variable is documented, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from answerable import cli
from answerable_site.config import commands

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
VARIABLE = re.compile(r"\bANSWERABLE_[A-Z]+(?:_[A-Z]+)*\b")


def offered() -> set[str]:
    """Every command of the product as one types it."""
    site = typer.Typer()
    commands.plug_into(site)
    found = {_name(one) for app in (cli.app, site) for one in app.registered_commands}
    for group in (*cli.app.registered_groups, *site.registered_groups):
        found |= {f"{group.name} {one}" for one in _commands_of(group.typer_instance)}
    return found


def _commands_of(app: typer.Typer) -> set[str]:
    """The commands of a group, those of groups within it after the name of theirs."""
    found = {_name(one) for one in app.registered_commands}
    for group in app.registered_groups:
        # Without a name of its own, its commands stand among the others.
        own = f"{group.name} " if isinstance(group.name, str) else ""
        found |= {f"{own}{one}" for one in _commands_of(group.typer_instance)}
    return found


def _name(command: typer.models.CommandInfo) -> str:
    return command.name or command.callback.__name__.replace("_", "-")


def test_every_command_is_documented_and_none_is_made_up():
    documented = re.findall(
        r"^\| `answerable "
        r"((?:(?:audit|cut|intake(?: profile)?|leaks|measure|public|translations) )?[a-z-]+)",
        COMMANDS,
        flags=re.MULTILINE,
    )
    assert set(documented) == offered()


def test_every_environment_variable_is_documented_and_none_is_made_up():
    read = set()
    for pattern in ("src/**/*.py", "tests/**/*.py", "tests/*.sh", "bench/**/*.py", "run.py"):
        for path in ROOT.glob(pattern):
            if path != Path(__file__):
                read |= set(VARIABLE.findall(path.read_text(encoding="utf-8")))
    assert set(VARIABLE.findall(SETTINGS)) == read
