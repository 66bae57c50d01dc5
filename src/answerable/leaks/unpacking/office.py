"""Structure of office documents that has no place in a public file, by names and markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from answerable.leaks.finding import FindingKind

_OFFICE: Final = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")
"""One of them is in every office document."""
_BY_NAME: Final = tuple(
    (re.compile(expression, re.IGNORECASE), FindingKind(kind))
    for expression, kind in (
        (r"(?:^|/)vba\w*\.(?:bin|xml)$|^(?:Basic|Scripts)/|/macrosheets/", "macro"),
        (r"/embeddings/|/activeX/|^ObjectReplacements/|^Object \d+/|/afchunk", "attachment"),
        (r"(?:^|/)(?:threaded)?comments[^/]*(?:/|\.xml$)|(?:^|/)persons/", "comment"),
        (r"/pivotCache/|/queryTables/|/connections\.xml$|/model/", "cache"),
        (r"/externalLinks/", "external_link"),
        (
            r"^customXml/|^docProps/custom\.xml$|/customProperty|/printerSettings/",
            "custom_property",
        ),
        (r"/glossary/|/revisions/|/users?\.xml$|^Versions/|^VersionList\.xml$", "earlier_revision"),
        (r"^Thumbnails/|^docProps/thumbnail", "thumbnail"),
    )
)
_BY_MARKUP: Final = tuple(
    (re.compile(expression), FindingKind(kind))
    for expression, kind in (
        (rb"<(?:\w+:)?sheet\b[^>]*\bstate=[\"'](?:veryH|h)idden", "hidden_sheet"),
        (rb"<(?:row|col)\b[^>]*\bhidden=[\"'](?:1|true)", "hidden_cells"),
        (rb"<definedName\b[^>]*\bhidden=[\"'](?:1|true)", "hidden_cells"),
        (rb"table:visibility=[\"'](?:collapse|filter)", "hidden_cells"),
        (rb"table:display=[\"']false", "hidden_sheet"),
        (rb"<w:(?:vanish|webHidden|specVanish)\b(?![^>]*w:val=[\"'](?:0|false))", "hidden_text"),
        (rb"text:display=[\"']none|<text:hidden-|text:is-hidden=[\"']true", "hidden_text"),
        (rb"<w:(?:del|ins|moveFrom|moveTo|rPrChange|pPrChange)\b", "tracked_change"),
        (rb"<text:tracked-changes|<text:change\b|<table:tracked-changes", "tracked_change"),
        (rb"<office:annotation\b", "comment"),
        (rb"<meta:user-defined\b", "custom_property"),
        (rb"<office:scripts>\s*<|<script:event-listener", "script"),
        (rb"<draw:object\b|<draw:plugin\b|<w:object\b|<w:altChunk\b", "attachment"),
        (rb"<table:(?:content-validation|data-pilot-table|cell-range-source)\b", "cache"),
        (rb"<w:fldSimple\b[^>]*DDE|<w:instrText[^>]*>[^<]*\b(?:DDEAUTO|DDE|INCLUDE)", "script"),
        (rb"<Relationship\b(?=[^>]*External)[^>]*(?:attachedTemplate|oleObject|/frame)", "script"),
    )
)
_MARKUP: Final = (".xml", ".rels")


def structure_of(contents: Mapping[str, bytes]) -> Iterator[tuple[FindingKind, str]]:
    """Which kinds of structure an office document has, and in which file of it.

    Nothing for an archive that is no office document: its files are looked at one by one.

    Args:
        contents: of the files in it, by name.
    """
    if not any(name in contents for name in _OFFICE):
        return
    for name, content in contents.items():
        for expression, kind in _BY_NAME:
            if expression.search(name):
                yield kind, name
        if name.lower().endswith(_MARKUP):
            for markup, kind in _BY_MARKUP:
                if markup.search(content):
                    yield kind, name
