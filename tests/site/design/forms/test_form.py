from typing import Any

from django.http import QueryDict

from answerable_site.design import forms


class Decision(forms.Form):
    decision = forms.ChoiceField(
        choices=[("accept", "Accept"), ("merge", "Merge"), ("reject", "Reject")],
        reveals={"merge": ["into", "on"], "reject": ["reason"]},
    )
    into = forms.CharField(label="Other")
    on = forms.DateField(label="Date")
    reason = forms.TextField(label="Reason")


class Places(forms.Form):
    places = forms.MultipleChoiceField(
        choices=[("north", "North"), ("other", "Elsewhere")], reveals={"other": ["where"]}
    )
    where = forms.CharField(label="Where")


def errors(form: Any) -> dict[str, list[str]]:
    return {name: list(found) for name, found in form.errors.items()}


class TestAQuestionThatWasNotRevealed:
    def test_is_not_complained_about(self) -> None:
        assert errors(Decision({"decision": "accept"})) == {}

    def test_loses_what_was_typed_before_another_choice_was_made(self) -> None:
        form = Decision({"decision": "accept", "reason": "Too late", "on_day": "99"})
        assert form.is_valid()
        assert form.cleaned_data == {"decision": "accept", "into": "", "on": None, "reason": ""}


class TestARevealedQuestion:
    def test_is_required(self) -> None:
        assert errors(Decision({"decision": "reject"})) == {"reason": ["Enter reason"]}

    def test_is_kept(self) -> None:
        form = Decision({"decision": "reject", "reason": "Too late"})
        assert form.is_valid()
        assert form.cleaned_data["reason"] == "Too late"

    def test_of_one_of_several_choices_is_required(self) -> None:
        assert errors(Places(QueryDict("places=north&places=other"))) == {"where": ["Enter where"]}
        assert errors(Places(QueryDict("places=north"))) == {}


class TestNoChoice:
    def test_is_the_only_complaint(self) -> None:
        assert errors(Decision({})) == {"decision": ["Select decision"]}

    def test_outside_the_list_is_the_only_complaint(self) -> None:
        assert errors(Decision({"decision": "x"})) == {
            "decision": ["Select one of the choices shown"]
        }
