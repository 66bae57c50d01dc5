"""What kind of file this is, by its content; names and declared types are never looked at."""

from __future__ import annotations

import re
import zipfile
from typing import Final

from answerable.documents.encodings import decode
from answerable.documents.limits import Limits
from answerable.documents.model import MediaType
from answerable.documents.packages import open_package
from answerable.documents.refusal import READABLE_KINDS, Reason, Unreadable

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = re.compile(rb"(?:\A|[^ -~])%PDF-")
_PDF_WITHIN: Final = 1024
_HEAD: Final = 8192
_SURE: Final = 0.8
"""How sure `puremagic` must be of a kind before a refusal names it."""
_MARKUP: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT: Final = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|section|article|main)\b", re.I)
_XML: Final = re.compile(r"\s*<\?xml\b|\s*<!DOCTYPE\b|\s*<(?:svg|[a-z]+:[a-z]+)\b", re.IGNORECASE)
_MAIL_FIELD: Final = re.compile(r"^([A-Za-z][A-Za-z-]*):[ \t]")
_MAIL_TRACES: Final = {"message-id", "mime-version", "received", "return-path", "delivered-to"}

_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."
_COMPOUND_STREAMS: Final = (
    ("EncryptedPackage", ""),
    ("WordDocument", "an old Word document (.doc)"),
    ("Workbook", "an Excel workbook"),
    ("Book", "an Excel workbook"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("__properties_version1.0", "an Outlook message (.msg)"),
)
_BINARY_KINDS: Final = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
)


def recognise(data: bytes, limits: Limits = Limits()) -> MediaType:  # noqa: B008 -- frozen
    """The media type of a file's bytes.

    Opens no office document and unpacks nothing but the type note of an archive.

    Raises:
        Unreadable: the bytes are empty or too large, or of a kind that cannot be read; the
            sentence says which kind, where that can be told, and what to upload instead.
    """
    if len(data) > limits.size:
        raise too_large(limits)
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise Unreadable(Reason.EMPTY)
    if data.startswith(_ZIP):
        return _recognise_package(data, limits)
    if data.startswith(_COMPOUND):
        raise _compound_refusal(data)
    if data.startswith(b"{\\rtf"):
        raise _unreadable_kind("a rich text document (.rtf)")
    if _PDF.search(data, 0, _PDF_WITHIN):
        return MediaType.PDF
    text = decode(data)
    if text is None:
        raise _unreadable_kind(_kind_of_binary(data))
    return _recognise_text(text)


def too_large(limits: Limits) -> Unreadable:
    """The refusal of a file that is larger than `limits.size`."""
    size = f"{limits.size / 1024 / 1024:g}"
    return Unreadable(
        Reason.TOO_LARGE,
        f"The file is larger than {size} megabytes. "
        "Upload a smaller file, for example one without pictures.",
    )


def _recognise_text(text: str) -> MediaType:
    head = text[:_HEAD]
    if not head.strip():
        raise Unreadable(Reason.EMPTY)
    if _is_mail(head):
        return MediaType.EMAIL
    starts_with_tag = head.lstrip().startswith("<")
    if _MARKUP.search(head) and starts_with_tag:
        return MediaType.HTML
    if _XML.match(head):
        raise _unreadable_kind("a picture" if "<svg" in head else "an XML file")
    if starts_with_tag and _FRAGMENT.search(head):
        return MediaType.HTML
    return MediaType.TEXT


def _is_mail(head: str) -> bool:
    fields: set[str] = set()
    for position, line in enumerate(head.lstrip().split("\n")):
        if position == 0 and line.startswith("From "):
            continue
        if line[:1] in (" ", "\t"):
            continue
        field = _MAIL_FIELD.match(line)
        if field is None:
            break
        fields.add(field[1].lower())
    if fields & _MAIL_TRACES:
        return bool(fields & {"from", "subject", "content-type"})
    return {"from", "subject"} <= fields and bool(fields & {"date", "to"})


def _recognise_package(data: bytes, limits: Limits) -> MediaType:
    with open_package(data, limits) as package:
        names = set(package.namelist())
        if "mimetype" in names:
            return _recognise_open_document(_small_member(package, "mimetype").decode("latin-1"))
        if "[Content_Types].xml" in names:
            return _recognise_open_xml(_small_member(package, "[Content_Types].xml"), names)
    raise Unreadable(
        Reason.UNKNOWN_TYPE,
        "This is a ZIP archive. Unpack it and upload the documents in it one by one.",
    )


def _small_member(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        with package.open(name) as stream:
            return stream.read(256 * 1024)
    except RuntimeError as error:  # zipfile's way of asking for a password
        raise Unreadable(Reason.PROTECTED) from error
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, KeyError) as error:
        raise Unreadable(Reason.DAMAGED) from error


def _recognise_open_document(media_type: str) -> MediaType:
    kind = media_type.strip().removeprefix(_OPEN_DOCUMENT)
    if kind in ("text", "text-template"):
        return MediaType.ODT
    named = {
        "spreadsheet": "an OpenDocument spreadsheet",
        "presentation": "an OpenDocument presentation",
        "graphics": "an OpenDocument drawing",
        "application/epub+zip": "an electronic book (EPUB)",
    }
    raise _unreadable_kind(named.get(kind))


def _recognise_open_xml(content_types: bytes, names: set[str]) -> MediaType:
    if b"wordprocessingml" in content_types and b".main+xml" in content_types:
        return MediaType.DOCX
    if b"ms-word" in content_types:
        raise Unreadable(
            Reason.SUSPICIOUS_ARCHIVE,
            "This is a Word document with macros. "
            "Save it as a Word document without macros (.docx) and upload the new copy.",
        )
    folders = {name.partition("/")[0] for name in names}
    kinds = {
        "xl": "an Excel workbook",
        "ppt": "a PowerPoint presentation",
        "visio": "a Visio drawing",
    }
    raise _unreadable_kind(next((kinds[name] for name in kinds if name in folders), None))


def _compound_refusal(data: bytes) -> Unreadable:
    for stream, kind in _COMPOUND_STREAMS:
        if stream.encode("utf-16-le") in data:
            return _unreadable_kind(kind) if kind else Unreadable(Reason.PROTECTED)
    return _unreadable_kind("an old Office file")


def _kind_of_binary(data: bytes) -> str | None:
    for signature, kind in _BINARY_KINDS:
        if data.startswith(signature):
            return kind
    import puremagic

    try:
        guesses = puremagic.magic_string(data[:_HEAD])
    except (puremagic.PureError, ValueError):
        return None
    sure = next((guess for guess in guesses if guess.confidence >= _SURE and guess.name), None)
    return f"a file of another kind ({sure.name})" if sure else None


def _unreadable_kind(kind: str | None) -> Unreadable:
    if kind is None:
        return Unreadable(Reason.UNKNOWN_TYPE)
    return Unreadable(
        Reason.UNKNOWN_TYPE,
        f"This is {kind}. Save or export it as {READABLE_KINDS}, and upload that.",
    )
