"""The filters of the lists of commitments and of actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.queries import ANY, NOBODY, UNSAID, Order, Standing

Choices = Iterable[tuple[str, str]]
_TIMELINESS = [
    ("", "Any"),
    (ANY, "Late in any way: missed the original date"),
    *((one.value, one.label) for one in rules.Timeliness if one is not rules.Timeliness.DROPPED),
]
_WHOSE = [("", "Anybody’s"), *((one.value, one.label) for one in rules.Whose)]
_UNSAID = (UNSAID, "Nothing said yet")


class _Filters(design.KeptQuestions):
    def _offer(self, **choices: tuple[str, Choices]) -> None:
        """Give each question its choices; one without any is not asked."""
        for name, (all_of_them, offered) in choices.items():
            listed = list(offered)
            if listed:
                self.fields[name].choices = [("", all_of_them), *listed]  # type: ignore[attr-defined]
            else:
                del self.fields[name]


class FilterCommitments(_Filters):
    """All filters; an empty one filters nothing."""

    q = design.CharField(label="Search the words", required=False, max_length=200)
    exception = design.SelectField(
        label="Exceptions only",
        choices=[
            ("", "No, all"),
            (ANY, "Yes, for any reason"),
            *((one.value, one.label) for one in rules.Why),
        ],
        required=False,
    )
    timeliness = design.SelectField(label="Timeliness", choices=_TIMELINESS, required=False)
    own_view = design.SelectField(
        label="The organisation’s own view",
        choices=[("", "Any"), _UNSAID, *((one.value, one.label) for one in rules.OwnView)],
        required=False,
    )
    assurance = design.SelectField(
        label="The office’s assurance",
        choices=[("", "Any"), _UNSAID, *((one.value, one.label) for one in rules.AssuranceKind)],
        required=False,
    )
    inspectorate = design.SelectField(
        label="The inspectorate’s status",
        choices=[
            ("", "Any"),
            _UNSAID,
            *((one.value, one.label) for one in rules.InspectorateStatus),
        ],
        required=False,
    )
    standing = design.SelectField(
        label="Open or closed", choices=[(one.value, one.label) for one in Standing], required=False
    )
    owner = design.SelectField(label="Owner", required=False)
    organisation = design.SelectField(label="Organisation that acts", required=False)
    body = design.SelectField(label="Followed up by", required=False)
    whose = design.SelectField(label="Whose date", choices=_WHOSE, required=False)
    priority = design.SelectField(label="Plan priority", required=False)
    theme = design.SelectField(label="Theme", required=False)
    inspection = design.SelectField(label="Report", required=False)
    since = design.DateField(label="Changed since", required=False)
    sort = design.SelectField(
        label="Order", choices=[(one.value, one.label) for one in Order], required=False
    )

    def __init__(
        self,
        *args: Any,
        owners: Choices,
        organisations: Choices,
        bodies: Choices,
        priorities: Choices,
        themes: Choices,
        inspections: Choices,
        **kwargs: Any,
    ) -> None:
        """`inspections` holds the one that the address names, if any: a list of all is too long."""
        super().__init__(*args, **kwargs)
        self._offer(
            owner=("Anybody", [(NOBODY, "Nobody"), *owners]),
            organisation=("Any", organisations),
            body=("Any", bodies),
            priority=("Any", priorities),
            theme=("Any", themes),
            inspection=("Any", inspections),
        )


class FilterActions(_Filters):
    """The filters that an action has."""

    q = design.CharField(label="Search the titles", required=False, max_length=200)
    exception = design.SelectField(
        label="Exceptions only",
        choices=[
            ("", "No, all"),
            (ANY, "Yes, for any reason"),
            *((one.value, one.label) for one in rules.OF_ACTIONS),
        ],
        required=False,
    )
    timeliness = design.SelectField(
        label="Timeliness",
        choices=[
            ("", "Any"),
            (ANY, "Late in any way: missed the original date"),
            *(
                (one.value, one.label)
                for one in rules.Timeliness
                if one not in {rules.Timeliness.SAID_IN_TIME, rules.Timeliness.SAID_LATE}
            ),
        ],
        required=False,
    )
    standing = design.SelectField(
        label="Open or closed", choices=[(one.value, one.label) for one in Standing], required=False
    )
    owner = design.SelectField(label="Owner", required=False)
    organisation = design.SelectField(label="Organisation that acts", required=False)
    whose = design.SelectField(label="Whose date", choices=_WHOSE, required=False)

    def __init__(self, *args: Any, owners: Choices, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer(
            owner=("Anybody", [(NOBODY, "Nobody"), *owners]),
            organisation=("Any", organisations),
        )


class SaveFilter(forms.Form):
    """The name under which somebody keeps the filters in force."""

    name = design.CharField(
        label="Name of this view",
        max_length=60,
        required_message="Enter a name for this view",
    )


class Since(forms.Form):
    """From when on changes are shown."""

    since = design.DateField(label="Since", required=False)


def asked_of(form: FilterCommitments | FilterActions) -> dict[str, str]:
    """The filters in force as an address has them, without its page, and without what is empty or
    was refused."""
    names = [bound.name for bound in form if not bound.errors]
    fields = [
        *names,
        *(f"since_{part}" for part in ("day", "month", "year") if "since" in names),
    ]
    given = {name: form.data.get(name) for name in fields}
    return {name: value for name, value in given.items() if value}
