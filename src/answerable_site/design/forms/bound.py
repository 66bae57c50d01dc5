"""A field with its data, which renders as a whole GOV.UK question."""

from typing import Any

from django.forms import BaseForm, BoundField, Field
from django.utils.safestring import SafeString

from answerable_site.design.forms.controls import control
from answerable_site.design.forms.presentation import presentation_of
from answerable_site.design.forms.wording import reword


class GovukBoundField(BoundField):
    """`{{ form.name }}` is label, hint, message and control together."""

    def __init__(self, form: BaseForm, field: Field, name: str) -> None:
        super().__init__(form, field, name)
        field.label = self.label
        reword(field, str(self.label))

    def __str__(self) -> SafeString:
        return self.as_widget() if self.is_hidden else self.as_field_group()

    __html__ = __str__

    @property
    def control(self) -> SafeString:
        """The question as a component."""
        return control(self.field.widget, self)

    @property
    def is_revealed(self) -> bool:
        """Whether a choice of another question shows this one."""
        return any(
            self.name in names
            for other in self.form.fields.values()
            for names in presentation_of(other).reveals.values()
        )

    def build_widget_attrs(self, attrs: Any, widget: Any = None) -> dict[str, Any]:
        """Django's, without `required`: the server's message says what to do."""
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        return built
