"""The things that pages draw with: fonts, pictures, forms, patterns, colours.

Every dictionary keeps the entries that drawing needs, by name, and loses all others. Source: ISO
32000-1, sections 8.4.5, 8.6 to 8.10 and 9.5 to 9.10.
"""

from __future__ import annotations

import re
from typing import Any, Final

from answerable.leaks.remaking.contents import Contents
from answerable.leaks.remaking.fonts import bare_font, clean_unicode_map, is_sfnt
from answerable.leaks.remaking.images import clean_picture

_KINDS: Final = {"/Font", "/XObject", "/ExtGState", "/Shading", "/Pattern", "/ColorSpace"}
"""Of resources: dictionaries whose entries have names of their own."""
_NEEDED_LISTED: Final = """
Type Subtype Length Filter DecodeParms Resources
BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo
Registry Ordering Supplement W DW W2 DW2 CIDToGIDMap BaseEncoding Differences FontBBox FontMatrix
CharProcs WMode CMapName UseCMap FontName Flags ItalicAngle Ascent Descent Leading CapHeight XHeight
StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 Length1 Length2 Length3
Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask Matte
Predictor Colors Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1
DamagedRowsBeforeError ColorTransform JBIG2Globals
BBox Matrix Group S CS I FormType
LW LC LJ ML D RI OP op OPM Font BM CA ca AIS TK SA FL SM G BC
PatternType PaintType TilingType XStep YStep Shading ExtGState
ShadingType Background AntiAlias Coords Domain Function Extend BitsPerCoordinate BitsPerFlag
VerticesPerRow FunctionType Range C0 C1 N Functions Bounds Encode Size BitsPerSample Order
WhitePoint BlackPoint Gamma
"""
_NEEDED: Final = frozenset(f"/{name}" for name in _NEEDED_LISTED.split())
_DEVICE: Final = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_ORDERINGS: Final = {b"Identity", b"Japan1", b"GB1", b"CNS1", b"Korea1", b"KR"}
_WITH_OWN_NAMES: Final = {"/CharProcs", "/Resources"}
"""Dictionaries that are cleaned apart: the names in them are not of the standard."""
_REMARK: Final = re.compile(rb"%[^\r\n]*")
_CALCULATES: Final = 4


class Drawn:
    """Cleans what is drawn with, once each."""

    def __init__(self, pdf: Any, contents: Contents) -> None:
        self._pdf, self._contents = pdf, contents
        self._cleaned: set[tuple[int, int]] = set()
        self._fonts = 0

    def clean(self, resources: Any) -> None:
        """Clean a dictionary of resources and everything that it leads to."""
        for kind in resources.keys() - _KINDS:
            del resources[kind]
        for kind in list(resources):
            named = resources[kind]
            for name in list(named):
                named[name] = self._bare(named[name])

    def _bare(self, one: Any) -> Any:
        """The object without what drawing does not need; another in its place where it must be."""
        import pikepdf

        if isinstance(one, pikepdf.Array):
            return self._bare_array(one)
        if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            return one
        if one.is_indirect:
            if one.objgen in self._cleaned:
                return one
            self._cleaned.add(one.objgen)
        self._clean_dictionary(one)
        if isinstance(one, pikepdf.Stream):
            self._clean_stream(one)
        return one

    def _bare_array(self, array: Any) -> Any:
        import pikepdf

        family = str(array[0]) if len(array) else ""
        if family == "/ICCBased":
            return pikepdf.Name(_DEVICE[int(array[1].get("/N", 3))])
        if family == "/Separation" and str(array[1]) not in ("/All", "/None"):
            array[1] = pikepdf.Name("/Ink")
        if family == "/DeviceN":
            array[1] = pikepdf.Array(pikepdf.Name(f"/Ink{at}") for at in range(len(array[1])))
            while len(array) > 4:
                del array[4]
        for at in range(len(array)):
            if isinstance(array[at], pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
                array[at] = self._bare(array[at])
        return array

    def _clean_dictionary(self, one: Any) -> None:
        import pikepdf

        for key in one.keys() - _NEEDED:
            del one[key]
        self._name_font(one)
        if "/Registry" in one:
            one["/Registry"] = pikepdf.String("Adobe")
        if "/Ordering" in one and bytes(one["/Ordering"]) not in _ORDERINGS:
            one["/Ordering"] = pikepdf.String("Identity")
        if "/CharProcs" in one:
            self._clean_glyphs(one)
        for key in one.keys() - _WITH_OWN_NAMES:
            value = one[key]
            if key == "/ToUnicode" and isinstance(value, pikepdf.Stream):
                value.write(clean_unicode_map(value.read_bytes()))
            elif isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
                one[key] = self._bare(value)

    def _clean_glyphs(self, font: Any) -> None:
        """A font whose letters are drawings: each is cleaned, and what all of them draw with."""
        import pikepdf

        resources = font.get("/Resources", pikepdf.Dictionary())
        glyphs = font["/CharProcs"]
        for name in list(glyphs):
            operators = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(glyphs[name]))
            glyphs[name] = self._pdf.make_stream(operators)
        font["/Resources"] = resources
        self.clean(resources)

    def _name_font(self, one: Any) -> None:
        """A font that is in the file may have any name; one that is not is found by its name."""
        import pikepdf

        descriptor = one.get("/FontDescriptor")
        if descriptor is None:
            return
        if any(file in descriptor for file in _FONT_FILES):
            self._fonts += 1
            one["/BaseFont"] = pikepdf.Name(f"/Font{self._fonts}")
            descriptor["/FontName"] = pikepdf.Name(f"/Font{self._fonts}")

    def _clean_stream(self, stream: Any) -> None:
        if str(stream.get("/Subtype")) == "/Form" or "/PatternType" in stream:
            self._clean_form(stream)
        elif str(stream.get("/Subtype")) == "/Image":
            clean_picture(stream)
        else:
            content = stream.read_bytes()
            if int(stream.get("/FunctionType", 0)) == _CALCULATES or "/CMapName" in stream:
                content = _REMARK.sub(b"", content)
            elif is_sfnt(content):
                content = bare_font(content)
            stream.write(content)

    def _clean_form(self, stream: Any) -> None:
        import pikepdf

        resources = stream.get("/Resources", pikepdf.Dictionary())
        made, used = self._contents.rewritten(stream, resources)
        stream.write(made.read_bytes())
        stream["/Resources"] = used
        self.clean(used)
