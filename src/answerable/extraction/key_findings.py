"""Key findings: the paragraphs and bullets under a heading of that name."""

from __future__ import annotations

from answerable.extraction.lines import Line
from answerable.extraction.model import Finding, Place
from answerable.extraction.sections import Part, Section


def key_findings_of(divided: tuple[tuple[Line, Section], ...], text: str) -> tuple[Finding, ...]:
    """The key findings, verbatim, without bullets and numbers, in order of print."""
    return tuple(
        Finding(
            line.body, Place(line.page, line.body_start, line.end, text[line.body_start : line.end])
        )
        for line, section in divided
        if section.part is Part.KEY_FINDINGS and _is_finding(line, section)
    )


def _is_finding(line: Line, section: Section) -> bool:
    return (
        line is not section.heading
        and not line.is_named
        and not line.looks_like_heading
        and bool(line.body)
    )
