"""The catalogue of all data sets, for portals that gather them (DCAT as JSON-LD).

W3C: Data Catalog Vocabulary, version 3, 22 August 2024. Only terms that version 2 has too are used,
but `version` and `previousVersion`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec
from msgspec.json import format as indented

from answerable.measures.groups import in_words
from answerable.opendata.dataset import LICENCE_ADDRESS, DataSet, Edition
from answerable.opendata.tabular import CSVW

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "adms": "http://www.w3.org/ns/adms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_RIGHTS: Final = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"


@dataclass(frozen=True, slots=True)
class Offered:
    """One file of a data set."""

    title: str
    address: str
    """Whole, and so are all addresses here."""
    media_type: str
    size: int
    """In bytes."""
    sha256: str
    """In hexadecimal."""
    metadata: str = ""
    """Where it is described as CSV on the Web; empty for other files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A data set as it stands, with its files."""

    data: DataSet
    edition: Edition
    address: str
    """Of its page, which shows the latest edition."""
    publisher_address: str
    first_published_on: date
    files: tuple[Offered, ...]
    earlier: str = ""
    """Of the edition before this one; empty without."""


def to_dcat(entries: Iterable[Entry], *, address: str, title: str) -> bytes:
    """The catalogue as JSON-LD; the same entries always give the same bytes.

    Args:
        entries: in the order in which they are listed.
        address: of the page that lists them.
        title: of the catalogue.
    """
    found = [_data_set(entry) for entry in entries]
    catalogue = {
        "@context": _CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": _english(title),
        "dct:description": _english(
            "Figures from records of cases, protected so that they tell of nobody."
        ),
        "dct:license": {"@id": LICENCE_ADDRESS},
        "foaf:homepage": {"@id": address},
        "dcat:dataset": found,
    }
    return indented(msgspec.json.encode(catalogue), indent=2)


def _data_set(entry: Entry) -> dict[str, Any]:
    data, edition = entry.data, entry.edition
    found: dict[str, Any] = {
        "@id": entry.address,
        "@type": "dcat:Dataset",
        "dct:identifier": entry.address,
        "dct:title": _english(data.title),
        "dct:description": _english(f"{data.definition.asks} {data.sentence}"),
        "dct:publisher": {
            "@id": entry.publisher_address,
            "@type": "foaf:Agent",
            "foaf:name": edition.publisher,
        },
        "dct:issued": _day(entry.first_published_on),
        "dct:modified": _day(edition.published_on),
        "dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:endDate": _day(data.as_of)},
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:accessRights": {"@id": _RIGHTS},
        "dcat:landingPage": {"@id": entry.address},
        "dcat:version": str(edition.number),
        "dcat:keyword": _keywords(data),
        "dcat:distribution": [_distribution(file) for file in entry.files],
    }
    if edition.because:
        found["adms:versionNotes"] = _english(edition.because)
    if entry.earlier:
        found["dcat:previousVersion"] = {"@id": entry.earlier}
    return found


def _distribution(file: Offered) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@id": file.address,
        "@type": "dcat:Distribution",
        "dct:title": _english(file.title),
        "dcat:accessURL": {"@id": file.address},
        "dcat:downloadURL": {"@id": file.address},
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{file.media_type}"},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "dct:license": {"@id": LICENCE_ADDRESS},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    if file.metadata:
        found["dct:conformsTo"] = {"@id": CSVW}
        found["foaf:page"] = {"@id": file.metadata}
    return found


def _keywords(data: DataSet) -> Sequence[dict[str, str]]:
    words = (
        data.definition.title,
        *map(in_words, data.by),
        *(f"recommendation {number}" for number in data.definition.recommendations),
    )
    return [_english(word) for word in words]


def _english(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en"}


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
