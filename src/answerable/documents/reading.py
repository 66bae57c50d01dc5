"""Reads a file from outside: always in a child process with limits, never in this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, BinaryIO, Final

from answerable.documents.answers import data_in
from answerable.documents.child import READ, REFUSED
from answerable.documents.limits import Limits
from answerable.documents.model import Document
from answerable.documents.recognition import too_large
from answerable.documents.refusal import Reason, Unreadable

_START: Final = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from importlib import import_module; "
    "sys.exit(import_module(sys.argv[1]).main(sys.argv[2]))"
)
_CHILD: Final = "answerable.documents.child"
_DEFAULT: Final = Limits()
_PICTURE_WIDTH: Final = 1000
_KILLED_FOR_TIME: Final = (-24, 152)
"""SIGXCPU, as `subprocess` and as a shell tell it."""
_KILLED_FOR_MEMORY: Final = (-9, 137)


def read(file: str | Path | bytes, *, limits: Limits = _DEFAULT) -> Document:
    """The document in a file.

    The file is opened in a child process that has no network, an empty environment, an empty
    working folder and the given limits; whatever goes wrong there, this process lives on. Blocks
    until the child has ended, at most `limits.seconds` and a moment.

    Args:
        file: a path, or the bytes themselves.
        limits: what the reading may cost.

    Raises:
        Unreadable: the file cannot be read; `str()` of it is a plain sentence for the person who
            sent the file and `code` one of `Reason`.
        OSError: the path cannot be opened.
    """
    answer = ask({"task": "read"}, file, limits)
    return Document.from_json(data_in(answer))


def picture(
    file: str | Path | bytes,
    page: int,
    *,
    width: int = _PICTURE_WIDTH,
    limits: Limits = _DEFAULT,
) -> bytes:
    """A PNG picture of one page of a PDF, made in the same limited child as `read`.

    Args:
        file: a path, or the bytes themselves.
        page: counted from 1.
        width: in pixels, between 50 and 3,000; the height follows.
        limits: what the making may cost.

    Raises:
        Unreadable: the file cannot be read, is no PDF or has no such page.
        OSError: the path cannot be opened.
    """
    return ask({"task": "picture", "page": page, "width": width}, file, limits)


def ask(
    task: dict[str, Any], file: str | Path | bytes, limits: Limits, *, child: str = _CHILD
) -> bytes:
    """What a limited child answers to one task about a file; every reading goes through here.

    Args:
        task: as the `main` of the child takes it, without the limits.
        file: a path, or the bytes themselves.
        limits: what the answer may cost.
        child: the module of the child.

    Raises:
        Unreadable: the child refused, or went beyond its limits.
        OSError: the path cannot be opened.
    """
    with tempfile.TemporaryFile() as answer:
        _fill(answer, task, file, limits, child)
        return answer.read(limits.output)


@contextmanager
def answered(task: dict[str, Any], file: str | Path | bytes, limits: Limits) -> Iterator[IO[bytes]]:
    """What `ask` gives, as an open file at its beginning: for answers too long to be held at once.

    The file has a name as long as it is open, and no longer.

    Raises:
        Unreadable: the child refused, or went beyond its limits.
        OSError: the path cannot be opened.
    """
    with tempfile.NamedTemporaryFile() as answer:
        _fill(answer.file, task, file, limits, _CHILD)
        yield answer.file


def _fill(
    answer: IO[bytes], task: dict[str, Any], file: str | Path | bytes, limits: Limits, child: str
) -> None:
    """Lets the child write its answer into a file, which is then at its beginning."""
    with _opened(file) as source:
        if os.fstat(source.fileno()).st_size > limits.size:
            raise too_large(limits)
        request = json.dumps({**task, "limits": asdict(limits)})
        status = _run([child, request], source, answer, limits.seconds)
    answer.seek(0)
    if status != READ:
        raise _refusal(status, answer.read(limits.output))


@contextmanager
def _opened(file: str | Path | bytes) -> Iterator[BinaryIO]:
    """The file as something that a child can take as its standard input."""
    if isinstance(file, bytes):
        with tempfile.TemporaryFile() as spool:
            spool.write(file)
            spool.flush()
            spool.seek(0)
            yield spool
    else:
        with Path(file).open("rb") as source:
            yield source


def _run(task: list[str], source: BinaryIO, answer: IO[bytes], seconds: float) -> int:
    """The exit status of the child, negative if a signal ended it.

    Args:
        task: the module of the child, and its request.
    """
    command = [sys.executable, "-I", "-S", "-c", _START, *task, *sys.path]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            command,
            stdin=source,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(),
        ) as child,
    ):
        try:
            return child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Unreadable(Reason.TOO_SLOW) from None
        finally:
            child.kill()


def _environment() -> dict[str, str]:
    """Nothing, but for the one variable without which Windows starts no Python."""
    return {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}


def _refusal(status: int, told: bytes) -> Unreadable:
    if status == REFUSED:
        answer = data_in(told)
        refusal = Unreadable(Reason(answer["code"]), answer["sentence"])
        if answer["cause"]:
            refusal.add_note(answer["cause"])
        return refusal
    if status in _KILLED_FOR_TIME:
        return Unreadable(Reason.TOO_SLOW)
    if status in _KILLED_FOR_MEMORY:
        return Unreadable(Reason.TOO_MUCH_MEMORY)
    return Unreadable(Reason.DAMAGED)
