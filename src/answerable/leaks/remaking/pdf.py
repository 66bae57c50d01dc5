"""A PDF made anew: its pages as they are drawn, in a new file.

Source: ISO 32000-1, sections 7.7.3 (page tree), 8.11 (optional content) and 14.3 (metadata).
"""

from __future__ import annotations

import io
from typing import Any, Final

from answerable.documents.refusal import Reason, Unreadable
from answerable.leaks.remaking.contents import Contents
from answerable.leaks.remaking.drawn import Drawn
from answerable.leaks.remaking.layers import Layers
from answerable.leaks.remaking.visible import pages_that_differ, pages_with_unseen_text
from answerable.leaks.walk import look_through

_OF_A_PAGE: Final = {
    *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"),
    "/UserUnit",
}
_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_FIRST: Final = 10
"""So many pages are named in a refusal."""


def remade_pdf(data: bytes) -> bytes:
    """The same pages in a new PDF, with what is drawn on them and nothing beside.

    Raises:
        Unreadable: it is locked, damaged or empty, or has text that nobody sees.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            made = _drawn_anew(pdf)
    except pikepdf.PasswordError as error:
        raise Unreadable(Reason.PROTECTED) from error
    except pikepdf.PdfError as error:
        raise Unreadable(Reason.DAMAGED) from error
    _refuse_changed(data, made)
    _refuse_unseen(made)
    return made


def _drawn_anew(pdf: Any) -> bytes:
    import pikepdf

    if not len(pdf.pages):
        raise Unreadable(Reason.EMPTY)
    contents = Contents(pdf, Layers(pdf))
    drawn = Drawn(pdf, contents)
    made = pikepdf.new()
    for page in pdf.pages:
        one = page.obj
        for key in _INHERITED:
            if key not in one and (value := _from_above(one, key)) is not None:
                one[key] = value
        for key in one.keys() - _OF_A_PAGE:
            del one[key]
        resources = one.get("/Resources", pikepdf.Dictionary())
        one.Contents, one.Resources = contents.rewritten(page, resources)
        drawn.clean(one.Resources)
        made.pages.append(page)
    file = io.BytesIO()
    made.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def _from_above(page: Any, key: str) -> Any:
    """What a page has from the nodes of the page tree above it."""
    above, steps = page.get("/Parent"), 0
    while above is not None and steps < 64:
        if key in above:
            return above[key]
        above, steps = above.get("/Parent"), steps + 1
    return None


def _refuse_changed(data: bytes, made: bytes) -> None:
    """Raises Unreadable if a page of the new file does not look as it did."""
    changed = pages_that_differ(data, made)
    if changed:
        raise Unreadable(
            Reason.DAMAGED,
            f"The PDF cannot be made anew without changing how page {_named(changed)} looks. Make "
            "it again in the program that made the document, or publish its words as a page.",
        )


def _named(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:_FIRST]))


def _refuse_unseen(made: bytes) -> None:
    """Raises Unreadable if a letter cannot be seen, or anything is left that has no place."""
    unseen = pages_with_unseen_text(made)
    if unseen:
        raise Unreadable(
            Reason.HIDDEN_CONTENT,
            "There is text that nobody sees, for example under a black bar or in white, on page "
            f"{_named(unseen)}. Take it out of the document that the PDF was made from, and make "
            "it again.",
        )
    if look_through("file", made):
        raise Unreadable(Reason.HIDDEN_CONTENT)
