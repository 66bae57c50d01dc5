"""Everything that the public can get, piece by piece, as bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from answerable.writing.canonical import canonical_bytes, from_json
from answerable_site.people.models import Organisation
from answerable_site.publication.models import (
    DataSetEdition,
    EntryCorrection,
    PublicEdition,
    PublicFeedback,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)
from answerable_site.publication.rules import Piece


def public_pieces() -> Iterator[Piece]:
    """Everything: entries with corrections, versions, editions, snapshots, what victims told and
    figures that stand, with their files, reasons of withdrawal, and logos."""
    for entry in PublicInspection.objects.released().iterator():
        yield entry_piece(entry)
    for correction in EntryCorrection.objects.released().select_related("entry").iterator():
        yield correction_piece(correction)
    released = PublicResponse.objects.filter(inspection__released_at__isnull=False)
    for response in released.select_related("inspection").iterator():
        if response.withdrawn_at:
            yield Piece(
                f"{response.inspection.title}, withdrawal", _text(response.withdrawn_because)
            )
        else:
            yield from response_pieces(response)
    for edition in PublicEdition.objects.filter(released_at__isnull=False).iterator():
        if edition.withdrawn_at:
            yield Piece(f"{edition.title}, withdrawal", _text(edition.withdrawn_because))
        else:
            yield from edition_pieces(edition)
    for snapshot in PublicProgress.objects.released().select_related("entry").iterator():
        if snapshot.withdrawn_at:
            yield Piece(f"{snapshot.entry.title}, withdrawal", _text(snapshot.withdrawn_because))
        else:
            yield progress_piece(snapshot)
    for feedback in PublicFeedback.objects.released().iterator():
        if feedback.withdrawn_at:
            name = f"{feedback.told.title}, withdrawal"
            yield Piece(name, _text(feedback.withdrawn_because))
        else:
            yield feedback_piece(feedback)
    figures = DataSetEdition.objects.select_related("data_set", "release")
    for data_set in figures.iterator():
        if data_set.withdrawn_at:
            yield Piece(f"{data_set.title}, withdrawal", _text(data_set.withdrawn_because))
        else:
            yield from figures_pieces(data_set)
    for body in Organisation.objects.filter(logo__isnull=False).only("name", "logo").iterator():
        yield Piece(f"{body.name}, logo", bytes(body.logo or b""))


def entry_piece(entry: PublicInspection) -> Piece:
    """The facts of an entry, as its page, the register and the feed tell them."""
    told = entry.facts.as_json() | {"body": entry.body_name}
    return Piece(f"{entry.title}, entry", _json(told))


def correction_piece(correction: EntryCorrection) -> Piece:
    """What a correction says, with what stood before and why."""
    told = {
        "before": correction.before,
        "after": correction.after,
        "reason": correction.reason,
    }
    return Piece(f"{correction.entry.title}, correction", _json(told))


def response_pieces(response: PublicResponse) -> Iterator[Piece]:
    """The page of a version, its files, its canonical bytes and what is said of it."""
    name = f"{response.inspection.title}, version {response.version}"
    told = {
        "because": response.because,
        "changes": response.changes,
        "missing": response.missing,
        "incomplete_because": response.incomplete_because,
        "signer_name": response.signer_name,
        "signed_as": response.signed_as,
    }
    yield Piece(f"{name}, what is said of it", _json(told))
    yield from _document(name, response.html, response.document)
    for file in response.files.all():
        yield Piece(f"{name}, {file.format}", bytes(file.content))


def edition_pieces(edition: PublicEdition) -> Iterator[Piece]:
    """The page of an edition, its files, its canonical bytes and what is said of the meeting."""
    name = f"{edition.title}, edition {edition.number}"
    told = {"title": edition.title, "kind": edition.kind, "body": edition.body_name}
    yield Piece(f"{name}, what is said of it", _json(told))
    yield from _document(name, edition.html, edition.document)
    for file in edition.files.all():
        yield Piece(f"{name}, {file.format}", bytes(file.content))


def progress_piece(snapshot: PublicProgress) -> Piece:
    """The facts of a snapshot."""
    name = f"{snapshot.entry.title}, progress as at {snapshot.as_of}"
    return Piece(name, snapshot.told.canonical_bytes())


def feedback_piece(feedback: PublicFeedback) -> Piece:
    """The facts of what victims told."""
    name = f"{feedback.told.title}, edition {feedback.number}"
    told = {"body": feedback.body_name, "facts": feedback.facts}
    return Piece(name, _json(told))


def figures_pieces(edition: DataSetEdition) -> Iterator[Piece]:
    """What is said of an edition of figures, and its files: the page is made of one of them."""
    name = f"{edition.title}, edition {edition.number}"
    told = {"body": edition.release.body_name, "because": edition.release.because}
    yield Piece(f"{name}, what is said of it", _json(told))
    for file in edition.files.all():
        yield Piece(f"{name}, {file.format}", bytes(file.content))


def _document(name: str, html: str, document: dict[str, Any]) -> Iterator[Piece]:
    yield Piece(f"{name}, page", html.encode())
    yield Piece(f"{name}, document", canonical_bytes(from_json(document)))


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, default=str).encode()


def _text(words: str) -> bytes:
    return words.encode()
