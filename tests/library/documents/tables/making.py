"""Small workbooks for tests, written part by part so that each may be odd in its own way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

_NAMES = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EPOCH = date(1899, 12, 30)

Cells = Sequence[Sequence[object]]


def workbook(sheets: dict[str, Cells], *, hidden: Sequence[str] = (), **parts: bytes) -> bytes:
    """An XLSX file: dates become real dates, text that starts with "=" a formula worth 7."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _content_types(len(sheets)))
        package.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        package.writestr("xl/workbook.xml", _workbook(sheets, hidden))
        package.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations(
                [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
                + [("styles", "styles.xml")]
            ),
        )
        package.writestr(
            "xl/styles.xml",
            f'<styleSheet {_NAMES}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>'
            "</cellXfs></styleSheet>",
        )
        for number, rows in enumerate(sheets.values(), start=1):
            package.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(rows))
        for name, content in parts.items():
            package.writestr(f"xl/{name}", content)
    return file.getvalue()


def _content_types(sheets: int) -> str:
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def _workbook(sheets: dict[str, Cells], hidden: Sequence[str]) -> str:
    inside = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"'
        f"{' state=' + quoteattr('hidden') if name in hidden else ''}/>"
        for n, name in enumerate(sheets, start=1)
    )
    return f"<workbook {_NAMES}><sheets>{inside}</sheets></workbook>"


def _sheet(rows: Cells) -> str:
    inside = "".join(
        f'<row r="{n}">{"".join(_cell(value, column, n) for column, value in enumerate(row))}</row>'
        for n, row in enumerate(rows, start=1)
    )
    return f"<worksheet {_NAMES}><sheetData>{inside}</sheetData></worksheet>"


def _cell(value: object, column: int, row: int) -> str:
    at = f"{chr(ord('A') + column)}{row}" if column < 26 else f"{_far(column)}{row}"
    if isinstance(value, date):
        return f'<c r="{at}" s="1"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{at}"><v>{value}</v></c>'
    text = str(value)
    if text.startswith("="):
        return f'<c r="{at}"><f>{escape(text[1:])}</f><v>7</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ""


def _far(column: int) -> str:
    return f"{chr(ord('A') + column // 26 - 1)}{chr(ord('A') + column % 26)}"
