"""Words hidden in PDF files."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from bench.hiding.controls import pdf
from bench.hiding.pictures import jpeg_with_exif
from bench.hiding.way import Way, ways_of


def _changed(change: Callable[[Any], None]) -> bytes:
    """The clean file with something changed in it, saved whole."""
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        change(opened)
        file = io.BytesIO()
        opened.save(file)
    return file.getvalue()


def _drawn(operators: str) -> bytes:
    """The clean file with more drawn on its first page."""

    def draw(opened: Any) -> None:
        page = opened.pages[0]
        page.contents_add(opened.make_stream(f"q\n{operators}\nQ".encode()))

    return _changed(draw)


def _font(opened: Any) -> str:
    return next(iter(opened.pages[0].Resources.Font.keys()))


def _words(marker: str, before: str, after: str = "") -> bytes:
    """Words that are drawn after operators that hide them."""
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        font = _font(opened)
    return _drawn(f"BT {font} 12 Tf 72 600 Td {before} ({marker}) Tj ET {after}")


def _attached(marker: str) -> bytes:
    def attach(opened: Any) -> None:
        opened.attachments["rows.csv"] = f"name\n{marker}\n".encode()

    return _changed(attach)


def _root(key: str, make: Callable[[Any], Any]) -> bytes:
    def add(opened: Any) -> None:
        opened.Root[key] = make(opened)

    return _changed(add)


def _page(key: str, make: Callable[[Any], Any]) -> bytes:
    def add(opened: Any) -> None:
        opened.pages[0].obj[key] = make(opened)

    return _changed(add)


def _note(marker: str) -> bytes:
    return _page(
        "/Annots",
        lambda opened: Array(
            [
                opened.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Text,
                        Rect=[10, 10, 20, 20],
                        Contents=String(marker),
                    )
                )
            ]
        ),
    )


def _link(marker: str) -> bytes:
    action = Dictionary(S=Name.URI, URI=String(f"https://example.org/{marker}"))
    return _page(
        "/Annots",
        lambda opened: Array(
            [
                opened.make_indirect(
                    Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 10, 20, 20], A=action)
                )
            ]
        ),
    )


def _field(marker: str) -> bytes:
    return _root(
        "/AcroForm",
        lambda opened: Dictionary(
            Fields=Array(
                [opened.make_indirect(Dictionary(FT=Name.Tx, T=String("name"), V=String(marker)))]
            )
        ),
    )


def _property(marker: str) -> bytes:
    def add(opened: Any) -> None:
        opened.docinfo["/Reviewer"] = String(marker)

    return _changed(add)


def _xmp(marker: str) -> bytes:
    def add(opened: Any) -> None:
        with opened.open_metadata() as told:
            told["dc:description"] = marker

    return _changed(add)


def _layer(marker: str) -> bytes:
    def add(opened: Any) -> None:
        layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        opened.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
        )
        page = opened.pages[0]
        page.Resources.Properties = Dictionary({"/L1": layer})
        words = f"/OC /L1 BDC BT {_font(opened)} 12 Tf 72 600 Td ({marker}) Tj ET EMC"
        page.contents_add(opened.make_stream(words.encode()))

    return _changed(add)


def _earlier(marker: str) -> bytes:
    """An update that takes a note away: the state before is still in the file."""
    before = _note(marker)
    with pikepdf.open(io.BytesIO(before)) as opened:
        number = opened.pages[0].obj.objgen[0]
        del opened.pages[0].obj["/Annots"]
        page = opened.pages[0].obj.unparse(resolved=True)
        root, size = opened.Root.objgen[0], len(opened.objects) + 1
    start = before.rindex(b"startxref") + len(b"startxref")
    last = before[start:].split()[0].decode()
    at = len(before) + 1
    update = b"\n%d 0 obj\n%s\nendobj\n" % (number, page)
    table = (
        f"xref\n{number} 1\n{at:010} 00000 n \ntrailer\n"
        f"<< /Size {size} /Root {root} 0 R /Prev {last} >>\n"
        f"startxref\n{len(before) + len(update)}\n%%EOF\n"
    )
    return before + update + table.encode()


def _script(marker: str) -> bytes:
    return _root(
        "/OpenAction",
        lambda _: Dictionary(S=Name.JavaScript, JS=String(f"var name = '{marker}';")),
    )


def _unreferenced(marker: str) -> bytes:
    """An object that no other names, in a file that lists it."""
    whole = pdf()
    at = whole.rindex(b"xref")
    at = whole.rindex(b"\n", 0, at) + 1
    return whole[:at] + b"999 0 obj\n(%s)\nendobj\n" % marker.encode() + whole[at:]


def _named_resource(marker: str) -> bytes:
    def rename(opened: Any) -> None:
        page = opened.pages[0]
        page.Resources.Font[f"/{marker}"] = page.Resources.Font[_font(opened)]
        words = f"BT /{marker} 12 Tf 72 600 Td (Thanks) Tj ET"
        page.contents_add(opened.make_stream(words.encode()))

    return _changed(rename)


def _photograph(marker: str) -> bytes:
    def swap(opened: Any) -> None:
        (name,) = opened.pages[0].Resources.XObject.keys()
        picture = opened.pages[0].Resources.XObject[name]
        picture.write(jpeg_with_exif(marker), filter=Name.DCTDecode)
        picture.ColorSpace = Name.DeviceRGB
        picture.BitsPerComponent = 8

    return _changed(swap)


def _behind_the_pixels(marker: str) -> bytes:
    def swap(opened: Any) -> None:
        (name,) = opened.pages[0].Resources.XObject.keys()
        picture = opened.pages[0].Resources.XObject[name]
        size = int(picture.Width) * int(picture.Height) * 3
        picture.write(b"\x40" * size + marker.encode())
        picture.ColorSpace = Name.DeviceRGB
        picture.BitsPerComponent = 8

    return _changed(swap)


def _in_the_font(opened: Any, key: str, value: Any) -> None:
    opened.pages[0].Resources.Font[_font(opened)][key] = value


def _unicode_map(marker: str) -> bytes:
    def add(opened: Any) -> None:
        remark = opened.make_stream(
            b"%% %s\nbegincmap\n1 beginbfchar\n<41> <0041>\nendbfchar\nendcmap" % marker.encode()
        )
        _in_the_font(opened, "/ToUnicode", remark)

    return _changed(add)


def _spoken(marker: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        font = _font(opened)
    return _drawn(
        f"/Span << /ActualText ({marker}) >> BDC BT {font} 12 Tf 72 600 Td (Thanks) Tj ET EMC"
    )


def _outline(marker: str) -> bytes:
    def add(opened: Any) -> None:
        with opened.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(marker, 0))

    return _changed(add)


def _tagged(marker: str) -> bytes:
    return _root(
        "/StructTreeRoot",
        lambda opened: opened.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(marker)),
            )
        ),
    )


def _drawn_clipped(marker: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        font = _font(opened)
    return _drawn(f"300 300 1 1 re W n BT {font} 12 Tf 72 600 Td ({marker}) Tj ET")


WAYS: list[Way] = ways_of(
    "pdf",
    {
        "an attachment": _attached,
        "a note": _note,
        "the address of a link": _link,
        "a field of a form": _field,
        "a property": _property,
        "XMP": _xmp,
        "a script": _script,
        "a layer that is off": _layer,
        "an earlier revision": _earlier,
        "an object that nothing names": _unreferenced,
        "white words": lambda marker: _words(marker, "1 1 1 rg"),
        "words under a black bar": lambda marker: _words(marker, "0 g", "0 g 70 596 200 16 re f"),
        "words off the page": lambda marker: _words(marker, "0 -2000 Td"),
        "words in the mode that draws nothing": lambda marker: _words(marker, "3 Tr", "0 Tr"),
        "words of half a point": lambda marker: _words(marker, "0.04 0 0 0.04 72 600 Tm"),
        "words that are clipped away": _drawn_clipped,
        "bytes behind the end": lambda marker: pdf() + marker.encode(),
        "bytes before the beginning": lambda marker: b"%s\n" % marker.encode() + pdf(),
        "a remark among the operators": lambda marker: _drawn(f"% {marker}"),
        "other words for a screen reader": _spoken,
        "the name of a font in use": _named_resource,
        "an entry of a page": lambda marker: _page("/Maker", lambda _: String(marker)),
        "where a photograph was taken": _photograph,
        "bytes behind the pixels of a picture": _behind_the_pixels,
        "a small picture of a page": lambda marker: _page(
            "/Thumb", lambda opened: opened.make_stream(marker.encode(), Width=1, Height=1)
        ),
        "data of the program that made it": lambda marker: _page(
            "/PieceInfo", lambda _: Dictionary(Maker=Dictionary(Private=String(marker)))
        ),
        "a remark among the letters of a font": _unicode_map,
        "a bookmark": _outline,
        "words for a picture that nobody sees": _tagged,
        "the numbering of pages": lambda marker: _root(
            "/PageLabels",
            lambda _: Dictionary(Nums=Array([0, Dictionary(P=String(marker))])),
        ),
    },
)
