"""Which messages the product has, and which of them have Welsh."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import answerable
import answerable_site
from answerable.languages import welsh
from answerable_site.design.languages import fault_in, messages_of

LIBRARY = "library"
_SITE = Path(answerable_site.__file__).parent
_LIBRARY = Path(answerable.__file__).parent
_SAYING = {"say": 1, "message": 1, "say_count": 2}
"""How many of the first arguments are messages."""


@dataclass(frozen=True, slots=True)
class Found:
    """One message of the sources."""

    room: str
    """The app, or the library."""
    file: str
    """Relative to `src`."""
    line: int
    text: str
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one room is translated."""

    room: str
    messages: int
    in_welsh: int
    drafts: int
    """Of those in Welsh, how many nobody who speaks it has read yet."""
    unmarked: int
    """Texts in Python that look like wording and that nobody marked as messages."""


def found_in_sources() -> list[Found]:
    """Every message, by room, file and line."""
    found: list[Found] = []
    for path in sorted(_SITE.glob("**/templates/**/*.html")):
        room, file = _room(path), _relative(path)
        found.extend(
            Found(room, file, one.line, one.text)
            for one in messages_of(path.read_text(encoding="utf-8"))
        )
    for path in _python_files():
        found.extend(_said_in(path))
    return sorted(found, key=lambda one: (one.room, one.file, one.line))


def standings() -> list[Standing]:
    """How far each room is translated. A message counts once in each room that says it."""
    catalogue = welsh()
    by_room: dict[str, set[str]] = defaultdict(set)
    for one in found_in_sources():
        by_room[one.room].add(one.text)
    unmarked = _unmarked()
    return [
        Standing(
            room=room,
            messages=len(texts),
            in_welsh=len(texts & catalogue.entries.keys()),
            drafts=sum(
                catalogue.entries[text].is_draft for text in texts & catalogue.entries.keys()
            ),
            unmarked=unmarked.get(room, 0),
        )
        for room, texts in sorted(by_room.items())
    ]


def stale() -> list[str]:
    """Messages in the catalogues that stand in no source any more."""
    texts = {one.text for one in found_in_sources()}
    return [text for text in welsh().entries if text not in texts]


def faults() -> list[str]:
    """What is wrong with the catalogues, a sentence each."""
    in_templates = {one.text for one in found_in_sources() if one.file.endswith(".html")}
    found = [f"Nobody says {text!r} any more, or says it otherwise." for text in stale()]
    for text, entry in welsh().entries.items():
        if text in in_templates and (why := fault_in(text, entry.forms[0])):
            found.append(f"The Welsh of {text!r} cannot stand in its place. {why}")
        found.extend(
            f"The Welsh of {text!r} does not put in the same names in braces."
            for form in entry.forms
            if text not in in_templates and not _names(form) <= _names(text)
        )
    return found


def in_lines(standings_of: list[Standing]) -> list[str]:
    """How far each room is translated, as lines of a table, all together last."""
    rows = [
        ("room", "messages", "in Welsh", "drafts", "unmarked"),
        *((one.room, *map(str, _counts(one))) for one in standings_of),
        ("all", *(str(sum(counts)) for counts in zip(*map(_counts, standings_of), strict=True))),
    ]
    return [f"{room:<14}" + "".join(f"{cell:>10}" for cell in cells) for room, *cells in rows]


def _counts(one: Standing) -> tuple[int, int, int, int]:
    return one.messages, one.in_welsh, one.drafts, one.unmarked


def _names(text: str) -> set[str]:
    """What is put into a message, by name, in either way of Python."""
    return set(re.findall(r"{(\w+)(?::[^}]*)?}", text)) | set(re.findall(r"%\((\w+)\)", text))


def untranslated(room: str = "") -> list[Found]:
    """Messages without Welsh, each once: where it stands first.

    Args:
        room: of one room only.
    """
    known = welsh().entries
    first: dict[str, Found] = {}
    for one in found_in_sources():
        if one.text not in known and (not room or one.room == room):
            first.setdefault(one.text, one)
    return list(first.values())


def as_catalogue(found: list[Found]) -> Iterator[str]:
    """Messages as lines that a translator fills in and puts into a catalogue."""
    for one in found:
        yield f"#: {one.file}:{one.line}"
        yield "#, fuzzy"
        yield f"msgid {quoted(one.text)}"
        if one.plural:
            yield f"msgid_plural {quoted(one.plural)}"
            yield from (f'msgstr[{number}] ""' for number in range(6))
        else:
            yield 'msgstr ""'
        yield ""


def quoted(text: str) -> str:
    """A text as catalogues have it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _python_files() -> list[Path]:
    return [
        path
        for root in (_LIBRARY, _SITE)
        for path in sorted(root.glob("**/*.py"))
        if "migrations" not in path.parts
    ]


def _room(path: Path) -> str:
    return path.relative_to(_SITE).parts[0] if path.is_relative_to(_SITE) else LIBRARY


def _relative(path: Path) -> str:
    return path.relative_to(_SITE.parent).as_posix()


def _said_in(path: Path) -> Iterator[Found]:
    source = path.read_text(encoding="utf-8")
    if "answerable.languages import" not in source:
        return
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        texts = [_texts(argument) for argument in call.args[: _SAYING.get(call.func.id, 0)]]
        if not texts:
            continue
        plurals = texts[1] if len(texts) > 1 else [""] * len(texts[0])
        for text, plural in zip(texts[0], plurals, strict=True):
            yield Found(_room(path), _relative(path), call.lineno, text, plural)


def _texts(argument: ast.expr) -> list[str]:
    """A text that stands there, or both of a choice."""
    match argument:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_texts(body), *_texts(orelse)]
        case _:
            return []


_WORDED = ("presenters", "forms", "views", "rules")


def _unmarked() -> dict[str, int]:
    """Texts of several words in the files that word pages, outside every message, by room."""
    counts: dict[str, int] = defaultdict(int)
    for path in _python_files():
        if path.is_relative_to(_SITE) and set(_WORDED) & {*path.parts, path.stem}:
            counts[_room(path)] += _loose(ast.parse(path.read_text(encoding="utf-8")))
    return counts


def _loose(node: ast.AST) -> int:
    """Texts of several words below a node that are no message, no remark and no error."""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _SAYING:
            return 0
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return 0
        case (
            ast.Constant(value=str(text))
            | ast.JoinedStr(values=[ast.Constant(value=str(text)), *_])
        ):
            return int(" " in text.strip() and text[:1].isupper())
        case _:
            return sum(_loose(child) for child in ast.iter_child_nodes(node))
