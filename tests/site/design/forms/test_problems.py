from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.design.forms.problems import Problem, problems_of


class Line(django.Form):
    text = forms.CharField(label="Text")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")])
    token = django.CharField(widget=django.HiddenInput)


class TestProblemsOfAForm:
    def test_are_those_of_the_whole_form_then_of_each_question_in_its_order(self) -> None:
        form = Line({"token": "t"})
        form.add_error(None, "Two lines are the same")
        assert problems_of(form) == [
            Problem("Two lines are the same"),
            Problem("Enter text", "#id_text"),
            Problem("Select kind", "#id_kind"),
        ]

    def test_in_something_hidden_have_no_address(self) -> None:
        problems = problems_of(Line({"text": "x", "kind": "a"}))
        assert problems == [Problem("Enter token")]

    def test_are_none_before_it_was_sent(self) -> None:
        assert problems_of(Line()) == []


class TestProblemsOfAFormset:
    def test_name_the_control_of_each_form(self) -> None:
        factory: Any = django.formset_factory(Line)
        formset = factory({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2"})
        assert [problem.href for problem in problems_of(formset)] == [
            "#id_form-0-text",
            "#id_form-0-kind",
            "",
            "#id_form-1-text",
            "#id_form-1-kind",
            "",
        ]

    def test_include_those_of_the_whole(self) -> None:
        factory: Any = django.formset_factory(Line, max_num=1, validate_max=True)
        formset = factory({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"})
        assert problems_of(formset)[0].href == ""
