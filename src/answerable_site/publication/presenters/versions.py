"""A published version of a response."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from answerable.languages import listed, say
from answerable_site.design.amounts import size_in_words
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters.addresses import href
from answerable_site.publication.rules import FileFormat, VersionKind

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicResponse, PublishedFile


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A version in one format."""

    text: str
    """Format and size: "PDF, 48 KB"."""
    href: str


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One published version, with what it says or why it no longer does."""

    number: int
    href: str
    published: str
    signed: str
    content_hash: str
    withdrawn: str
    """Empty unless it was withdrawn."""
    replaced: str
    """Which version took its place, and when; empty unless one did."""
    why: str
    """Why there is a further version; empty for a first one."""
    changes: tuple[str, ...]
    """What differs from the version before, a line each."""
    missing: tuple[str, ...]
    """What the law asks for and it lacks, a sentence each."""
    incomplete_because: str
    files: tuple[ShownPart, ...]
    document_href: str
    html: SafeString


def shown_version(
    response: PublicResponse, *, html: str = "", later: PublicResponse | None = None
) -> ShownVersion:
    """One version.

    Args:
        response: the version, with its `files`.
        html: its page, from `writing.to_html`, which escapes everything.
        later: the version that took its place, if one did.
    """
    entry, number = response.inspection, response.version
    return ShownVersion(
        number=number,
        href=href(entry, "version", version=number),
        published=moment_in_words(response.published_at),
        signed=(
            say(
                "{signer_name}, {signed_as}, on {day}",
                signer_name=response.signer_name,
                signed_as=response.signed_as,
                day=date_in_words(response.signed_on),
            )
        ),
        content_hash=response.content_hash,
        withdrawn=_withdrawn(response),
        replaced=_replaced(later),
        why=listed(
            filter(None, (_KINDS[VersionKind(response.kind)], _because(response))), between=" "
        ),
        changes=tuple(
            say(
                "{says}: {part}",
                says=_SAYS.get(change["says"], change["says"]),
                part=change["part"],
            )
            for change in response.changes
        ),
        missing=tuple(response.missing),
        incomplete_because=response.incomplete_because,
        files=tuple(
            ShownPart(
                say(
                    "{format}, {size}",
                    format=say(FileFormat(file.format).label),
                    size=size_in_words(file.size),
                ),
                href(entry, file.format, version=number),
            )
            for file in _in_order(response)
        ),
        document_href=href(entry, "document", version=number),
        html=mark_safe(html),  # noqa: S308
    )


_SAYS = {"Added": say("Added"), "Removed": say("Removed"), "Changed": say("Changed")}
"""What became of a part, as `rules.Change` names it."""
_KINDS = {
    VersionKind.FIRST: "",
    VersionKind.CORRECTED: say("This version corrects the one before."),
    VersionKind.SUPPLEMENTED: say("This version adds to the one before."),
    VersionKind.AFTER_WITHDRAWAL: say("This version follows one that was withdrawn."),
}


def _because(response: PublicResponse) -> str:
    """The words of a person, which stand in the document too and go with it."""
    return "" if response.withdrawn_at else response.because


def _replaced(later: PublicResponse | None) -> str:
    if later is None:
        return ""
    on = date_in_words(later.published_on)
    return say("Version {version} took its place on {on}.", version=later.version, on=on)


def file_hashes(response: PublicResponse) -> str:
    """The files of a version with their SHA-256, in a sentence."""
    listed = [f"{FileFormat(file.format).label} {file.sha256}" for file in _in_order(response)]
    return say("Files, SHA-256: {listed}.", listed=", ".join(listed)) if listed else ""


def _in_order(response: PublicResponse) -> list[PublishedFile]:
    """The files of a version, in the order in which formats are offered."""
    order = list(FileFormat)
    return sorted(response.files.all(), key=lambda file: order.index(FileFormat(file.format)))


def _withdrawn(response: PublicResponse) -> str:
    if response.withdrawn_at is None:
        return ""
    return say(
        "Withdrawn on {day}. {withdrawn_because}",
        day=date_in_words(response.withdrawn_at),
        withdrawn_because=response.withdrawn_because,
    )
