"""Where the guides stand, and what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from answerable.languages import say

_PACKED: Final = Path(__file__).parent / "docs"
_IN_THE_REPOSITORY: Final = Path(__file__).parents[4] / "docs"
_NAME: Final = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the four kinds of guide."""

    name: str
    """As in addresses, and the name of its folder."""
    title: str
    says: str


KINDS: Final = (
    Kind("tutorials", say("Learn it"), say("Walk through an example, step by step.")),
    Kind("how-to", say("Do something"), say("How to get one thing done.")),
    Kind("explanation", say("Understand it"), say("Why it is so.")),
    Kind("reference", say("Look it up"), say("What each thing is, exactly.")),
)


@dataclass(frozen=True, slots=True)
class Guide:
    """A page of the documentation."""

    kind: str
    name: str
    title: str
    text: str
    """Markdown."""


def guide(kind: str, name: str) -> Guide | None:
    """A guide by its address; None where there is none."""
    return _shelf().get((kind, name))


def guides(kind: str) -> list[Guide]:
    """The guides of a kind, by title."""
    found = [one for one in _shelf().values() if one.kind == kind]
    return sorted(found, key=lambda one: one.title.lower())


def picture(name: str) -> Path | None:
    """The file of a picture that stands in a guide; None where there is none."""
    stem, _, ending = name.partition(".")
    if not _NAME.fullmatch(stem) or ending not in {"png", "svg"}:
        return None
    found = _folder() / "pictures" / name
    return found if found.is_file() else None


@cache
def _shelf() -> dict[tuple[str, str], Guide]:
    """Every guide; read once in a process, for they change with the product alone."""
    found = {}
    for kind in KINDS:
        for file in sorted((_folder() / kind.name).glob("*.md")):
            text = file.read_text(encoding="utf-8")
            title = text.partition("\n")[0].removeprefix("# ")
            found[kind.name, file.stem] = Guide(kind.name, file.stem, title, text)
    return found


def _folder() -> Path:
    return _PACKED if _PACKED.is_dir() else _IN_THE_REPOSITORY
