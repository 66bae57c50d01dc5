"""Which reference a row that waits names. Nothing else of the row is looked at."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from answerable_site.casework.rules import ReferenceKind, UnusableReference, plain_reference
from answerable_site.casework.sealing import unseal
from answerable_site.intake.models import SetAsideRow, Source
from answerable_site.intake.rules import MOST_REFERENCES


class TooManyReferences(ValueError):
    """So many references of one file that nobody knows are no slips."""

    def __init__(self) -> None:
        super().__init__(
            f"More than {MOST_REFERENCES:,} references of this load belong to no case. So many are "
            "no slips: load the crimes of the force first, or check which column holds the "
            "reference."
        )


@dataclass(slots=True)
class _Written:
    """A reference as rows of a file write it."""

    kind: ReferenceKind
    """A URN where the source names cases by it."""
    plain: str
    """In the spelling under which it would be found."""
    text: str
    """As the first row has it."""
    rows: list[int] = field(default_factory=list)
    """Their keys."""
    urns: set[str] = field(default_factory=set)
    """The URNs beside it, in the same spelling."""


def _written(rows: Iterable[SetAsideRow]) -> dict[str, _Written]:
    """The references that rows name, by their spelling; no row without one that could be used.

    Raises:
        TooManyReferences: as soon as there are, so that no more is decrypted.
    """
    found: dict[str, _Written] = {}
    for row in rows:
        source, grain = row.batch.source, row.batch.profile.profile.grain
        cells = json.loads(unseal(row.sealed))["cells"]
        text = cells.get(grain.case, "").strip()
        if not (plain := _plain(text)):
            continue
        is_urn = source.urn_column == grain.case
        kind = ReferenceKind.URN if is_urn else ReferenceKind.CRIME
        one = found.setdefault(plain, _Written(kind, plain, text))
        if len(found) > MOST_REFERENCES:
            raise TooManyReferences
        one.rows.append(row.pk)
        if urn := _plain(cells.get(source.urn_column, "")):
            one.urns.add(urn)
    return found


def _plain(text: str) -> str:
    try:
        return plain_reference(text)
    except UnusableReference:
        return ""


def _identity(source: Source, plain: str) -> str:
    """By what a reference of a source is known again, in hexadecimal: the keys of cases can change
    without it."""
    return hmac.digest(unseal(source.sealed_key).encode(), plain.encode(), "sha256").hex()
