"""What is asked about one finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answerable_site.design import forms
from answerable_site.responses.forms.writing import LanguageField, WithWelsh
from answerable_site.responses.rules.answers import ANSWERS, POSITIONS
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import Position

_NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Choices:
    """What this body may choose from for this finding, each with its key and its words."""

    responses: tuple[tuple[str, str], ...] = ()
    """Its other responses, the newest report first."""
    priorities: tuple[tuple[str, str], ...] = ()
    """Of its Police and Crime Plan."""


class Explanation(WithWelsh):
    """The answer to one finding. A draft may be unfinished; what is missing is shown."""

    kind = forms.ChoiceField(
        label="What is your answer?",
        choices=[(kind.value, words) for kind, words in ANSWERS.items()],
        required_message="Select your answer",
        reveals={
            ExplanationKind.ACTION_PROPOSED.value: ["due_on", "owner"],
            ExplanationKind.ANSWERED_ELSEWHERE.value: ["answered_in"],
        },
        hints={
            ExplanationKind.NONE_AND_WHY.value: (
                "A recommendation may be declined, or may not apply. Give the reason."
            ),
            ExplanationKind.FOR_OTHERS.value: ("Say below that it is not yours to carry out."),
            ExplanationKind.ANSWERED_ELSEWHERE.value: (
                "Where another report says the same and you answer it there."
            ),
        },
    )
    due_on = forms.DateField(label="By when will it be complete?", required=False)
    owner = forms.CharField(
        label="Who sees to it?",
        help_text="A role rather than a name.",
        required=False,
        max_length=200,
    )
    answered_in = forms.SelectField(label="Which response answers it?", required=False)
    text = forms.TextField(
        label="Explanation",
        help_text="If another response answers it, you may leave this empty.",
        required=False,
        rows=10,
    )
    position = forms.ChoiceField(
        label="Do you accept the recommendation? (optional)",
        help_text="The law does not ask. Readers often do.",
        choices=[(position.value, words) for position, words in POSITIONS.items()]
        + [(_NOT_STATED, "Not stated")],
        initial=_NOT_STATED,
        required=False,
    )
    priorities = forms.MultipleChoiceField(
        label="Which priorities of your Police and Crime Plan does this serve? (optional)",
        required=False,
    )
    language = LanguageField()

    field_order = (
        *("version", "kind", "due_on", "owner", "answered_in"),
        *("text", "welsh", "position", "priorities", "language"),
    )

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        responses = [("", "Select a response"), *choices.responses]
        self.fields["answered_in"].choices = responses  # type: ignore[attr-defined]
        if choices.priorities:
            self.fields["priorities"].choices = choices.priorities  # type: ignore[attr-defined]
        else:
            del self.fields["priorities"]

    def clean_kind(self) -> ExplanationKind:
        """The answer as operations know it; they tell them apart by identity."""
        return ExplanationKind(self.cleaned_data["kind"])

    def clean_answered_in(self) -> int | None:
        """The key of the other response."""
        chosen = self.cleaned_data["answered_in"]
        return int(chosen) if chosen else None

    def clean_position(self) -> Position | None:
        """Whether the recommendation is accepted; None where that is not stated."""
        chosen = self.cleaned_data["position"]
        return None if chosen in {"", _NOT_STATED} else Position(chosen)

    def clean_priorities(self) -> frozenset[int]:
        """The keys of the priorities."""
        return frozenset(int(key) for key in self.cleaned_data["priorities"])
