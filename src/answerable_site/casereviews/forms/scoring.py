"""What a reviewer is asked about a file, and what is asked where two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms as django

from answerable.casereviews.ratings import Rating
from answerable_site.casereviews.operations import Said
from answerable_site.casereviews.rules import Asked
from answerable_site.design import forms

_RATINGS = [(one.value, one.label) for one in Rating]
_WORDS = 1000


class ScoreFile(django.Form):
    """Every question that a file of its stratum may be asked, each with a rating and words."""

    def __init__(
        self, *args: Any, questions: Sequence[Asked], said: Mapping[str, Said], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for number, one in enumerate(questions):
            before = said.get(one.key)
            self.fields[f"rating{number}"] = forms.ChoiceField(
                label=one.asks,
                help_text=one.hint,
                choices=_RATINGS,
                initial=before.rating.value if before else None,
                required=False,
            )
            self.fields[f"words{number}"] = forms.TextField(
                label=f"What shows it? Question {number + 1}",
                help_text="Where in the file. Name nobody." if not number else "",
                max_length=_WORDS,
                rows=2,
                initial=before.words if before else "",
                required=False,
            )

    @property
    def sections(self) -> list[tuple[str, list[Any]]]:
        """The questions by the set that they belong to: its title, and the fields."""
        found: dict[str, list[Any]] = {}
        for number, one in enumerate(self.questions):
            about = f"Recommendation {one.recommendation}: " if one.recommendation else ""
            fields = found.setdefault(f"{about}{one.title}", [])
            fields += [self[f"rating{number}"], self[f"words{number}"]]
        return list(found.items())

    @property
    def said(self) -> dict[str, Said]:
        """What was said, by the keys of questions; of a valid form."""
        return {
            one.key: Said(Rating(rating), self.cleaned_data[f"words{number}"])
            for number, one in enumerate(self.questions)
            if (rating := self.cleaned_data[f"rating{number}"])
        }

    def refuse(self, sentence: str, keys: Iterable[str]) -> None:
        """Say beside each of some questions what is missing."""
        wanted = set(keys)
        for number, one in enumerate(self.questions):
            if one.key in wanted:
                self.add_error(f"rating{number}", f"{sentence}: {one.asks}")


class Reconcile(django.Form):
    """What counts where two reviewers differ."""

    def __init__(self, *args: Any, questions: Sequence[Asked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for number, one in enumerate(questions):
            self.fields[f"rating{number}"] = forms.ChoiceField(
                label=one.asks,
                choices=_RATINGS,
                required_message=f"Select what counts: {one.asks}",
            )
            self.fields[f"words{number}"] = forms.TextField(
                label=f"What decides it? Question {number + 1}",
                max_length=_WORDS,
                rows=2,
                required_message=f"Say what decides it: {one.asks}",
            )

    @property
    def decided(self) -> dict[str, Said]:
        """What was decided, by the keys of questions; of a valid form."""
        values = self.cleaned_data
        return {
            one.key: Said(Rating(values[f"rating{number}"]), values[f"words{number}"])
            for number, one in enumerate(self.questions)
        }
