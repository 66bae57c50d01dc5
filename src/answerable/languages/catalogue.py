"""Catalogues: files of gettext (`.po`) that say what an English message is in Welsh.

They are read as they are, so that nothing has to be compiled and no tool of gettext is needed. Of
the format only what translators use is read: messages, plural forms, flags and comments.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CATALOGUE_NAME = "welsh.po"
"""The file beside the code whose messages it holds."""
DRAFT = "fuzzy"
"""The flag of gettext for what nobody who speaks the language has looked at yet."""
FORMS = 6
_FORM_OF = {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}
"""Welsh counts nought, one, two, three, six and all others apart (Unicode CLDR, plural rules)."""


class CatalogueFault(ValueError):
    """A catalogue that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message with its Welsh."""

    message: str
    plural: str
    """The English of more than one; empty for a message that counts nothing."""
    forms: tuple[str, ...]
    """The Welsh: one, or six for a message that counts."""
    is_draft: bool
    """Whether nobody who speaks Welsh has looked at it yet."""


@dataclass(slots=True)
class Catalogue:
    """Every message that has Welsh."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take up the messages of a further file.

        Raises:
            CatalogueFault: it says one message otherwise than a file before.
        """
        for entry in entries:
            before = self.entries.setdefault(entry.message, entry)
            if before.forms != entry.forms:
                raise CatalogueFault(
                    f"Two catalogues say {entry.message!r} in different Welsh: "
                    f"{before.forms} and {entry.forms}."
                )

    def said(self, message: str, count: int | None = None) -> str | None:
        """The Welsh of a message; None where there is none.

        Args:
            count: of what, for a message that counts.
        """
        entry = self.entries.get(message)
        if entry is None:
            return None
        return entry.forms[form_of(count) if count is not None and entry.plural else 0]

    @property
    def has_drafts(self) -> bool:
        """Whether somebody who speaks Welsh has yet to look at any of it."""
        return any(entry.is_draft for entry in self.entries.values())


def form_of(count: int) -> int:
    """Which of the six forms of Welsh a number takes."""
    return _FORM_OF.get(count, FORMS - 1)


def read_catalogue(path: Path) -> list[Entry]:
    """The messages of one file that have Welsh, in its order.

    Raises:
        CatalogueFault: a line that is none of the format, or a message that counts and has not all
            six forms.
    """
    found = []
    for number, fields, flags in _raw(path):
        message, plural = fields.get("msgid", ""), fields.get("msgid_plural", "")
        forms = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
        if not message or not any(forms):
            continue
        if len(forms) != (FORMS if plural else 1) or not all(forms):
            raise CatalogueFault(f"{path.name}, line {number}: not all forms of {message!r}.")
        found.append(Entry(message, plural, forms, DRAFT in flags))
    return found


def _raw(path: Path) -> Iterator[tuple[int, dict[str, str], set[str]]]:
    """Each message: the line on which it ends, its fields by name, its flags."""
    fields: dict[str, str] = {}
    flags: set[str] = set()
    name = ""
    number = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match line[:1]:
            case "":
                if fields:
                    yield number, fields, flags
                fields, flags, name = {}, set(), ""
            case "#":
                if line.startswith("#,"):
                    flags |= {flag.strip() for flag in line[2:].split(",")}
            case '"':
                fields[name] = fields.get(name, "") + _unquoted(line, path, number)
            case _:
                name, _, text = line.partition(" ")
                fields[name] = _unquoted(text, path, number)
    if fields:
        yield number, fields, flags


def _unquoted(text: str, path: Path, number: int) -> str:
    try:
        said = ast.literal_eval(text.strip())
    except (SyntaxError, ValueError):
        said = None
    if not isinstance(said, str):
        raise CatalogueFault(f"{path.name}, line {number}: {text!r} is no text in quotes.")
    return said
