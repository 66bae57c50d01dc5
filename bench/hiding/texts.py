"""Words hidden in OpenDocument texts."""

from __future__ import annotations

from bench.hiding.controls import odt, png
from bench.hiding.packages import with_markup, with_part
from bench.hiding.way import Way, ways_of

_BODY = "</office:text>"
_P = "<text:p>{}</text:p>"


def _in_body(markup: str) -> bytes:
    return with_markup(odt(), "content.xml", _BODY, markup)


def _styled(marker: str, traits: str) -> bytes:
    styled = with_markup(
        odt(),
        "content.xml",
        "<office:body",
        "<office:automatic-styles>"
        f'<style:style style:name="Odd" style:family="text"><style:text-properties {traits}/>'
        "</style:style></office:automatic-styles>",
    )
    span = f'<text:p>Thanks <text:span text:style-name="Odd">{marker}</text:span></text:p>'
    return with_markup(styled, "content.xml", _BODY, span)


WAYS: list[Way] = ways_of(
    "odt",
    {
        "a note in the margin": lambda marker: _in_body(
            f"<text:p>Thanks<office:annotation><text:p>{marker}</text:p></office:annotation></text:p>"
        ),
        "deleted words of a tracked change": lambda marker: with_markup(
            odt(),
            "content.xml",
            _BODY,
            '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
            f"{_P.format(marker)}</text:deletion></text:changed-region></text:tracked-changes>",
        ),
        "a paragraph that a mark hides": lambda marker: _in_body(
            f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{marker}</text:p>'
        ),
        "a hidden row of a table": lambda marker: _in_body(
            '<table:table table:name="t"><table:table-column/><table:table-row '
            'table:visibility="collapse"><table:table-cell>'
            f"{_P.format(marker)}</table:table-cell></table:table-row></table:table>"
        ),
        "the words of a field that is hidden": lambda marker: _in_body(
            '<text:p><text:hidden-text text:is-hidden="true" '
            f'text:string-value="{marker}"/></text:p>'
        ),
        "a hidden section": lambda marker: _in_body(
            f'<text:section text:name="s" text:display="none">{_P.format(marker)}</text:section>'
        ),
        "white words": lambda marker: _styled(marker, 'fo:color="#ffffff"'),
        "words of one point": lambda marker: _styled(marker, 'fo:font-size="1pt"'),
        "a property": lambda marker: with_markup(
            odt(),
            "meta.xml",
            "</office:meta>",
            f'<meta:user-defined meta:name="n">{marker}</meta:user-defined>',
        ),
        "a small picture of it": lambda marker: with_part(
            odt(), "Thumbnails/thumbnail2.png", png() + marker.encode()
        ),
        "an object": lambda marker: with_part(
            odt(), "Object 1/content.xml", f"<office:text>{_P.format(marker)}</office:text>"
        ),
        "an earlier version": lambda marker: with_part(
            odt(), "Versions/Version1", odt() + b"PK\x03\x04" + marker.encode()
        ),
        "a script": lambda marker: with_part(
            odt(), "Basic/Standard/Module1.xml", f"<script:module>{marker}</script:module>"
        ),
    },
)
