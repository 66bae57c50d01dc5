"""What is asked of those who keep the directory, commission, meet and explain."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.support.operations import (
    Agreed,
    Described,
    Explained,
    MonthOfCapacity,
    NewContract,
    Reached,
)
from answerable_site.support.rules import (
    ServiceKind,
    ServiceRefused,
    check_month,
    check_reached,
    check_span,
)

LONGEST_ENTRY = 3000
MOST_PEOPLE = 100_000
MOST_POUNDS = 100_000_000


class DescribeService(django.Form):
    """What the directory says of a service."""

    name = forms.CharField(
        label="What is the service called?",
        max_length=200,
        required_message="Enter what the service is called",
    )
    kind = forms.ChoiceField(
        label="What is it mainly?",
        choices=[(one.value, one.label) for one in ServiceKind],
        required_message="Select what it mainly is",
    )
    what = forms.TextField(
        label="What does it do?",
        max_length=LONGEST_ENTRY,
        required_message="Enter what it does",
    )
    for_whom = forms.TextField(
        label="For whom is it?",
        rows=3,
        max_length=LONGEST_ENTRY,
        required_message="Enter for whom it is",
    )
    areas = forms.CharField(label="Where?", max_length=500, required_message="Enter where it works")
    how_to_refer = forms.TextField(
        label="How is somebody referred?",
        help_text="Only with their consent.",
        rows=3,
        max_length=LONGEST_ENTRY,
        required_message="Enter how somebody is referred",
    )
    contact = forms.CharField(
        label="How do people turn to it themselves? (optional)",
        help_text="A telephone number or address, for survey pages. Leave it empty if none.",
        max_length=200,
        required=False,
    )

    @property
    def described(self) -> Described:
        """The answers."""
        values = {name: self.cleaned_data[name] for name in DescribeService.base_fields}
        return Described(**{**values, "kind": ServiceKind(values["kind"])})


class AddService(DescribeService):
    """A further service."""

    body = forms.ModelChoiceField(
        None, label="In whose directory?", required_message="Select a policing body"
    )
    organisation = forms.ModelSelectField(
        None,
        label="Do its people work with this product?",
        help_text="They can then keep its entry and capacity, and ask people in surveys.",
        required=False,
    )

    field_order = ("body", "organisation")

    def __init__(self, *args: Any, bodies: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)
        forms.offer(self, "organisation", organisations)


class EndService(django.Form):
    """Why a service is taken out of the directory."""

    reason = forms.TextField(
        label="Why is it taken out?",
        rows=3,
        max_length=1000,
        required_message="Say why it is taken out",
    )


class RecordCapacity(django.Form):
    """How many people a service could support in a month, and how many waited."""

    month = forms.DateField(
        label="Which month?",
        help_text="Enter any day of the month.",
        required_message="Enter the month",
    )
    places = forms.IntegerField(
        label="How many people can it support at once?",
        width=5,
        min_value=0,
        max_value=MOST_PEOPLE,
        required_message="Enter how many people it can support",
    )
    in_support = forms.IntegerField(
        label="How many did it support at the end of the month?",
        width=5,
        min_value=0,
        max_value=MOST_PEOPLE,
        required_message="Enter how many it supported",
    )
    waiting = forms.IntegerField(
        label="How many were waiting then?",
        width=5,
        min_value=0,
        max_value=MOST_PEOPLE,
        required_message="Enter how many were waiting",
    )
    usual_wait = forms.IntegerField(
        label="How many days had people usually waited?",
        help_text=(
            "Of those whose support began in the month, half had waited no longer. Leave it empty "
            "if nobody’s did."
        ),
        width=4,
        min_value=0,
        max_value=3650,
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_month(self) -> date:
        """The first day of the month."""
        day: date = self.cleaned_data["month"]
        month = day.replace(day=1)
        try:
            check_month(month, today=self.today)
        except ServiceRefused as problem:
            raise django.ValidationError(str(problem)) from problem
        return month

    @property
    def new(self) -> MonthOfCapacity:
        """The answers."""
        return MonthOfCapacity(**self.cleaned_data)


class AddNeed(django.Form):
    """What was found to be needed."""

    body = forms.ModelChoiceField(
        None, label="Who commissions?", required_message="Select a policing body"
    )
    title = forms.CharField(
        label="What is needed?", max_length=200, required_message="Enter what is needed"
    )
    words = forms.TextField(
        label="What was found?", max_length=LONGEST_ENTRY, required_message="Enter what was found"
    )
    source = forms.CharField(
        label="By which assessment?",
        help_text="Its title, and where it is kept.",
        max_length=500,
        required_message="Enter the assessment",
    )
    assessed_on = forms.DateField(
        label="When was it assessed?", required_message="Enter when it was assessed"
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)


class _Span(django.Form):
    """Something from a day to a day."""

    from_on = forms.DateField(label="From which day?", required_message="Enter the first day")
    to_on = forms.DateField(label="Until which day?", required_message="Enter the last day")

    def clean(self) -> dict[str, Any]:
        """In this order."""
        values = super().clean() or {}
        if not self.errors:
            try:
                check_span(values["from_on"], values["to_on"])
            except ServiceRefused as problem:
                self.add_error("to_on", str(problem))
        return values


class AddContract(_Span):
    """What a service is commissioned to do."""

    title = forms.CharField(
        label="What is the contract called?",
        max_length=200,
        required_message="Enter what the contract is called",
    )
    need = forms.ModelSelectField(
        None, label="Which need does it answer? (optional)", required=False
    )
    pounds = forms.IntegerField(
        label="What is its whole value, in pounds?",
        width=10,
        min_value=0,
        max_value=MOST_POUNDS,
        required_message="Enter its value",
    )
    outcomes_wanted = forms.TextField(
        label="Which outcomes are wanted?",
        max_length=LONGEST_ENTRY,
        required_message="Enter the outcomes that are wanted",
    )

    field_order = ("title", "need")

    def __init__(self, *args: Any, needs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["need"]
        field.queryset = needs
        field.label_from_instance = lambda one: one.title

    @property
    def new(self) -> NewContract:
        """The answers."""
        return NewContract(**self.cleaned_data)


class ReportOutcome(_Span):
    """What a service says was reached."""

    contract = forms.ModelSelectField(
        None,
        label="Under which contract? (optional)",
        help_text="Leave this empty for what nobody commissions.",
        required=False,
    )
    outcome = forms.CharField(
        label="Which outcome?",
        help_text="For example: better informed about the case.",
        max_length=200,
        required_message="Enter the outcome",
    )
    supported = forms.IntegerField(
        label="How many people were supported?",
        width=5,
        min_value=0,
        max_value=MOST_PEOPLE,
        required_message="Enter how many were supported",
    )
    reached = forms.IntegerField(
        label="How many of them reached it?",
        width=5,
        min_value=0,
        max_value=MOST_PEOPLE,
        required_message="Enter how many reached it",
    )
    how_known = forms.CharField(
        label="How is that known?",
        help_text="For example: a questionnaire at the end of support.",
        max_length=500,
        required_message="Enter how it is known",
    )

    field_order = ("contract", "outcome")

    def __init__(self, *args: Any, contracts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["contract"]
        field.queryset = contracts
        field.label_from_instance = lambda one: one.title

    def clean(self) -> dict[str, Any]:
        """No more than all."""
        values = super().clean()
        if not self.errors:
            try:
                check_reached(values["reached"], values["supported"])
            except ServiceRefused as problem:
                self.add_error("reached", str(problem))
        return values

    @property
    def new(self) -> Reached:
        """The answers."""
        return Reached(**self.cleaned_data)


class AddMeeting(django.Form):
    """A joint meeting."""

    body = forms.ModelChoiceField(
        None, label="Who keeps the meeting?", required_message="Select a policing body"
    )
    title = forms.CharField(
        label="What is the meeting called?",
        max_length=200,
        required_message="Enter what the meeting is called",
    )
    on = forms.DateField(label="On which day?", required_message="Enter the day")
    place = forms.CharField(label="Where? (optional)", max_length=200, required=False)

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)


class AddPresence(django.Form):
    """From which organisation somebody came."""

    organisation = forms.CharField(
        label="From which organisation?",
        max_length=200,
        required_message="Enter the organisation",
    )
    office_title = forms.CharField(
        label="What do they do there?",
        help_text="For example: head of service. A name is not needed.",
        max_length=200,
        required_message="Enter what they do there",
    )


class Agree(django.Form):
    """What was talked about or agreed."""

    words = forms.TextField(
        label="What was talked about or agreed?",
        help_text="Nothing of a single case.",
        max_length=LONGEST_ENTRY,
        required_message="Write what was talked about or agreed",
    )
    title = forms.CharField(
        label="What is to be done, in a line? (optional)",
        help_text="Leave this empty if nothing is to be done. An action goes into follow-up.",
        max_length=200,
        required=False,
    )
    commitment = forms.ModelSelectField(
        None, label="Which commitment does it serve? (optional)", required=False
    )
    owner = forms.ModelSelectField(None, label="Who does it? (optional)", required=False)
    due_on = forms.DateField(label="By when? (optional)", required=False)

    def __init__(self, *args: Any, commitments: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["commitment"]
        field.queryset = commitments
        field.label_from_instance = lambda one: f"{one.organisation.name}: {one.summary}"
        field = self.fields["owner"]
        field.queryset = owners
        field.label_from_instance = lambda one: one.full_name

    def clean(self) -> dict[str, Any]:
        """An action serves a commitment."""
        values = super().clean() or {}
        if not self.errors and values["title"] and values["commitment"] is None:
            self.add_error("commitment", "Select the commitment that the action serves")
        return values

    @property
    def agreed(self) -> Agreed:
        """The answers."""
        return Agreed(**self.cleaned_data)


class ExplainRole(django.Form):
    """What an organisation does, for the others."""

    does = forms.TextField(
        label="What does it do for a victim?",
        max_length=LONGEST_ENTRY,
        required_message="Enter what it does",
    )
    does_not = forms.TextField(
        label="What does it not do?",
        help_text="Above all what others often ask it for.",
        max_length=LONGEST_ENTRY,
        required_message="Enter what it does not do",
    )
    when_to_ask = forms.TextField(
        label="When do others turn to it, and how?",
        max_length=LONGEST_ENTRY,
        required_message="Enter when others turn to it",
    )
    owner = forms.ModelSelectField(
        None,
        label="Who sees to it that this stays true?",
        required_message="Select who sees to it",
    )
    review_on = forms.DateField(
        label="By when is it looked at again?",
        required_message="Enter by when it is looked at again",
    )

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.queryset = owners
        field.label_from_instance = lambda one: one.full_name

    @property
    def explained(self) -> Explained:
        """The answers."""
        return Explained(**{name: self.cleaned_data[name] for name in ExplainRole.base_fields})


class AddRolePage(ExplainRole):
    """A page of a further organisation."""

    body = forms.ModelChoiceField(
        None, label="Around which policing body?", required_message="Select a policing body"
    )
    organisation = forms.ModelSelectField(
        None, label="Which organisation?", required_message="Select an organisation"
    )

    field_order = ("body", "organisation")

    def __init__(self, *args: Any, bodies: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)
        forms.offer(self, "organisation", organisations)
