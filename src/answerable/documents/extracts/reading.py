"""Reads a long list from outside: parsed in a child process with limits, never in this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from answerable.documents.answers import data_in
from answerable.documents.extracts.model import END, Extract, Wanted
from answerable.documents.limits import MEBIBYTE, Limits
from answerable.documents.reading import answered
from answerable.documents.refusal import SENTENCES, Reason, Unreadable

LARGEST: Final = 1024 * MEBIBYTE
_SECONDS_A_MEBIBYTE: Final = 0.5
_LONGEST_LAST_LINE: Final = MEBIBYTE
_SENTENCES: Final = {
    Reason.TOO_SLOW: "Reading the file took too long. Save it as CSV, or split it, and try again.",
    Reason.TOO_MUCH_MEMORY: (
        "Reading the file needs too much memory. Save the sheet that you want as CSV and try again."
    ),
    Reason.DAMAGED: (
        "The file is damaged, or no list can be read from it. Export it again from the system that "
        "made it."
    ),
}


def limits_for(size: int) -> Limits:
    """What reading a file of so many bytes may cost: the time grows with it, the memory does not.

    A file that a person uploads is answered within 10 seconds.
    """
    usual = Limits()
    return Limits(
        seconds=usual.seconds + size / MEBIBYTE * _SECONDS_A_MEBIBYTE,
        size=LARGEST,
        output=2 * LARGEST,
        unpacked=LARGEST,
    )


@contextmanager
def read_extract(
    file: str | Path | bytes, wanted: Wanted, *, limits: Limits | None = None
) -> Iterator[tuple[Extract, IO[bytes]]]:
    """What was found in a list, and its rows as a file of lines (`streaming.stream` says how).

    The file of lines is text in UTF-8 without its last line, has a name, and is gone once the
    context ends. It has no lines where the list is not as wanted (`Extract.is_as_wanted`).

    Args:
        file: CSV in any usual encoding and with any usual separator, a workbook (XLSX, XLS, ODS),
            Parquet, or an archive (ZIP) of these; a path, or the bytes themselves.
        wanted: the columns, and what is to be read where the file holds several lists.
        limits: what the reading may cost; None: as its size asks for (`limits_for`).

    Raises:
        Unreadable: the file cannot be read, or holds several lists and none is chosen; `str()` of
            it is a sentence for the person who sent it.
        OSError: the path cannot be opened.
    """
    size = len(file) if isinstance(file, bytes) else Path(file).stat().st_size
    task = {"task": "extract", "wanted": wanted.as_json()}
    try:
        with answered(task, file, limits or limits_for(size)) as answer:
            yield Extract.from_json(data_in(_take_last_line(answer))), answer
    except Unreadable as refusal:
        if str(refusal) == SENTENCES[refusal.code] and refusal.code in _SENTENCES:
            raise Unreadable(refusal.code, _SENTENCES[refusal.code]) from refusal
        raise


def _take_last_line(answer: IO[bytes]) -> bytes:
    """The last line of an answer without its mark; the file then ends before it."""
    end = answer.seek(0, 2)
    start = max(0, end - _LONGEST_LAST_LINE)
    answer.seek(start)
    tail = answer.read()
    at = tail.rfind(END.encode())
    if at < 0:
        raise Unreadable(Reason.DAMAGED)
    answer.truncate(start + at)
    answer.seek(0)
    return tail[at + 1 :]
