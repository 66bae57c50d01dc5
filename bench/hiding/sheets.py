"""Words hidden in workbooks."""

from __future__ import annotations

from bench.hiding.controls import xlsx
from bench.hiding.packages import package_of, parts_of, with_markup, with_part
from bench.hiding.way import Way, ways_of

_STRINGS = "xl/sharedStrings.xml"
_SHEET = "xl/worksheets/sheet2.xml"


def _named(marker: str) -> bytes:
    return with_markup(xlsx(), _STRINGS, "</sst>", f"<si><t>{marker}</t></si>")


def _replaced(package: bytes, name: str, old: str, new: str) -> bytes:
    parts = parts_of(package)
    text = parts[name].decode()
    if old not in text:
        raise ValueError(f"{old} does not stand in {name}.")
    return package_of({**parts, name: text.replace(old, new).encode()})


def _hidden_sheet(marker: str, state: str) -> bytes:
    return _replaced(
        _named(marker),
        "xl/workbook.xml",
        'name="Other"',
        f'name="Other" state="{state}"',
    )


WAYS: list[Way] = ways_of(
    "xlsx",
    {
        "a hidden sheet": lambda marker: _hidden_sheet(marker, "hidden"),
        "a very hidden sheet": lambda marker: _hidden_sheet(marker, "veryHidden"),
        "a hidden row": lambda marker: _replaced(
            _named(marker), _SHEET, '<row r="2"', '<row hidden="1" r="2"'
        ),
        "a hidden column": lambda marker: with_markup(
            _named(marker),
            _SHEET,
            "<sheetData>",
            '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
        ),
        "a copy behind a pivot table": lambda marker: with_part(
            xlsx(),
            "xl/pivotCache/pivotCacheRecords1.xml",
            f'<pivotCacheRecords><r><s v="{marker}"/></r></pivotCacheRecords>',
        ),
        "a comment": lambda marker: with_part(
            xlsx(), "xl/comments1.xml", f"<comments><t>{marker}</t></comments>"
        ),
        "a hidden name": lambda marker: with_markup(
            xlsx(),
            "xl/workbook.xml",
            "<calcPr",
            f'<definedNames><definedName name="n" hidden="1">"{marker}"</definedName>'
            "</definedNames>",
        ),
        "what was read from another workbook": lambda marker: with_part(
            xlsx(),
            "xl/externalLinks/externalLink1.xml",
            f"<externalLink><sheetName>{marker}</sheetName></externalLink>",
        ),
        "a connection": lambda marker: with_part(
            xlsx(), "xl/connections.xml", f'<connection command="SELECT {marker}"/>'
        ),
        "a word that no cell shows": _named,
    },
)
