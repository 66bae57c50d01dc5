"""What a letter between the sides, or to a victim, is made from."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable.records.kinds.communication import Direction
from answerable.records.letters import Contact, Letter, Placeholder, UnusableLetter, write
from answerable_site.design import forms as design

LONGEST = 20_000
_MARKS = ", ".join(one.mark for one in Placeholder)


def _line(label: str, hint: str = "") -> design.CharField:
    return design.CharField(label=label, help_text=hint, max_length=200, required=False)


class WriteLetter(design.Form):
    """A letter or e-mail with how to reach both sides directly. Nothing of it is kept here."""

    direction = design.ChoiceField(label="From whom to whom?")
    victim = design.ChoiceField(
        label="To which victim?", required_message="Select to which victim it goes"
    )
    subject = design.CharField(
        label="What is it about?", max_length=200, required_message="Enter what it is about"
    )
    words = design.TextField(
        label="What do you want to say?",
        help_text=(
            "In plain English, with an empty line between paragraphs. Name nobody of the case: "
            f"your own system fills {_MARKS}."
        ),
        rows=10,
        max_length=LONGEST,
        required_message="Write what you want to say",
    )
    investigator_name = _line("Investigator: name")
    investigator_telephone = _line("Investigator: direct telephone number", "Not a switchboard.")
    investigator_email = _line("Investigator: direct e-mail address", "Not a shared mailbox.")
    prosecutor_name = _line("Prosecutor: name")
    prosecutor_telephone = _line("Prosecutor: direct telephone number", "Not a switchboard.")
    prosecutor_email = _line("Prosecutor: direct e-mail address", "Not a shared mailbox.")

    def __init__(
        self,
        *args: Any,
        to_other_side: Direction,
        to_victim: Direction,
        victims: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        directions = [to_other_side, *([to_victim] if victims else [])]
        self.fields["direction"] = design.ChoiceField(
            label="From whom to whom?",
            choices=[(one.value, one.label) for one in directions],
            reveals={to_victim.value: ["victim"]},
            required_message="Select from whom it goes to whom",
        )
        self.fields["victim"].choices = victims  # type: ignore[attr-defined]
        if len(victims) == 1:
            self.fields["victim"].initial = victims[0][0]

    def clean_victim(self) -> int | None:
        """The number of the victim; None where it goes to the other side."""
        chosen = self.cleaned_data["victim"]
        return int(chosen) if chosen else None

    def clean(self) -> dict[str, Any]:
        """The answers with the `letter` that they make."""
        values = super().clean()
        if self.errors:
            return values
        try:
            values["letter"] = write(
                Direction(values["direction"]),
                subject=values["subject"],
                paragraphs=values["words"].split("\n\n"),
                investigator=self._contact("investigator", values),
                prosecutor=self._contact("prosecutor", values),
            )
        except UnusableLetter as problem:
            raise forms.ValidationError(str(problem)) from problem
        return values

    @property
    def letter(self) -> Letter:
        """What was written, once the form is valid."""
        letter: Letter = self.cleaned_data["letter"]
        return letter

    def _contact(self, side: str, values: dict[str, Any]) -> Contact:
        return Contact(
            name=values[f"{side}_name"],
            telephone=values[f"{side}_telephone"],
            email=values[f"{side}_email"],
        )
