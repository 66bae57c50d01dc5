"""Make the PDF, DOCX and ODT reference documents from `sources/`; the same input, the same bytes.

python tests/reference/inspections/write.py [NAME ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

from composing.docx import set_docx
from composing.markup import read_source
from composing.odt import set_odt
from composing.pdf import set_pdf

HERE = Path(__file__).resolve().parent
SETTERS = {"pdf": set_pdf, "docx": set_docx, "odt": set_odt}


def write(names: list[str]) -> None:
    """Write the named documents, or all of them, into `documents/`."""
    for path in sorted((HERE / "sources").glob("*.txt")):
        if names and path.stem not in names:
            continue
        source = read_source(path)
        form = source.head["format"]
        made = HERE / "documents" / f"{path.stem}.{form}"
        made.write_bytes(SETTERS[form](source))
        sys.stdout.write(f"{made.name}: {made.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    write(sys.argv[1:])
