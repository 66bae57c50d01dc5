"""Words that an office document sets so that nobody sees them: white on white, or tiny.

Hidden words in the sense of the format (“vanish”, `text:display`) are no disguise: the readers of
this product leave them out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from answerable.documents.limits import Limits
from answerable.documents.packages import check_package, open_package
from answerable.documents.refusal import Reason, Unreadable

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SMALLEST_HALF_POINTS: Final = 6
_SMALLEST_POINTS: Final = 3.0
_LIGHTEST: Final = 0xE8
"""Of each of red, green and blue: a colour from here on cannot be read on white."""
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6})")
_POINTS: Final = re.compile(r"([\d.]+)pt")


def refuse_disguise(data: bytes, limits: Limits) -> None:
    """Look for words in disguise in a Word or OpenDocument text; any other file has none here.

    Raises:
        Unreadable: there are some, or the archive is not what an office program writes.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with open_package(data, limits) as package:
        check_package(package, limits)
        names = set(package.namelist())
        parts: dict[str, Any] = {
            name: _parsed(package.read(name))
            for name in ("word/document.xml", "word/styles.xml", "content.xml", "styles.xml")
            if name in names
        }
    if any(_in_word(parts)) or any(_in_open_document(parts)):
        raise Unreadable(
            Reason.HIDDEN_CONTENT,
            "The document has words that nobody sees: in a colour that is hardly different from "
            "the paper, or too small to read. Take them out, save it again and try once more.",
        )


def _parsed(content: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _in_word(parts: dict[str, Any]) -> Iterator[bool]:
    document = parts.get("word/document.xml")
    if document is None:
        return
    disguising = _word_styles(parts.get("word/styles.xml"))
    for run in document.iter(f"{_W}r"):
        if not "".join(text.text or "" for text in run.iter(f"{_W}t")).strip():
            continue
        own = run.find(f"{_W}rPr")
        named = {one.get(f"{_W}val") for one in _styles_of(run)}
        yield _is_tiny(own) or (
            (_is_pale(own) or bool(named & disguising)) and not _stands_on_a_colour(run)
        )


def _styles_of(run: Any) -> Iterator[Any]:
    yield from run.iterfind(f"{_W}rPr/{_W}rStyle")
    for paragraph in run.iterancestors(f"{_W}p"):
        yield from paragraph.iterfind(f"{_W}pPr/{_W}pStyle")


def _word_styles(styles: Any) -> set[str]:
    if styles is None:
        return set()
    return {
        style.get(f"{_W}styleId")
        for style in styles.iter(f"{_W}style")
        if _is_pale(style.find(f"{_W}rPr")) or _is_tiny(style.find(f"{_W}rPr"))
    }


def _is_pale(properties: Any) -> bool:
    colour = properties.find(f"{_W}color") if properties is not None else None
    return colour is not None and _is_near_white(colour.get(f"{_W}val") or "")


def _is_tiny(properties: Any) -> bool:
    size = properties.find(f"{_W}sz") if properties is not None else None
    told = (size.get(f"{_W}val") or "") if size is not None else ""
    return told.isdigit() and int(told) <= _SMALLEST_HALF_POINTS


def _stands_on_a_colour(run: Any) -> bool:
    """Whether the run, its paragraph, its cell or its table has a ground that is not pale."""
    for owner in (run, *run.iterancestors(f"{_W}p", f"{_W}tc", f"{_W}tbl")):
        for ground in owner.iterfind(f"*/{_W}shd"):
            fill = ground.get(f"{_W}fill") or ""
            if _COLOUR.fullmatch(fill) and not _is_near_white(fill):
                return True
    return False


def _in_open_document(parts: dict[str, Any]) -> Iterator[bool]:
    content = parts.get("content.xml")
    if content is None:
        return
    pale, tiny, coloured = set(), set(), set()
    for part in (content, parts.get("styles.xml")):
        for style in part.iter(f"{_STYLE}style") if part is not None else ():
            name = style.get(f"{_STYLE}name")
            for traits in style:
                if _is_near_white(traits.get(f"{_FO}color") or ""):
                    pale.add(name)
                if _points(traits.get(f"{_FO}font-size") or "") < _SMALLEST_POINTS:
                    tiny.add(name)
                ground = traits.get(f"{_FO}background-color") or ""
                if _COLOUR.fullmatch(ground) and not _is_near_white(ground):
                    coloured.add(name)
    for column in content.iter(f"{_TABLE}table-column"):
        yield column.get(f"{_TABLE}visibility") in ("collapse", "filter")
    for words in content.iter(f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}span"):
        if "".join(words.itertext()).strip():
            style = words.get(f"{_TEXT}style-name")
            around = {
                one.get(f"{kind}style-name")
                for one in (words, *words.iterancestors())
                for kind in (_TEXT, _TABLE)
            }
            yield style in tiny or (style in pale and not around & coloured)


def _is_near_white(colour: str) -> bool:
    found = _COLOUR.fullmatch(colour)
    return found is not None and min(bytes.fromhex(found[1])) >= _LIGHTEST


def _points(told: str) -> float:
    found = _POINTS.fullmatch(told)
    return float(found[1]) if found else _SMALLEST_POINTS
