"""A report of 100 pages, to measure how long a reading takes."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table

PAGES = 100
_SENTENCES = (
    "Officers told us that they should be given more time to read a file before they decide.",
    "In {n} of 240 records the reason was missing, and in some it was copied from another case.",
    "We saw good work in the eastern division, where a sergeant reads each record on the day.",
    "The force's own audit of 14 June 2024 had found the same, and had made a recommendation.",
    "Supervisors were expected to sample five records a month; most of them sampled none at all.",
    "A plan existed, but those who were to carry it out had not been told where it was kept.",
)


def write_long_report(path: Path) -> None:
    """Write a PDF of exactly `PAGES` pages with twenty recommendations, prose and tables."""
    styles = getSampleStyleSheet()
    story = [
        Paragraph("An inspection of how Wexmoor Constabulary keeps its records", styles["Title"]),
        Paragraph("Published 3 March 2026 by HMICFRS", styles["BodyText"]),
    ]
    for number in range(2, PAGES + 1):
        story += [PageBreak(), Paragraph(f"{number}. Findings", styles["Heading1"])]
        for part in range(9):
            turned = _SENTENCES[part % 6 :] + _SENTENCES[: part % 6]
            text = " ".join(turned[:5]).format(n=number + part)
            story.append(Paragraph(f"{number}.{part + 1} {text}", styles["BodyText"]))
        if number % 5 == 0:
            story += [
                Paragraph(f"Recommendation {number // 5}", styles["Heading2"]),
                Paragraph(
                    f"By {number // 5} October 2026, the force should make sure that division "
                    f"{number // 5} keeps its records in one place.",
                    styles["BodyText"],
                ),
            ]
        elif number % 7 == 0:
            story.append(Table([["Division", "Records"], ["East", number], ["West", number * 2]]))
    document = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    frame = Frame(60, 50, A4[0] - 120, A4[1] - 100)
    document.addPageTemplates([PageTemplate("body", [frame])])
    document.build(story)
