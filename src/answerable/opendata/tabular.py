"""A data set as CSV, and the metadata that says what the file holds (CSV on the Web).

W3C: Metadata Vocabulary for Tabular Data, 17 December 2015. The metadata stands where programs look
for it: at the address of the file with `METADATA` after it.
"""

from __future__ import annotations

import csv
import io
from typing import Any, Final

import msgspec
from msgspec.json import format as indented

from answerable.measures.groups import heading
from answerable.opendata.dataset import (
    LICENCE,
    LICENCE_ADDRESS,
    DataSet,
    Edition,
    notes_on,
)

CSVW: Final = "http://www.w3.org/ns/csvw"
METADATA: Final = "-metadata.json"


def to_csv(data: DataSet) -> bytes:
    """The counts: a line of names, then a line each (RFC 4180, UTF-8).

    A cell of the last column is a whole number or a symbol. `*` stands for all values of a column.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow((*data.columns, data.value))
    writer.writerows((*row.labels, row.shown) for row in data.rows)
    return written.getvalue().encode()


def to_csvw(data: DataSet, edition: Edition) -> bytes:
    """The metadata of that file, as JSON.

    Every symbol is a missing value of the column of counts; what each means stands in `notes`.
    """
    notes = notes_on(data)
    if edition.because:
        notes.insert(0, ("Correction", edition.because))
    found: dict[str, Any] = {
        "@context": [CSVW, {"@language": "en"}],
        "url": f"{edition.name}.csv",
        "dc:title": data.title,
        "dc:description": data.definition.asks,
        "dc:identifier": edition.address,
        "dc:publisher": edition.publisher,
        "dc:issued": {"@value": edition.published_on.isoformat(), "@type": "xsd:date"},
        "dc:license": {"@id": LICENCE_ADDRESS},
        "dc:rights": LICENCE,
        "dc:temporal": f"As of {data.as_of.isoformat()}",
        "schema:version": str(edition.number),
        "notes": [{"schema:name": heading, "schema:text": text} for heading, text in notes],
        "tableSchema": {
            "columns": [*map(_labels, data.columns), _counts(data)],
            "primaryKey": list(data.columns),
        },
    }
    return indented(msgspec.json.encode(found), indent=2)


def _labels(name: str) -> dict[str, Any]:
    title = heading(name)
    return {
        "name": name,
        "titles": [name, title],
        "datatype": "string",
        "required": True,
        "dc:description": f"{title}. The sign * stands for all of them together.",
    }


def _counts(data: DataSet) -> dict[str, Any]:
    return {
        "name": data.value,
        "titles": [data.value, heading(data.value)],
        "datatype": {"base": "integer", "minimum": 0},
        "null": [symbol for symbol, _ in data.symbols] or [""],
        "dc:description": (
            f"Counted: {data.definition.population}. To the nearest {data.protection.rounded_to}."
        ),
    }
