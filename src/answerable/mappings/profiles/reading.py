"""A profile is read from a file (TOML or JSON), and refused with every fault that it has."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import msgspec

from answerable.mappings.profiles.faults import faults
from answerable.mappings.profiles.model import Column, Name, Profile

LARGEST: Final = 1024 * 1024
_SHIPPED: Final = files("answerable.mappings") / "shipped"


class UnusableProfile(ValueError):
    """The file is no profile that can be used; the message says where and what to do."""


def read_profile(path: Path) -> Profile:
    """The profile in a file: TOML, or JSON where its name ends so.

    Raises:
        UnusableProfile: it is no profile, or contradicts itself.
        OSError: the path cannot be opened.
    """
    if path.stat().st_size > LARGEST:
        raise UnusableProfile(f"{path.name} is larger than a profile can be.")
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UnusableProfile(f"{path.name} is not written in UTF-8. Save it so.") from error
    except (ValueError, RecursionError) as error:
        raise UnusableProfile(f"{path.name} is no TOML or JSON: {error}") from error
    return profile_from(data, path.name)


def profile_from(data: Any, called: str) -> Profile:
    """The profile in plain data.

    Args:
        called: what messages call it.

    Raises:
        UnusableProfile: it is no profile, or contradicts itself.
    """
    try:
        profile = msgspec.convert(data, Profile, strict=True)
    except msgspec.ValidationError as error:
        raise UnusableProfile(f"{called}: {_worded(str(error), data)}") from error
    if found := list(faults(profile)):
        raise UnusableProfile("\n".join(f"{called}: {fault}" for fault in found))
    return profile


def _worded(problem: str, data: Any) -> str:
    """What the decoder says, with the place first, as in "columns.x.holds: …"."""
    what, _, place = problem.partition(" - at `$.")
    if place.startswith("columns[...]"):
        place = place.replace("columns[...]", f"columns.{_wrong_column(data['columns'])}", 1)
    return f"{place.rstrip('`')}: {what}." if place else f"{what}."


def _wrong_column(columns: dict[str, Any]) -> str:
    """The first column that is none; the decoder says only that there is one."""
    for name, column in columns.items():
        try:
            msgspec.convert({name: column}, dict[Name, Column], strict=True)
        except msgspec.ValidationError:
            return name
    return "?"


def shipped_names() -> list[str]:
    """The names of the profiles that come with the product."""
    return sorted(
        one.name.removesuffix(".toml") for one in _SHIPPED.iterdir() if one.name.endswith(".toml")
    )


def shipped_text(name: str) -> str:
    """The file of a profile that comes with the product, in TOML.

    Raises:
        UnusableProfile: there is none of this name.
    """
    if name not in shipped_names():
        raise UnusableProfile(
            f"There is no profile {name!r}. There are {', '.join(shipped_names())}; or name a file."
        )
    return (_SHIPPED / f"{name}.toml").read_text(encoding="utf-8")


def shipped_profile(name: str) -> Profile:
    """The profile of a name that comes with the product.

    Raises:
        UnusableProfile: there is none of this name.
    """
    return profile_from(tomllib.loads(shipped_text(name)), name)
