"""What is asked about a tracker: the file, how it is read, what its words mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms as django

from answerable_site.design import forms
from answerable_site.followup.rules import Whose, tracker
from answerable_site.followup.rules.tracker import MEANINGS, Blank, Column, Columns, Outcome
from answerable_site.people.models import Organisation
from answerable_site.register.forms import lists
from answerable_site.register.forms.lists import LONGEST_FIELD
from answerable_site.register.models import Inspection
from answerable_site.register.rules.lists import LEAVE_OUT, Reading, short, word_key

_COLUMN: Final = "column_"
_WORD: Final = "word_"
MISTAKE: Final = ""


class AddTracker(lists.AddList):
    """A tracker, and the body that follows it up where there is a choice."""

    file = forms.FileField(
        label="Tracker",
        help_text=lists.FORMATS,
        accept=lists.ACCEPTED,
        required_message="Select the tracker",
    )
    body = forms.ModelChoiceField(
        None,
        label="Which local policing body follows it up?",
        required_message="Select a body",
    )


@dataclass(frozen=True, slots=True)
class WaitingTracker(lists.WaitingList):
    """A tracker that waits to be confirmed."""

    SALT = "answerable.followup.tracker"
    mapping_id: int | None = None
    """How it is read; None before somebody said."""
    as_at: str = ""
    """The day of which it speaks, as an ISO date."""


class ReadTracker(forms.Form):
    """How a tracker is read: kept under a name and used again."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)
    name = forms.CharField(
        label="Name of these choices",
        help_text="They are kept under it for the next time, such as: Force tracker",
        max_length=60,
        required_message="Give these choices a name",
    )
    as_at = forms.DateField(
        label="Which day does the tracker speak of?",
        help_text="What it tells without a date of its own is recorded as of this day.",
    )
    order = forms.ChoiceField(
        label="How are dates written?",
        choices=[
            ("day", "The day first: 9/11/2026 is 9 November"),
            ("month", "The month first: 9/11/2026 is 11 September"),
        ],
        required_message="Select how dates are written",
    )
    short_years = forms.BooleanField(label="Years may have two figures: 26 is 2026", required=False)
    organisation = forms.ModelSelectField(
        None,
        label="Which organisation has to act where a row names none?",
        empty_label="Every row names it",
        required=False,
    )
    inspection = forms.ModelSelectField(
        None,
        label="Which report are rows about that name none?",
        empty_label="Every row names it",
        required=False,
    )
    whose = forms.ChoiceField(
        label="Whose dates are these, where neither a column nor the recommendation says so?",
        choices=[(one.value, one.label) for one in Whose],
        required_message="Select whose dates these are",
    )
    missing = forms.ChoiceField(
        label="Recommendations that the register does not hold",
        choices=[
            ("refuse", "Are a mistake: I enter them in the register first"),
            ("enter", "Are entered in the register with the words of the tracker"),
        ],
        required_message="Select what is done with them",
    )
    above = forms.MultipleChoiceField(
        label="Empty cells: in which columns do they mean the same as the row above?",
        required=False,
    )
    needed = forms.MultipleChoiceField(
        label="Empty cells: in which columns are they a mistake?",
        help_text="Anywhere else an empty cell tells nothing, and what is held stays.",
        required=False,
    )

    def __init__(
        self, *args: Any, columns: Columns, organisations: Any, inspections: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._keys = tracker.keys_of(columns.headers)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["organisation"].label_from_instance = _name  # type: ignore[attr-defined]
        self.fields["inspection"].queryset = inspections  # type: ignore[attr-defined]
        self.fields["inspection"].label_from_instance = _title  # type: ignore[attr-defined]
        taken = {position: column for column, position in columns.places.items()}
        headed = [(str(n), short(header)) for n, header in enumerate(columns.headers) if header]
        for name in ("above", "needed"):
            self.fields[name].choices = headed  # type: ignore[attr-defined]
        choices = [(LEAVE_OUT, "Leave out"), *((c.value, c.label) for c in Column)]
        for position, header in headed:
            column = taken.get(int(position))
            self.fields[f"{_COLUMN}{position}"] = forms.SelectField(
                label=f"Column “{header}”",
                choices=choices,
                initial=column.value if column else LEAVE_OUT,
            )

        asked = [name for name in self.fields if name.startswith(_COLUMN)]
        self.order_fields(["list", "name", "as_at", *asked])

    def clean(self) -> dict[str, Any]:
        """Refuses an empty cell that would mean two things."""
        super().clean()
        both = set(self.cleaned_data.get("above", ())) & set(self.cleaned_data.get("needed", ()))
        if both:
            self.add_error("needed", "An empty cell cannot mean both in one column")
        return self.cleaned_data

    def mapping(self, words: Mapping[Column, Mapping[str, str]]) -> tracker.Mapping:
        """The choices, with words of before."""
        told = self.cleaned_data
        columns = {
            self._keys[int(position)]: told[f"{_COLUMN}{position}"]
            for position in self._positions()
        }
        blanks = {}
        for field, blank in (("above", Blank.AS_ABOVE), ("needed", Blank.MISTAKE)):
            for position in told[field]:
                column = told[f"{_COLUMN}{position}"]
                if column != LEAVE_OUT:
                    blanks[Column(column)] = blank
        organisation, inspection = told["organisation"], told["inspection"]
        return tracker.Mapping(
            columns=columns,
            reading=Reading(told["order"] == "month", told["short_years"]),
            blanks=blanks,
            words=words,
            organisation_id=organisation.pk if organisation else None,
            inspection_id=inspection.pk if inspection else None,
            whose=Whose(told["whose"]),
            enters_missing=told["missing"] == "enter",
        )

    def _positions(self) -> Iterator[str]:
        for name in self.fields:
            if name.startswith(_COLUMN):
                yield name.removeprefix(_COLUMN)


def first_choices(
    mapping: tracker.Mapping, columns: Columns, *, name: str, on: date, organisation_id: int | None
) -> dict[str, Any]:
    """What `ReadTracker` shows before anything is chosen.

    Args:
        organisation_id: proposed where the mapping names none.
    """
    positions = {column: str(position) for column, position in columns.places.items()}
    of_blank = {
        blank: [positions[c] for c, b in mapping.blanks.items() if b is blank and c in positions]
        for blank in Blank
    }
    return {
        "name": name,
        "as_at": on,
        "order": "month" if mapping.reading.month_first else "day",
        "short_years": mapping.reading.short_years,
        "organisation": mapping.organisation_id or organisation_id,
        "inspection": mapping.inspection_id,
        "whose": mapping.whose.value,
        "missing": "enter" if mapping.enters_missing else "refuse",
        "above": of_blank[Blank.AS_ABOVE],
        "needed": of_blank[Blank.MISTAKE],
    }


class SayWords(django.Form):
    """What words mean that are not understood."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)

    def __init__(self, *args: Any, unknown: Sequence[tuple[Column, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asked = {f"{_WORD}{column.value}_{word_key(w)}": (column, w) for column, w in unknown}
        for name, (column, word) in self._asked.items():
            self.fields[name] = forms.SelectField(
                label=f"“{short(word)}” as {column.label.lower()}",
                choices=[
                    (MISTAKE, "A mistake: the row is refused"),
                    *((one.value, getattr(one, "label", one.value)) for one in MEANINGS[column]),
                ],
                required=False,
            )

    def said(self, before: Mapping[Column, Mapping[str, str]]) -> dict[Column, dict[str, str]]:
        """What words mean from now on, those of before included."""
        words = {column: dict(said) for column, said in before.items()}
        for name, (column, word) in self._asked.items():
            if self.cleaned_data[name] != MISTAKE:
                words.setdefault(column, {})[word_key(word)] = self.cleaned_data[name]
        return words


class FilterTracker(django.Form):
    """Which rows of the tracker to show."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)
    outcome = forms.SelectField(
        label="Show",
        choices=[
            ("", "All rows"),
            (Outcome.ADDED.value, "Rows that are added"),
            (Outcome.UPDATED.value, "Rows that update"),
            (Outcome.UNCHANGED.value, "Rows that change nothing"),
            (Outcome.REFUSED.value, "Rows with a mistake"),
        ],
        required=False,
    )


class TakeOut(django.Form):
    """Whose follow-up is taken out."""

    body = forms.ModelChoiceField(
        None, label="Of which local policing body?", required_message="Select a body"
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["body"].label_from_instance = _name  # type: ignore[attr-defined]
        if len(bodies) == 1:
            self.fields["body"].widget = django.HiddenInput()
            self.fields["body"].initial = bodies[0].pk


def _name(organisation: Organisation) -> str:
    return organisation.name


def _title(inspection: Inspection) -> str:
    return f"{short(inspection.title)} ({inspection.published_on:%-d %B %Y})"
