"""Words hidden in Word documents."""

from __future__ import annotations

import base64

from bench.hiding.controls import docx, jpeg, xlsx
from bench.hiding.packages import package_of, parts_of, with_markup, with_part
from bench.hiding.pictures import jpeg_with_exif
from bench.hiding.way import Way, ways_of

_BODY = "word/document.xml"
_END = "<w:sectPr"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _in_body(markup: str) -> bytes:
    return with_markup(docx(), _BODY, _END, markup)


def _run(marker: str, traits: str) -> bytes:
    return _in_body(f"<w:p><w:r><w:rPr>{traits}</w:rPr><w:t>{marker}</w:t></w:r></w:p>")


def _comment(words: str) -> bytes:
    return with_part(
        docx(),
        "word/comments.xml",
        f'<w:comments {_W}><w:comment w:id="1"><w:p>{words}</w:p></w:comment></w:comments>',
    )


def _split(marker: str) -> str:
    return "".join(f"<w:r><w:t>{letter}</w:t></w:r>" for letter in marker)


def _deleted(marker: str) -> bytes:
    return _in_body(
        '<w:p><w:del w:id="9" w:author="A"><w:r>'
        f"<w:delText>{marker}</w:delText></w:r></w:del></w:p>"
    )


def _old_style(marker: str) -> bytes:
    styled = with_markup(
        docx(),
        "word/styles.xml",
        "</w:styles>",
        '<w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FEFEFE"/></w:rPr>'
        "</w:style>",
    )
    return with_markup(
        styled,
        _BODY,
        _END,
        f'<w:p><w:r><w:rPr><w:rStyle w:val="Pale"/></w:rPr><w:t>{marker}</w:t></w:r></w:p>',
    )


def _workbook(marker: str) -> bytes:
    return with_markup(xlsx(), "xl/sharedStrings.xml", "</sst>", f"<si><t>{marker}</t></si>")


def _tags(marker: str) -> bytes:
    return _in_body(
        "<w:p><w:r><w:t>Thanks"
        + "".join(chr(0xE0000 + ord(letter)) for letter in marker)
        + "</w:t></w:r></w:p>"
    )


def _zero_widths(marker: str) -> bytes:
    bits = "".join(f"{byte:08b}" for byte in marker.encode())
    hidden = bits.replace("0", "\u200b").replace("1", "\u200c")
    return _in_body(f"<w:p><w:r><w:t>Than{hidden}ks</w:t></w:r></w:p>")


def _between(marker: str) -> bytes:
    """Bytes between the last file and the directory, whose place is set to match."""
    package = package_of(parts_of(docx()))
    at = package.index(b"PK\x01\x02")
    stray = f" {marker} ".encode().center(60)
    end = package.rindex(b"PK\x05\x06")
    moved = (at + len(stray)).to_bytes(4, "little")
    return (
        package[:at]
        + stray
        + package[at:end]
        + package[end : end + 16]
        + moved
        + package[end + 20 :]
    )


def _unlisted(marker: str) -> bytes:
    """A whole compressed file before the directory, which does not list it."""
    alone = package_of({"first": b"", "kept.txt": f"{marker} {marker} {marker}".encode()})
    local = alone[alone.index(b"PK\x03\x04", 4) : alone.index(b"PK\x01\x02")]
    return local + docx()


WAYS: list[Way] = ways_of(
    "docx",
    {
        "a comment": lambda marker: _comment(f"<w:r><w:t>{marker}</w:t></w:r>"),
        "a comment in a run for each letter": lambda marker: _comment(_split(marker)),
        "deleted words of a tracked change": _deleted,
        "hidden words": lambda marker: _run(marker, "<w:vanish/>"),
        "a hidden row of a table": lambda marker: _in_body(
            "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r>"
            f"<w:t>{marker}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "white words": lambda marker: _run(marker, '<w:color w:val="FFFFFF"/>'),
        "words of one point": lambda marker: _run(marker, '<w:sz w:val="2"/>'),
        "words in a pale style": _old_style,
        "a property": lambda marker: with_part(
            docx(),
            "docProps/custom.xml",
            f'<Properties><property name="n"><x>{marker}</x></property></Properties>',
        ),
        "the keywords": lambda marker: with_markup(
            docx(), "docProps/core.xml", "</cp:coreProperties>", f"<x>{marker}</x>"
        ),
        "data beside the document": lambda marker: with_part(
            docx(), "customXml/item1.xml", f"<data>{marker}</data>"
        ),
        "the same in base64": lambda marker: with_part(
            docx(),
            "customXml/item1.xml",
            f"<data>{base64.b64encode(marker.encode()).decode()}</data>",
        ),
        "the same in UTF-16": lambda marker: with_part(
            docx(), "customXml/item1.xml", f"<data>{marker}</data>".encode("utf-16")
        ),
        "an embedded workbook": lambda marker: with_part(
            docx(), "word/embeddings/sheet.xlsx", _workbook(marker)
        ),
        "a header": lambda marker: with_part(
            docx(), "word/header9.xml", f"<w:hdr {_W}><w:p>{_split(marker)}</w:p></w:hdr>"
        ),
        "a variable": lambda marker: with_markup(
            docx(),
            "word/settings.xml",
            "</w:settings>",
            f'<w:docVars><w:docVar w:name="n" w:val="{marker}"/></w:docVars>',
        ),
        "a macro": lambda marker: with_part(
            docx(), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + marker.encode("utf-16-le")
        ),
        "the address of a link": lambda marker: with_markup(
            docx(),
            "word/_rels/document.xml.rels",
            "</Relationships>",
            '<Relationship Id="rId99" TargetMode="External" Target="https://example.org/'
            f'{marker}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'attachedTemplate"/>',
        ),
        "a remark on the archive": lambda marker: package_of(
            parts_of(docx()), remark=marker.encode()
        ),
        "a field of a header of the archive": lambda marker: package_of(
            parts_of(docx()), extra=marker.encode()
        ),
        "bytes between the files": _between,
        "a file that the directory does not list": _unlisted,
        "bytes behind the end": lambda marker: docx() + marker.encode(),
        "where a picture was taken": lambda marker: with_part(
            docx(), "word/media/image9.jpeg", jpeg_with_exif(marker)
        ),
        "a small picture of it": lambda marker: with_part(
            docx(), "docProps/thumbnail.jpeg", jpeg() + marker.encode()
        ),
        "a remark in the markup": lambda marker: _in_body(f"<!-- {marker} -->"),
        "a code of a field": lambda marker: _in_body(
            f"<w:p><w:r><w:instrText>INCLUDETEXT {marker}</w:instrText></w:r></w:p>"
        ),
        "a name of a bookmark": lambda marker: _in_body(
            f'<w:bookmarkStart w:id="7" w:name="{marker}"/><w:bookmarkEnd w:id="7"/>'
        ),
        "tag characters": _tags,
        "rows of characters without width": _zero_widths,
        "a part of building blocks": lambda marker: with_part(
            docx(), "word/glossary/document.xml", f"<w:p>{_split(marker)}</w:p>"
        ),
    },
)
