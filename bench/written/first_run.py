"""What the first rendering of a process costs: prints seconds to import and to render, as JSON."""

from __future__ import annotations

import json
import sys
import time


def main() -> None:
    """Import everything that writes, then make all formats of a response once."""
    started = time.perf_counter()
    from answerable.writing import canonical, docx, html, odt, pdf

    imported = time.perf_counter()
    document = canonical.from_json(json.load(sys.stdin))
    loaded = time.perf_counter()
    html.to_html(document)
    for render in (pdf.to_pdf, docx.to_docx, odt.to_odt, canonical.canonical_bytes):
        render(document)
    rendered = time.perf_counter()
    print(json.dumps({"import": imported - started, "render": rendered - loaded}))


if __name__ == "__main__":
    main()
