"""The facts of an inspection, gaps in its numbers, and links to other reports."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from answerable.statute import BASES
from answerable_site.design import forms as design
from answerable_site.register.rules import (
    DateSource,
    InspectionFacts,
    InspectionKind,
    InspectionLinkKind,
)


class _Facts(forms.Form):
    title = design.TextField(
        label="Title", rows=2, max_length=500, required_message="Enter the title of the report"
    )
    published_on = design.DateField(
        label="Publication date",
        help_text="The day on which the inspectorate published the report. The clock starts on it.",
        required_message="Enter the publication date",
    )
    date_source = design.ChoiceField(
        label="Where did you find this date?",
        choices=[(source.value, source.label) for source in DateSource],
        hints={
            DateSource.INSPECTORATE_PAGE.value: (
                "Check it: older pages show the day on which a website was moved."
            )
        },
        required_message="Select where you found the publication date",
    )
    kind = design.ChoiceField(
        label="Kind of inspection",
        choices=[(kind.value, kind.label) for kind in InspectionKind],
        required_message="Select the kind of inspection",
    )
    legal_basis = design.ChoiceField(
        label="Legal basis",
        choices=[(basis.code, basis.name) for basis in BASES.values()],
        hints={
            basis.code: f"{basis.citation[:1].upper()}{basis.citation[1:]}"
            for basis in BASES.values()
        },
        required_message="Select the legal basis",
    )
    bodies = design.ModelMultipleChoiceField(
        None,
        label="Which local policing bodies does it concern?",
        help_text="Each of them owes, or may owe, a response.",
        required_message="Select at least one local policing body",
    )
    inspectorates = design.CharField(
        label="Inspectorates (optional)",
        help_text="Short names, the lead first. For example, HMICFRS, HMCPSI",
        max_length=200,
        required=False,
    )
    source_address = forms.URLField(
        label="Web address of the report (optional)",
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    series = design.CharField(
        label="Series (optional)",
        help_text="If the report is one part of several: the name they share.",
        max_length=200,
        required=False,
    )
    phase = design.CharField(
        label="Part of the series (optional)",
        help_text="For example, Phase one",
        max_length=60,
        width=20,
        required=False,
    )
    key_findings = design.TextField(
        label="Key findings (optional)",
        help_text="In the words of the report. Leave an empty line between two findings.",
        rows=8,
        required=False,
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer(self, "bodies", bodies)

    def facts(self) -> InspectionFacts:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        return InspectionFacts(
            title=" ".join(typed["title"].split()),
            kind=InspectionKind(typed["kind"]),
            published_on=typed["published_on"],
            date_source=DateSource(typed["date_source"]),
            legal_basis=typed["legal_basis"],
            inspectorates=tuple(
                name.strip() for name in typed["inspectorates"].split(",") if name.strip()
            ),
            source_address=typed["source_address"],
            key_findings=findings_from_text(typed["key_findings"]),
            series=typed["series"],
            phase=typed["phase"],
        )


class ConfirmInspection(_Facts):
    """The facts that a document shows, to be confirmed by a person."""

    same_as = design.MultipleChoiceField(
        label="Is it the same report as one of these?",
        help_text="Those that you select are linked as the same report. Nothing is merged.",
        required=False,
    )
    parts_of_series = design.MultipleChoiceField(
        label="Is it part of a series with one of these?",
        help_text="Those that you select are linked as earlier or later parts.",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        duplicates: Iterable[tuple[str, str]],
        parts: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("same_as", duplicates), ("parts_of_series", parts)):
            offered = list(choices)
            if offered:
                self.fields[name].choices = offered  # type: ignore[attr-defined]
            else:
                del self.fields[name]


class EnterInspection(_Facts):
    """The facts of an inspection that is entered by hand."""

    body = design.ModelChoiceField(
        None, label="Which local policing body enters it?", required_message="Select a body"
    )

    def __init__(self, *args: Any, own_bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer_unless_single(self, "body", own_bodies)


class CorrectInspection(_Facts):
    """The facts of an inspection, to be corrected with a reason."""

    reason = design.TextField(
        label="Why do you correct it?",
        help_text="The history shows what stood before, and your reason.",
        rows=3,
        max_length=1000,
        required_message="Enter why you correct it",
    )


class ExplainGap(forms.Form):
    """Why numbers are missing."""

    missing = design.CharField(
        label="Missing numbers",
        help_text="For example, 8 to 11",
        width=20,
        max_length=200,
        required_message="Enter the missing numbers",
    )
    explanation = design.TextField(
        label="Why are they missing?",
        help_text="For example, they are addressed to others and not printed in this document.",
        rows=3,
        max_length=1000,
        required_message="Enter why they are missing",
    )


class LinkInspection(forms.Form):
    """How this report relates to another."""

    other = design.SelectField(label="Other report", required_message="Select the other report")
    kind = design.ChoiceField(
        label="How do they relate?",
        choices=[(kind.value, kind.label) for kind in InspectionLinkKind],
        required_message="Select how they relate",
    )
    reason = design.TextField(
        label="How do you know?",
        rows=3,
        max_length=1000,
        required_message="Enter how you know",
    )

    def __init__(self, *args: Any, others: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [("", "Select a report"), *others]  # type: ignore[attr-defined]


def findings_from_text(text: str) -> tuple[str, ...]:
    """Findings from a text area: an empty line parts two."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())
