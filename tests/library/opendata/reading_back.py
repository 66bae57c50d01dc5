"""A second, small reader of CSV on the Web, after the text of the recommendations.

W3C: Model for Tabular Data and Metadata on the Web; Metadata Vocabulary for Tabular Data (both of
17 December 2015). It knows what the files of the product use, and refuses everything else.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urljoin

_ANNOTATION = re.compile(r"(?:dc|schema):[a-zA-Z]+")


def read_csvw(fetched: dict[str, bytes], metadata_address: str) -> tuple[dict[str, Any], list[Any]]:
    """The metadata and the typed rows of a table that is found from its metadata.

    Args:
        fetched: the files by their address.
    """
    metadata = json.loads(fetched[metadata_address])
    context, options = metadata["@context"]
    assert context == "http://www.w3.org/ns/csvw"
    assert options == {"@language": "en"}
    known = {"@context", "url", "tableSchema", "notes"}
    assert not [name for name in metadata if name not in known and not _ANNOTATION.fullmatch(name)]
    table = fetched[urljoin(metadata_address, metadata["url"])]
    assert table.decode("utf-8")
    header, *rows = csv.reader(io.StringIO(table.decode(), newline=""), strict=True)
    columns = metadata["tableSchema"]["columns"]
    assert len(header) == len(columns)
    for written, column in zip(header, columns, strict=True):
        assert written in column["titles"]
    typed = [
        {column["name"]: _typed(cell, column) for cell, column in zip(row, columns, strict=True)}
        for row in rows
    ]
    keys = [tuple(row[name] for name in metadata["tableSchema"]["primaryKey"]) for row in typed]
    assert len(set(keys)) == len(keys)
    return metadata, typed


def _typed(cell: str, column: dict[str, Any]) -> Any:
    known = {"name", "titles", "datatype", "required", "null"}
    assert not [name for name in column if name not in known and not _ANNOTATION.fullmatch(name)]
    assert re.fullmatch(r"[A-Za-z0-9_]+", column["name"])
    if cell in column.get("null", [""]):
        assert not column.get("required")
        return None
    if column["datatype"] == "string":
        return cell
    assert column["datatype"] == {"base": "integer", "minimum": 0}
    assert re.fullmatch(r"[0-9]+", cell), cell
    return int(cell)
