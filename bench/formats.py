"""Every format holds the same words, is tagged, and opens in LibreOffice with its headings.

Invented documents of many shapes and two whole responses become HTML, PDF, DOCX, ODT and JSON. The
words are read back from each file by what it says of itself (elements, styles, tags) and compared
with the document's outline, line by line and role by role.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable

from rich.console import Console
from tests.library.writing.reading_back import office
from tests.library.writing.reading_back.comparing import (
    composed,
    differences,
    in_print,
    tagged,
)
from tests.library.writing.reading_back.docx import footer_of_docx, lines_in_docx
from tests.library.writing.reading_back.html import lines_in_html
from tests.library.writing.reading_back.odt import footer_of_odt, lines_in_odt
from tests.library.writing.reading_back.pdf import (
    facts_of_pdf,
    lines_in_pdf,
    pages_of_pdf,
    tag_tree,
)

from answerable.writing.blocks import Table, WrittenDocument
from answerable.writing.canonical import canonical_bytes, from_json
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable.writing.outline import Line, LineKind, lines_of
from answerable.writing.pdf import to_pdf
from answerable.writing.words import page_of
from bench.proof import Proof
from bench.written.invented import invented
from bench.written.response import response_of, response_with_table_and_welsh

INVENTED = 58
MORE = 400

Finding = tuple[str, str]
"""What was found wrong, as the name of its figure, and a sentence."""


def prove(*, full: bool) -> Proof:
    """Make and read back every format of all documents, and open DOCX and ODT in LibreOffice."""
    documents = [invented(seed) for seed in range(MORE if full else INVENTED)]
    documents += [response_of(30), response_with_table_and_welsh(30)]
    findings: list[Finding] = []
    files: dict[str, bytes] = {}
    for number, document in enumerate(documents):
        docx, odt = to_docx(document), to_odt(document)
        files |= {f"{number}.docx": docx, f"{number}.odt": odt}
        findings += wrong_words(document, docx, odt)
        findings += wrong_in_pdf(document)
        findings += wrong_footers(document, docx, odt)
        findings += made_differently(document, docx, odt)
    not_run, seconds = [], 0.0
    if office.office():
        started = time.perf_counter()
        findings += wrong_in_office(documents, files)
        seconds = time.perf_counter() - started
    else:
        not_run.append(f"{office.MISSING} DOCX and ODT were not opened in it.")
    show(findings)
    return Proof(
        claim="All formats of a document hold the same words in the same roles",
        figures=figures_of(documents, findings, seconds),
        goal="0 differences, every PDF tagged, every file opened in LibreOffice with its headings",
        holds=not findings,
        not_run=not_run,
    )


def wrong_words(document: WrittenDocument, docx: bytes, odt: bytes) -> list[Finding]:
    """What differs from the outline in the formats that keep every character."""
    outline = lines_of(document)
    json_lines = lines_of(from_json(json.loads(canonical_bytes(document))))
    found = {
        "HTML": differences(outline, lines_in_html(to_html(document))),
        "DOCX": differences(outline, lines_in_docx(docx)),
        "ODT": differences(outline, lines_in_odt(odt)),
        "JSON": differences(composed(outline), json_lines),
    }
    return _each({f"differences, {name}": some for name, some in found.items()})


def wrong_in_pdf(document: WrittenDocument) -> list[Finding]:
    """What differs in the PDF: words, tags, title, language, headers of tables, pages."""
    pdf = to_pdf(document)
    expected, found = tagged(lines_of(document)), lines_in_pdf(pdf)
    words = differences(in_print(expected), in_print(found))
    facts, tags, pages = facts_of_pdf(pdf), tag_tree(pdf), pages_of_pdf(pdf)
    headers = [tag.attributes.get("Scope") for tag in tags.every("TH")]
    wanted = ["Column"] * sum(line.kind is LineKind.HEADER_CELL for line in expected)
    wrong = {
        "PDFs without tags": [] if facts.marked and tags.tags else ["There are no tags."],
        "PDFs without their title": (
            [] if facts.title == document.title and facts.shows_title else [facts.title]
        ),
        "PDFs without their language": (
            [] if facts.language == document.language else [facts.language]
        ),
        "PDFs with table headers without scope": [] if headers == wanted else [f"{headers}"],
        "PDF pages without number or notice": [
            f"Page {number} ends with “{page[-60:]}”."
            for number, page in enumerate(pages, start=1)
            if not _ends_with_footer(page, document, number, len(pages))
        ],
    }
    return _each({"differences, PDF": words} | wrong)


def _ends_with_footer(page: str, document: WrittenDocument, number: int, total: int) -> bool:
    wanted = page_of(document.language).format(page=number, total=total)
    end = _squeezed(f"{document.notice or ''} {wanted}")
    return _squeezed(page.replace("\x02", "-")).endswith(end)


def wrong_footers(document: WrittenDocument, docx: bytes, odt: bytes) -> list[Finding]:
    """Footers of DOCX and ODT without the notice or the worded page number."""
    wanted = f"{document.notice or ''} {page_of(document.language).format(page=1, total=1)}"
    found = {"DOCX": footer_of_docx(docx), "ODT": footer_of_odt(odt)}
    return [
        ("footers without number or notice", f"{name} has “{footer}”.")
        for name, footer in found.items()
        if footer != wanted
    ]


def made_differently(document: WrittenDocument, docx: bytes, odt: bytes) -> list[Finding]:
    """Files that are other bytes when they are made again."""
    again: dict[str, tuple[Callable[[], bytes], bytes]] = {
        "DOCX": (lambda: to_docx(document), docx),
        "ODT": (lambda: to_odt(document), odt),
        "PDF": (lambda: to_pdf(document), to_pdf(document)),
    }
    return [
        ("files that differ when made again", name)
        for name, (make, before) in again.items()
        if make() != before
    ]


def wrong_in_office(documents: list[WrittenDocument], files: dict[str, bytes]) -> list[Finding]:
    """What LibreOffice loses: files, headings with their levels, words, repeated header rows."""
    findings: list[Finding] = []
    for name, opened in office.opened_by_office(files).items():
        document = documents[int(name.partition(".")[0])]
        lines = lines_of(document)
        tables = sum(isinstance(block, Table) for block in document.blocks)
        headings = [(line.level, _spaced(line.text)) for line in lines if _heads(line)]
        if list(opened.headings) != headings:
            findings.append(("heading trees that differ in LibreOffice", f"{name}: {headings}"))
        if list(opened.words) != [word for line in lines for word in _shown(line).split()]:
            findings.append(("files with other words in LibreOffice", name))
        if opened.header_rows != tables:
            findings.append(("header rows lost in LibreOffice", f"{name}: {opened.header_rows}"))
    return findings


def figures_of(
    documents: list[WrittenDocument], findings: list[Finding], seconds: float
) -> dict[str, object]:
    """What was compared, and how often each thing was wrong."""
    counted = Counter(name for name, _ in findings)
    outlines = [lines_of(document) for document in documents]
    return {
        "documents": len(documents),
        "lines in all": sum(len(outline) for outline in outlines),
        "words in all": sum(len(line.text.split()) for outline in outlines for line in outline),
        "tables in all": sum(
            line.kind is LineKind.CAPTION for outline in outlines for line in outline
        ),
        **{f"differences, {name}": 0 for name in ("HTML", "PDF", "DOCX", "ODT", "JSON")},
        "PDFs without tags": 0,
        "PDFs without their title": 0,
        "PDFs without their language": 0,
        "PDFs with table headers without scope": 0,
        "PDF pages without number or notice": 0,
        "footers without number or notice": 0,
        "files that differ when made again": 0,
        "heading trees that differ in LibreOffice": 0,
        "files with other words in LibreOffice": 0,
        "header rows lost in LibreOffice": 0,
        **counted,
        "seconds of LibreOffice": round(seconds, 1),
    }


def show(findings: list[Finding]) -> None:
    """Print the first things that were wrong, for whoever mends them."""
    console = Console(width=120)
    for name, sentence in findings[:40]:
        console.print(f"{name}: {sentence}", highlight=False, markup=False)


def _each(found: dict[str, list[str]]) -> list[Finding]:
    return [(name, sentence) for name, sentences in found.items() for sentence in sentences]


def _heads(line: Line) -> bool:
    return line.kind is LineKind.HEADING


def _shown(line: Line) -> str:
    """The words as a page shows them: a term ends with a colon."""
    return f"{line.text}:" if line.kind is LineKind.TERM else line.text


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _squeezed(text: str) -> str:
    return "".join(text.split())
