"""PDF files: every string and stream of every object, earlier revisions, and what nobody lists.

Source: ISO 32000-1, sections 7.3 (objects), 7.5.6 (incremental updates), 7.11.4 (embedded files),
8.11 (optional content), 12.5 (annotations), 12.6 (actions) and 14.3 (metadata).
"""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from typing import Any, Final

from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.part import Bounds, Locked, Part, TooMuch
from answerable.leaks.unpacking.compressed import inflated

_ENDS: Final = re.compile(rb"%%EOF[ \t]*\r?\n?")
_LOOSE: Final = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_MOST_REVISIONS: Final = 32
_OBJECTS_FOR_EACH_MEMBER: Final = 100
_REVISION: Final = "revision "
_BY_KEY: Final = {
    "/EF": FindingKind.ATTACHMENT,
    "/EmbeddedFiles": FindingKind.ATTACHMENT,
    "/Collection": FindingKind.ATTACHMENT,
    "/JS": FindingKind.SCRIPT,
    "/JavaScript": FindingKind.SCRIPT,
    "/AA": FindingKind.SCRIPT,
    "/AcroForm": FindingKind.FORM,
    "/XFA": FindingKind.FORM,
    "/OCProperties": FindingKind.LAYER,
    "/Thumb": FindingKind.THUMBNAIL,
    "/PieceInfo": FindingKind.CUSTOM_PROPERTY,
}
_ACTIONS: Final = {
    *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"),
    *("/RichMediaExecute", "/ResetForm", "/Hide", "/Sound", "/Movie", "/Named"),
}
_PLAIN_ANNOTATIONS: Final = {"/Link"}
_OF_EVERY_INFO: Final = {
    *("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate"),
    *("/ModDate", "/Trapped"),
}
_INVISIBLE: Final = re.compile(rb"(?<![\d.])[37]\s+Tr\b")
_SHOWN: Final = re.compile(rb"\bT[jJ]\b")
_LITERAL: Final = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)
_AT_ONCE: Final = threading.Lock()
"""PDFium is asked by one thread at a time."""


def pieces(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """Objects as the file lists them, revisions before the last, streams that nothing lists, the
    text of the pages, and bytes before the beginning and behind the end.

    Raises:
        Locked: the file needs a password.
        TooMuch: it has more objects than a scan goes through.
    """
    yield from _around(part)
    if not part.path[-1].startswith(_REVISION):
        yield from _revisions(part)
    yield from _objects(part, bounds)
    for number, found in enumerate(_LOOSE.finditer(part.data)):
        content, _ = inflated(found[1], bounds)
        yield part.inside(f"stream {number + 1} by its bytes", content or found[1])
    if bounds.words:
        yield from _pages(part)


def _around(part: Part) -> Iterator[Part | Finding]:
    ends = [found.end() for found in _ENDS.finditer(part.data)]
    strays = [part.data[: part.data.find(b"%PDF-")], part.data[ends[-1] :] if ends else b""]
    for stray in strays:
        if stray.strip(b"\0\r\n\t "):
            yield part.tells(FindingKind.STRAY_BYTES)
            yield part.inside("around the file", stray)


def _revisions(part: Part) -> Iterator[Part | Finding]:
    """Each state in which the file was saved before; a linearised file ends twice by nature."""
    ends = [found.end() for found in _ENDS.finditer(part.data)][:-1]
    if b"/Linearized" in part.data[:1024]:
        ends = ends[1:]
    if ends:
        yield part.tells(FindingKind.EARLIER_REVISION)
    for number, end in enumerate(ends[:_MOST_REVISIONS], start=1):
        yield part.inside(f"{_REVISION}{number}", part.data[:end])
    if len(ends) > _MOST_REVISIONS:
        yield part.tells(FindingKind.OPAQUE, label="it has more revisions than a scan opens")


def _objects(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(part.data), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Locked("it is locked with a password") from None
    with pdf:
        if len(pdf.objects) > bounds.members * _OBJECTS_FOR_EACH_MEMBER:
            raise TooMuch("it has more objects than a scan goes through")
        if pdf.is_encrypted:
            yield part.tells(FindingKind.OPAQUE, label="it is encrypted")
        words: list[bytes] = []
        kinds: set[FindingKind] = set()
        for number, one in enumerate(pdf.objects, start=1):
            _visit(one, words, kinds)
            if isinstance(one, pikepdf.Stream):
                yield from _stream(part, number, one, kinds)
        _visit(pdf.trailer, words, kinds)
        if any(key not in _OF_EVERY_INFO for key in pdf.trailer.get("/Info", {})):
            kinds.add(FindingKind.CUSTOM_PROPERTY)
        for kind in kinds:
            yield part.tells(kind)
        yield part.inside("strings and names", b"\n".join(words))


def _stream(
    part: Part, number: int, stream: Any, kinds: set[FindingKind]
) -> Iterator[Part | Finding]:
    import pikepdf

    name = f"stream of object {number}"
    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:  # a filter of pictures: the bytes are a file of their own
        content = stream.read_raw_bytes()
    yield part.inside(name, content)
    if _SHOWN.search(content):
        if _INVISIBLE.search(content):
            kinds.add(FindingKind.HIDDEN_TEXT)
        yield part.inside(f"text of {name}", _words_shown(content))


def _words_shown(content: bytes) -> bytes:
    """The strings of a page’s content without what moves the letters between them."""
    return b"".join(
        plain if plain or not digits else bytes.fromhex(_even(digits))
        for plain, digits in _LITERAL.findall(content)
    )


def _even(digits: bytes) -> str:
    written = b"".join(digits.split()).decode()
    return written if len(written) % 2 == 0 else f"{written}0"


def _visit(root: Any, words: list[bytes], kinds: set[FindingKind]) -> None:
    """Gather the strings and names of an object as far as it goes itself, and what it is."""
    import pikepdf

    waiting = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            kinds.update(_kinds_of(one))
            for key, value in one.items():
                words.append(key.encode())
                _note(value, words, waiting)
        elif isinstance(one, pikepdf.Array):
            for value in one:
                _note(value, words, waiting)
        else:
            _note(one, words, waiting)


def _note(value: Any, words: list[bytes], waiting: list[Any]) -> None:
    import pikepdf

    if isinstance(value, pikepdf.String):
        words += (bytes(value), str(value).encode(errors="ignore"))
    elif isinstance(value, pikepdf.Name):
        words.append(str(value).encode(errors="ignore"))
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect:
        waiting.append(value)


def _kinds_of(one: Any) -> Iterator[FindingKind]:
    for key in one.keys() & _BY_KEY.keys():
        yield _BY_KEY[key]
    if str(one.get("/S")) in _ACTIONS:
        yield FindingKind.SCRIPT
    subtype = str(one.get("/Subtype"))
    if "/Rect" in one and subtype not in _PLAIN_ANNOTATIONS:
        yield FindingKind.FORM if subtype == "/Widget" else FindingKind.ANNOTATION


def _pages(part: Part) -> Iterator[Part]:
    """The words of each page as a reader gets them: fonts may name letters by other numbers."""
    import pypdfium2

    with _AT_ONCE, pypdfium2.PdfDocument(part.data) as document:
        told = [page.get_textpage().get_text_range() for page in document]
    for number, text in enumerate(told, start=1):
        yield part.inside(f"text of page {number}", text.encode(errors="ignore"))
