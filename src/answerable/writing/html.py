"""A document as an HTML fragment in GOV.UK classes, for any page that loads govuk-frontend.

The fragment is built as a tree, so no text can become markup, and carries no style or script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    Runs,
    SideBySide,
    SummaryList,
    Table,
    WrittenDocument,
)
from answerable.writing.tree import put
from answerable.writing.words import date_in_words

_HEADING_CLASSES = ("govuk-heading-l", "govuk-heading-m", "govuk-heading-s")
_ORIGIN_SEPARATOR = ", "
_QUOTED = "govuk-inset-text govuk-!-margin-left-0 govuk-!-margin-right-0"


def to_html(document: WrittenDocument, *, start_level: int = 1) -> str:
    """The document as an `article` element, everything escaped.

    Args:
        document: what to show.
        start_level: the level of the title's heading element, 1 or 2; headings follow beneath it.

    Returns:
        Markup that is safe to place in a page as it is.
    """
    if start_level not in (1, 2):
        raise ValueError(f"A document's title is a heading of level 1 or 2, not {start_level}.")
    page = _Fragment(start_level)
    article = _element(
        "article",
        *page.opening(document),
        lang=document.language,
        class_="govuk-!-text-break-word",
    )
    article.extend(page.block(block) for block in document.blocks)
    return tostring(article, encoding="unicode", method="html")


@dataclass(frozen=True, slots=True)
class _Fragment:
    start_level: int

    def opening(self, document: WrittenDocument) -> Iterable[Element]:
        if document.notice:
            yield _element("p", _element("strong", document.notice), class_="govuk-body")
        yield self._heading(document.title, depth=0)
        if document.subtitle:
            yield _element("p", document.subtitle, class_="govuk-body-l")
        yield _element("p", *_origin(document), class_="govuk-body")

    def block(self, block: Block) -> Element:
        match block:
            case Heading(level, text, language):
                return self._heading(text, depth=level, language=language)
            case Paragraph(runs):
                return _element("p", *_runs(runs), class_="govuk-body")
            case BulletList(items):
                return _list("ul", items, "govuk-list govuk-list--bullet")
            case NumberedList(items):
                return _list("ol", items, "govuk-list govuk-list--number")
            case Table():
                return _table(block)
            case Quotation(by, blocks):
                return self._quotation(by, blocks)
            case SideBySide(first, second):
                sides = (self._side(said) for said in (first, second))
                return _element("div", *sides, class_="govuk-grid-row")
            case SummaryList(pairs):
                rows = (_summary_row(term, value) for term, value in pairs)
                return _element("dl", *rows, class_="govuk-summary-list")

    def _side(self, said: Iterable[Block]) -> Element:
        """One of two, half as wide as the page where that is wide."""
        blocks = (self.block(block) for block in said)
        return _element("div", *blocks, class_="govuk-grid-column-one-half")

    def _heading(self, text: str, *, depth: int, language: str | None = None) -> Element:
        size = _HEADING_CLASSES[min(depth, len(_HEADING_CLASSES) - 1)]
        return _element(f"h{self.start_level + depth}", text, class_=size, lang=language)

    def _quotation(self, by: str, blocks: Iterable[Block]) -> Element:
        said = (self.block(block) for block in blocks)
        return _element(
            "figure",
            _element("figcaption", by, class_="govuk-body govuk-!-font-weight-bold"),
            _element("blockquote", *said, class_=_QUOTED),
            class_="govuk-!-margin-0",
        )


def _element(tag: str, *children: Element | str, **attributes: str | None) -> Element:
    """An element with mixed content; attributes that are None are left out."""
    element = Element(
        tag, {name.rstrip("_"): value for name, value in attributes.items() if value is not None}
    )
    put(element, children)
    return element


def _origin(document: WrittenDocument) -> Iterable[Element | str]:
    yield document.author_body
    if document.date:
        yield _ORIGIN_SEPARATOR
        words = date_in_words(document.date, document.language)
        yield _element("time", words, datetime=document.date.isoformat())


def _runs(runs: Runs) -> Iterable[Element | str]:
    for run in runs:
        yield from _run(run)


def _run(run: Run) -> Iterable[Element | str]:
    content: list[Element | str] = list(_lines(run.text))
    for tag, wanted in (("em", run.emphasis), ("strong", run.strong)):
        if wanted:
            content = [_element(tag, *content)]
    if run.link:
        content = [_element("a", *content, href=run.link, class_="govuk-link")]
    if run.language:
        content = [_element("span", *content, lang=run.language)]
    return content


def _lines(text: str) -> Iterable[Element | str]:
    first, *rest = text.split("\n")
    yield first
    for line in rest:
        yield Element("br")
        yield line


def _list(tag: str, items: Iterable[Runs], classes: str) -> Element:
    return _element(tag, *(_element("li", *_runs(item)) for item in items), class_=classes)


def _summary_row(term: str, value: Runs) -> Element:
    return _element(
        "div",
        _element("dt", term, class_="govuk-summary-list__key"),
        _element("dd", *_runs(value), class_="govuk-summary-list__value"),
        class_="govuk-summary-list__row",
    )


def _table(table: Table) -> Element:
    """A table that scrolls by itself where it is wider than the screen, also by keyboard."""

    def header(text: str) -> Element:
        return _element("th", text, scope="col", class_="govuk-table__header")

    def cell(text: str) -> Element:
        return _element("td", *_lines(text), class_="govuk-table__cell")

    shown = _element(
        "table",
        _element("caption", table.caption, class_="govuk-table__caption govuk-table__caption--m"),
        _element("thead", _row(header, table.header), class_="govuk-table__head"),
        _element("tbody", *(_row(cell, row) for row in table.rows), class_="govuk-table__body"),
        class_="govuk-table",
    )
    scrolls = {"role": "region", "aria-label": table.caption, "tabindex": "0"}
    return _element("div", shown, class_="app-wide", **scrolls)


def _row(make_cell: Callable[[str], Element], texts: Iterable[str]) -> Element:
    return _element("tr", *(make_cell(text) for text in texts), class_="govuk-table__row")
