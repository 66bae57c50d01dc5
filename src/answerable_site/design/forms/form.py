"""A form some of whose questions belong to a choice."""

from typing import Any

from django import forms

from answerable_site.design.forms.presentation import presentation_of


class Form(forms.Form):
    """Django's form, but a question that no chosen answer reveals counts as not asked.

    Whatever was typed into it is dropped and never complained about: its reader cannot see it. So
    a revealed question may simply be required. A `clean` of one's own calls this one first.
    """

    def clean(self) -> dict[str, Any]:
        """Empties what was not asked."""
        for name in self._unasked():
            self.errors.pop(name, None)
            self.cleaned_data[name] = self.fields[name].to_python(None)
        return self.cleaned_data

    def _unasked(self) -> list[str]:
        return [
            name
            for question in self
            for value, names in presentation_of(question.field).reveals.items()
            if value not in _chosen(question)
            for name in names
        ]


def _chosen(question: forms.BoundField) -> list[str]:
    """The values that were sent for a question; none where the question takes none."""
    return [str(value) for value in question.field.widget.format_value(question.data)]
