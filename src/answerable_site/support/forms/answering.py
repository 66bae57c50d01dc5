"""What somebody who answers is asked: nothing has to be answered, nothing is kept on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms as django

from answerable.languages import say
from answerable.surveys.codes import UnusableCode, canonical_code
from answerable.surveys.groups import GROUPS, WHY, Characteristic
from answerable.surveys.instrument import LONGEST_WORDS, Choice, Instrument
from answerable_site.design import forms

LONGEST_CODE = 40
"""Characters that somebody may type for a code, spaces and hyphens among them."""
NO_ANSWER = ("-", say("No answer"))
"""The last choice of each question: without script, a choice cannot be taken back otherwise."""
_GROUP = "group_"


class EnterCode(django.Form):
    """The code from a paper or a message."""

    code = forms.CharField(
        label=say("What is your code?"),
        help_text=say("It has 12 letters and numbers, such as K7PM-23XA-QRTC."),
        width=20,
        max_length=LONGEST_CODE,
        widget=django.TextInput(attrs={"autocomplete": "off"}),
        required_message=say("Enter your code"),
    )

    def clean_code(self) -> str:
        """The code, if it can be one."""
        return _checked(self.cleaned_data["code"])


class AnswerSurvey(django.Form):
    """The questions of an instrument, with the few groups at the end."""

    code = django.CharField(widget=django.HiddenInput, max_length=LONGEST_CODE, required=False)

    def __init__(self, *args: Any, asked: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for question in asked.questions:
            self.fields[question.key] = (
                _choice(question.text, question.hint, question.options_in_words)
                if isinstance(question, Choice)
                else forms.TextField(
                    label=say(question.text),
                    help_text=say(question.hint)
                    or say("Please write no names, places or days. You need not write anything."),
                    rows=6,
                    max_length=LONGEST_WORDS,
                    required=False,
                )
            )
        for number, characteristic in enumerate(Characteristic):
            self.fields[f"{_GROUP}{characteristic}"] = _choice(
                characteristic.question,
                "" if number else WHY,
                tuple(GROUPS[characteristic].items()),
            )

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by the keys of questions."""
        return {one.key: self._given(one.key) for one in self.asked.questions}

    @property
    def groups(self) -> Mapping[Characteristic, str]:
        """The groups that were told."""
        return {one: self._given(f"{_GROUP}{one}") for one in Characteristic}

    def _given(self, name: str) -> str:
        given: str = self.cleaned_data[name]
        return "" if given == NO_ANSWER[0] else given


class EnterAnswer(AnswerSurvey):
    """The same, as a worker types it from paper or the telephone, with the code of the form."""

    code = forms.CharField(
        label="Which code is on the form?",
        help_text="By telephone, take an unused code that was made for telephone.",
        width=20,
        max_length=LONGEST_CODE,
        widget=django.TextInput(attrs={"autocomplete": "off"}),
        required_message="Enter the code",
    )

    def clean_code(self) -> str:
        """The code, if it can be one."""
        return _checked(self.cleaned_data["code"])


def _checked(typed: str) -> str:
    try:
        return canonical_code(typed)
    except UnusableCode as problem:
        raise django.ValidationError(problem.args[0]) from problem


def _choice(text: str, hint: str, options: tuple[tuple[str, str], ...]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=say(text),
        help_text=say(hint),
        choices=[*((key, say(words)) for key, words in options), NO_ANSWER],
        required=False,
    )
