from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms as django
from django.forms import Field
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.design import forms

STATES = [("late", "Late"), ("open", "Open")]


class Elements(HTMLParser):
    """The elements of a piece of HTML, and the text of its textarea as a browser would have it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.typed = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.all and self.all[-1][0] == "textarea":
            self.typed += data

    def handle_endtag(self, tag: str) -> None:
        self.all.append((f"/{tag}", {}))

    def one(self, tag: str) -> dict[str, str | None]:
        (found,) = [attributes for name, attributes in self.all if name == tag]
        return found


def rendered(field: Field, data: dict[str, Any] | None = None, **initial: Any) -> str:
    form = type("Asked", (django.Form,), {"answer": field})(data, initial=initial)
    return str(form["answer"])


class TestABox:
    @pytest.mark.parametrize(
        ("field", "attributes"),
        [
            (django.CharField(), {"type": "text"}),
            (forms.CharField(width=10), {"class": "govuk-input govuk-input--width-10"}),
            (django.EmailField(), {"type": "email", "autocomplete": "email"}),
            (django.IntegerField(), {"type": "text", "inputmode": "numeric"}),
            (forms.PasswordField(), {"type": "password", "autocomplete": "current-password"}),
            (
                forms.PasswordField(autocomplete="new-password"),
                {"autocomplete": "new-password"},
            ),
            (django.URLField(assume_scheme="https"), {"type": "url"}),
            (django.DateField(), {"type": "text"}),
            (forms.FileField(accept=".pdf"), {"type": "file", "accept": ".pdf"}),
            (
                django.CharField(widget=django.TextInput(attrs={"data-x": "1"})),
                {"data-x": "1", "name": "answer", "id": "id_answer"},
            ),
        ],
    )
    def test_suits_what_it_asks_for(self, field: Field, attributes: dict[str, str]) -> None:
        box = Elements(rendered(field)).one("input")
        assert {name: box.get(name) for name in attributes} == attributes

    def test_leaves_checking_to_the_server(self) -> None:
        box = Elements(rendered(django.CharField(max_length=3, min_length=2))).one("input")
        assert not box.keys() & {"required", "maxlength", "minlength"}

    def test_shows_what_was_typed_escaped(self) -> None:
        assert Elements(rendered(django.CharField(), {"answer": '"><b>'})).one("input")[
            "value"
        ] == ('"><b>')

    def test_never_shows_a_password_again(self) -> None:
        assert "secret" not in rendered(forms.PasswordField(), {"answer": "secret"})

    def test_is_described_by_its_hint_and_then_by_its_error(self) -> None:
        box = Elements(rendered(django.CharField(help_text="As printed"), {})).one("input")
        assert box["aria-describedby"] == "id_answer-hint id_answer-error"

    def test_shows_its_hint_escaped_unless_it_is_safe(self) -> None:
        assert "&lt;b&gt;" in rendered(django.CharField(help_text="<b>"))
        assert "<b>x</b>" in rendered(django.CharField(help_text=mark_safe("<b>x</b>")))


class TestATextarea:
    @given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n")))
    def test_holds_exactly_what_was_typed(self, text: str) -> None:
        class Asked(django.Form):
            accepted = forms.ChoiceField(choices=STATES, reveals={"late": ["reason"]})
            reason = forms.TextField(required=False, strip=False)

        shown = Elements(str(Asked(initial={"reason": text})["accepted"])).typed
        # A browser drops the line break that directly follows the opening tag.
        assert (shown[1:] if shown.startswith("\n") else shown) == text

    def test_counts_characters_where_there_is_a_limit(self) -> None:
        assert "govuk-character-count" in rendered(forms.TextField(max_length=100))
        assert "govuk-character-count" not in rendered(forms.TextField())

    def test_has_the_rows_it_was_given(self) -> None:
        assert Elements(rendered(forms.TextField(rows=9))).one("textarea")["rows"] == "9"


class TestChoices:
    def test_are_radios_with_a_hint_each(self) -> None:
        html = rendered(forms.ChoiceField(choices=STATES, hints={"late": "After the last day"}))
        assert html.count('type="radio"') == 2
        assert html.count("After the last day") == 1

    def test_are_marked_when_chosen(self) -> None:
        html = rendered(forms.MultipleChoiceField(choices=STATES), {"answer": ["open"]})
        boxes = [attributes for tag, attributes in Elements(html).all if tag == "input"]
        assert [("checked" in box) for box in boxes] == [False, True]

    def test_of_a_select_are_options(self) -> None:
        html = rendered(forms.SelectField(choices=STATES), answer="open")
        options = [attributes for tag, attributes in Elements(html).all if tag == "option"]
        assert [("selected" in option) for option in options] == [False, True]

    def test_in_groups_are_laid_flat(self) -> None:
        grouped = [("Known", STATES), ("other", "Other")]
        assert rendered(forms.ChoiceField(choices=grouped)).count('type="radio"') == 3

    def test_without_a_value_are_no_radio(self) -> None:
        html = rendered(forms.ChoiceField(choices=[("", "None"), *STATES]))
        assert html.count('type="radio"') == 2

    def test_start_with_the_identity_that_the_error_summary_links_to(self) -> None:
        for field in (
            forms.ChoiceField(choices=STATES),
            forms.MultipleChoiceField(choices=STATES),
            forms.BooleanField(),
        ):
            assert 'id="id_answer"' in rendered(field)

    def test_of_a_single_box_carry_its_label_and_hint(self) -> None:
        html = rendered(forms.BooleanField(label="I agree", help_text="To all"), {"answer": "on"})
        assert "I agree" in html
        assert "govuk-checkboxes__hint" in html
        assert "checked" in Elements(html).one("input")


class TestRevealedQuestions:
    class Asked(django.Form):
        accepted = forms.ChoiceField(choices=STATES, reveals={"late": ["reason"]})
        reason = forms.TextField(required=False)
        last = forms.CharField()

    def test_are_asked_once_and_inside_the_choice(self) -> None:
        html = str(self.Asked())
        assert html.count('name="reason"') == 1
        assert html.index("govuk-radios__conditional") < html.index('name="reason"')
        assert html.index('name="reason"') < html.index('name="last"')


class TestALabel:
    def test_may_be_the_heading_of_the_page(self) -> None:
        html = rendered(forms.ChoiceField(label="Accept?", choices=STATES, page_heading=True))
        assert '<h1 class="govuk-fieldset__heading">' in html
        assert "govuk-fieldset__legend--l" in html

    def test_has_the_size_it_was_given(self) -> None:
        assert "govuk-label--m" in rendered(forms.CharField(label_size="m"))
        assert "govuk-label--" not in rendered(forms.CharField(label_size=""))


class TestAWidgetOfSomebodyElse:
    def test_keeps_its_look_below_its_label(self) -> None:
        html = rendered(django.SplitDateTimeField())
        assert html.count("<input") == 2
        assert "Answer" in html


class TestAForm:
    def test_shows_hidden_fields_bare(self) -> None:
        class Asked(django.Form):
            token = django.CharField(widget=django.HiddenInput)

        assert Elements(str(Asked())).one("input")["type"] == "hidden"
        assert "govuk-form-group" not in str(Asked())

    def test_shows_what_is_wrong_with_all_of_it(self) -> None:
        form: Any = type("Asked", (django.Form,), {})({})
        form.add_error(None, "The dates are in the wrong order")
        assert "The dates are in the wrong order" in str(form)


class TestAFormset:
    def test_renders_every_form_and_its_management(self) -> None:
        line = type("Line", (django.Form,), {"text": forms.CharField(label="Line")})
        html = str(django.formset_factory(line, extra=2)())
        assert html.count("govuk-input") == 2
        assert 'name="form-TOTAL_FORMS"' in html
