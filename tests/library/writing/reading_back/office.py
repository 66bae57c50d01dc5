"""What LibreOffice makes of files: their headings and their words."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

MISSING = "LibreOffice is not installed (Debian: libreoffice-writer-nogui)."
_SECONDS_TO_START, _SECONDS_FOR_A_FILE = 60, 3
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@dataclass(frozen=True)
class Opened:
    """A file as LibreOffice opened it."""

    headings: tuple[tuple[int, str], ...]
    """Level and words of each heading, in order."""
    words: tuple[str, ...]
    """Every word of the text, in order, without footers and without numbers of lists."""
    header_rows: int
    """How many rows of tables repeat on every page."""


def office() -> str | None:
    """The program, or None where it is not installed."""
    return shutil.which("soffice")


def opened_by_office(files: Mapping[str, bytes]) -> dict[str, Opened]:
    """Open files by name in one run of LibreOffice, with a profile of their own."""
    program = office()
    assert program is not None, MISSING
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given"), Path(folder, "made")
        given.mkdir()
        for name, content in files.items():
            (given / name).write_bytes(content)
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "fodt",
                "--outdir",
                str(made),
                *(str(given / name) for name in files),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS_TO_START + _SECONDS_FOR_A_FILE * len(files),
        )
        return {name: _read((made / name).with_suffix(".fodt")) for name in files}


def _read(flat: Path) -> Opened:
    body = etree.parse(flat).find(f"{_OFFICE}body/{_OFFICE}text")
    headings = tuple(
        (int(heading.get(f"{_TEXT}outline-level")), " ".join(_text(heading).split()))
        for heading in body.iter(f"{_TEXT}h")
    )
    lines = (_text(line) for line in body.iter(f"{_TEXT}p", f"{_TEXT}h"))
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    return Opened(
        headings=headings,
        words=tuple(word for line in lines for word in line.split()),
        header_rows=len(body.findall(f".//{table}table-header-rows/{table}table-row")),
    )


def _text(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append(" ")
        elif child.tag == f"{_TEXT}span" or child.tag == f"{_TEXT}a":
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
