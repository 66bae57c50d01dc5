from __future__ import annotations

from datetime import date

import pytest

from answerable_site.register.rules import (
    DeadlineForm,
    deadline_of_words,
    form_of,
    month,
    month_in_words,
    period,
    resolved,
)

BASE = date(2026, 1, 31)


class TestFormOf:
    @pytest.mark.parametrize(
        ("deadline", "form"),
        [
            ("", DeadlineForm.NONE),
            ("immediately", DeadlineForm.IMMEDIATELY),
            ("within 9 weeks", DeadlineForm.PERIOD),
            ("2026-05-01", DeadlineForm.DAY),
            ("2026-05", DeadlineForm.MONTH),
        ],
    )
    def test_tells_the_forms_apart(self, deadline, form):
        assert form_of(deadline) == form


class TestPeriod:
    @pytest.mark.parametrize("typed", ["9 weeks", "within 9 Weeks", "9  week"])
    def test_is_understood_as_people_type_it(self, typed):
        assert period(typed) == "within 9 weeks"

    @pytest.mark.parametrize("typed", ["", "soon", "9", "9 years", "99999 days"])
    def test_is_not_guessed(self, typed):
        assert period(typed) is None


class TestMonth:
    @pytest.mark.parametrize("typed", ["May 2026", "5/2026", "05 2026", "may-2026"])
    def test_is_understood_as_people_type_it(self, typed):
        assert month(typed) == "2026-05"

    @pytest.mark.parametrize("typed", ["", "May", "13/2026", "ma 2026", "²/2026"])
    def test_is_not_guessed(self, typed):
        assert month(typed) is None

    def test_reads_as_words(self):
        assert month_in_words("2026-05") == "May 2026"


class TestResolved:
    def test_counts_a_period_from_its_base(self):
        assert resolved("within 1 months", base=BASE).on == date(2026, 2, 28)

    @pytest.mark.parametrize("deadline", ["2026-13", "0000-01-01", "whenever"])
    def test_gives_no_date_for_an_odd_one(self, deadline):
        assert resolved(deadline, base=BASE).on is None


class TestDeadlineOfWords:
    def test_reads_a_wording_like_the_extraction(self):
        assert deadline_of_words("Within three months") == "within 3 months"

    def test_is_empty_where_the_words_show_none(self):
        assert deadline_of_words("when resources allow") == ""
