"""Files of signed heads: the office’s own, and copies that others kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from answerable_site.audit.rules import Head, NotAHead, read_all, read_head

NAME = "heads.jsonl"
_LONGEST_LINE = 4096


class CannotReadHeads(Exception):
    """A file of heads cannot be used; the sentence says why."""


@dataclass(frozen=True, slots=True)
class HeadsFile:
    """The heads of one file, as far as they hold."""

    path: Path
    heads: tuple[Head, ...]
    problems: tuple[str, ...]
    """A sentence on the first line that is no head, if there is one."""


def own_file() -> Path:
    """Where the office’s own heads are, or would be."""
    folder: Path = settings.AUDIT_HEADS
    return folder / NAME


def read_heads(path: Path, *, has_gaps: bool = False) -> HeadsFile:
    """The heads of a file, or of the one file of heads in a folder.

    Args:
        path: the file or folder.
        has_gaps: heads may be left out, as in a copy that somebody kept of some.

    Raises:
        CannotReadHeads: there is none, or it cannot be read.
    """
    if path.is_dir():
        path = path / NAME
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        raise CannotReadHeads(f"There is no file of heads at {path}.") from None
    except OSError as problem:
        raise CannotReadHeads(f"The heads {path} cannot be read: {problem.strerror}.") from None
    heads, problems = read_all(whole_lines(text), has_gaps=has_gaps)
    return HeadsFile(path, tuple(heads), tuple(problems))


def read_if_begun(path: Path) -> HeadsFile:
    """The heads of a file; none where it was not begun yet.

    Raises:
        CannotReadHeads: it cannot be read.
    """
    if not path.exists():
        return HeadsFile(path, (), ())
    return read_heads(path)


def whole_lines(text: str) -> list[str]:
    """The lines that were written to their end; a crash can leave half a line behind."""
    return text.split("\n")[:-1]


def last_head(path: Path) -> Head | None:
    """The last head of a file, without reading what is before it; None if there is no file.

    Raises:
        CannotReadHeads: the last line is no head.
    """
    lines = last_lines(path, 1)
    if not lines:
        return None
    try:
        return read_head(lines[-1])
    except NotAHead as problem:
        raise CannotReadHeads(f"The last line of {path} {problem}.") from None


def latest_heads(count: int) -> list[Head]:
    """The office’s own last heads, newest first; a line that is none ends the list."""
    heads = []
    for line in reversed(last_lines(own_file(), count)):
        try:
            heads.append(read_head(line))
        except NotAHead:
            break
    return heads


def last_lines(path: Path, count: int) -> list[str]:
    """The last whole lines of a file; none if there is no file."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        end = file.seek(0, 2)
        file.seek(max(0, end - (count + 1) * _LONGEST_LINE))
        text = file.read().decode(errors="replace")
    lines = whole_lines(text)
    return lines[-count:]
