from django import forms as django
from django.http import QueryDict

from answerable_site.design import forms
from answerable_site.design.filters import Chip, chips


class Filter(django.Form):
    q = forms.CharField(label="Search", required=False)
    state = forms.MultipleChoiceField(
        label="State", required=False, choices=[("late", "Late"), ("open", "Open")]
    )
    since = forms.DateField(label="Published since", required=False)


class TestChips:
    def test_name_each_value_in_force_and_how_to_remove_it(self) -> None:
        form = Filter(QueryDict("state=late&state=open&q=a+%26+b&page=3"))
        assert chips(form) == (
            Chip("Search", "a & b", "?state=late&state=open"),
            Chip("State", "Late", "?state=open&q=a+%26+b"),
            Chip("State", "Open", "?state=late&q=a+%26+b"),
        )

    def test_take_a_date_away_as_a_whole(self) -> None:
        form = Filter(QueryDict("q=a&since_day=9&since_month=9&since_year=2021"))
        assert chips(form)[1] == Chip("Published since", "9 September 2021", "?q=a")

    def test_leave_out_what_the_form_refuses(self) -> None:
        assert chips(Filter(QueryDict("state=gone"))) == ()

    def test_are_none_for_a_form_that_was_not_sent(self) -> None:
        assert chips(Filter()) == ()
