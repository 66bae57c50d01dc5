"""How a field is asked, apart from what it accepts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from django.forms import Field


@dataclass(frozen=True)
class Presentation:
    """How one question looks.

    Attributes:
        label_size: Of the label or legend; "" is GOV.UK's plain label.
        page_heading: The label is the heading of the page (the only question on it).
        width: Of a text box, in characters: 2, 3, 4, 5, 10, 20 or 30. None fills the column.
        inline: Two short choices beside each other.
        hints: A sentence below a choice, by the choice's value as text.
        reveals: Names of the questions that belong to a choice, by the choice's value. They are
            asked below it and hidden while it is not chosen, also without JavaScript.
    """

    label_size: Literal["", "s", "m", "l", "xl"] = "s"
    page_heading: bool = False
    width: int | None = None
    inline: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)
    reveals: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Question:
    """A field that takes the options of `Presentation` and `required_message` as keywords."""

    presentation: Presentation

    def __init__(self, *args: Any, required_message: str = "", **kwargs: Any) -> None:
        names = {option.name for option in fields(Presentation)} & kwargs.keys()
        chosen = {name: kwargs.pop(name) for name in names}
        if required_message:
            messages = kwargs.get("error_messages") or {}
            kwargs["error_messages"] = {"required": required_message, **messages}
        super().__init__(*args, **kwargs)
        self.presentation = Presentation(**chosen)


def presentation_of(asked: Field) -> Presentation:
    """How to ask a field, plain Django fields included."""
    return getattr(asked, "presentation", PLAIN)


PLAIN = Presentation()
