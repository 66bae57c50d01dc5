import pytest
from django import forms as django
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import Field

from answerable_site.design import forms

STATES = [("late", "Late"), ("open", "Open")]


def message(field: Field, given: str = "", **files: SimpleUploadedFile) -> str:
    asked = type("Asked", (django.Form,), {"full_name": field})({"full_name": given}, files)
    return str(asked["full_name"].errors[0])


class TestARequiredField:
    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            (django.CharField(), "Enter full name"),
            (django.CharField(label="URN of the case"), "Enter URN of the case"),
            (
                django.CharField(label="What did you find?"),
                "Enter an answer to “What did you find?”",
            ),
            (django.EmailField(label="Email address"), "Enter email address"),
            (django.ChoiceField(label="State", choices=STATES), "Select state"),
            (forms.MultipleChoiceField(label="States", choices=STATES), "Select states"),
            (forms.FileField(label="Report"), "Select a file"),
            (forms.BooleanField(label="I agree"), "Select “I agree” to continue"),
            (forms.DateField(label="Date of birth"), "Enter date of birth"),
            (forms.CharField(required_message="Enter who signs"), "Enter who signs"),
            (django.CharField(error_messages={"required": "Enter it"}), "Enter it"),
        ],
    )
    def test_says_what_to_do(self, field: Field, expected: str) -> None:
        assert message(field) == expected


class TestAWrongAnswer:
    @pytest.mark.parametrize(
        ("field", "given", "expected"),
        [
            (
                forms.EmailField(),
                "nobody",
                "Enter an email address in the correct format, like name@example.com",
            ),
            (
                forms.CharField(max_length=3),
                "four",
                "Full name must be 3 characters or fewer. It has 4",
            ),
            (forms.CharField(min_length=5), "four", "Full name must be 5 characters or more"),
            (
                forms.CharField(label="Why? (optional)", max_length=3),
                "four",
                "The answer to “Why?” must be 3 characters or fewer. It has 4",
            ),
            (forms.IntegerField(label="Days"), "x", "Days must be a number, like 30"),
            (forms.IntegerField(label="Days", min_value=1), "0", "Days must be 1 or more"),
            (forms.IntegerField(label="Days", max_value=9), "10", "Days must be 9 or fewer"),
            (forms.SelectField(choices=STATES), "gone", "Select one of the choices shown"),
            (
                forms.CharField(label="Share in %", max_length=2),
                "100",
                "Share in % must be 2 characters or fewer. It has 3",
            ),
        ],
    )
    def test_is_explained(self, field: Field, given: str, expected: str) -> None:
        assert message(field, given) == expected

    def test_is_explained_for_an_empty_file(self) -> None:
        empty = SimpleUploadedFile("report.pdf", b"")
        assert message(forms.FileField(), full_name=empty) == "The selected file is empty"


class TestATextField:
    def test_is_as_long_as_the_page_counted(self) -> None:
        asked = type("Asked", (django.Form,), {"text": forms.TextField(max_length=3)})
        form = asked({"text": "a\r\nb"})
        assert form.is_valid()
        assert form.cleaned_data["text"] == "a\nb"


class TestOneFormsWording:
    def test_does_not_reach_another_form(self) -> None:
        class Asked(django.Form):
            name = django.CharField()

        first = Asked({})
        first.fields["name"].label = "First name"
        assert first.errors["name"] == ["Enter first name"]
        assert Asked({}).errors["name"] == ["Enter name"]
