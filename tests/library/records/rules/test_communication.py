"""What is written has the details of both sides; what was spoken needs none."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import NO_LIMITS, case_file

from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.rules.communication import breaches

ON = date(2026, 3, 9)
DETAILS = (
    "investigator_named",
    "investigator_telephone",
    "investigator_email",
    "prosecutor_named",
    "prosecutor_telephone",
    "prosecutor_email",
)


def sent(*lacking: str, form: Form = Form.LETTER, victim: int | None = 1) -> Communicated:
    return Communicated(
        on=ON,
        direction=Direction.CPS_TO_VICTIM,
        form=form,
        victim=victim,
        **{detail: detail not in lacking for detail in DETAILS},
    )


def flagged(event: Communicated):
    return list(breaches(case_file(event), NO_LIMITS, date(2027, 1, 1)))


class TestALetter:
    def test_with_everything_is_no_breach(self):
        assert flagged(sent()) == []

    @pytest.mark.parametrize("detail", DETAILS)
    def test_that_lacks_one_detail_is_one_about_the_victim_and_the_letter(self, detail):
        (one,) = flagged(sent(detail))
        assert (one.rule.code, one.since, one.is_open) == ("details_of_both_sides", ON, False)
        assert (one.about.victim, one.about.event) == (1, 1)

    def test_that_lacks_several_is_one_breach_that_names_each(self):
        (one,) = flagged(sent("investigator_email", "prosecutor_named", "prosecutor_telephone"))
        assert one.words == (
            "Letter of 9 March 2026, from the prosecutors to the victim, lacked the "
            "investigator’s direct e-mail address, the prosecutor’s name and the prosecutor’s "
            "direct telephone number."
        )


class TestWhatWasSpoken:
    @pytest.mark.parametrize("form", [Form.TELEPHONE, Form.IN_PERSON])
    def test_needs_no_details(self, form):
        assert flagged(sent(*DETAILS, form=form)) == []
