"""Offences: classes of rape with their ages, and codes of the criminal justice system."""

from __future__ import annotations

import pytest

from answerable.records.codes import not_crimes
from answerable.records.codes.offences import RAPE, inchoate_of, is_offence_code, is_rape
from answerable.records.kinds.report import Inchoate


@pytest.mark.parametrize(
    ("code", "fitting", "not_fitting"),
    [("19C", 16, 15), ("19D", 15, 16), ("19E", 12, 13), ("19F", 16, 15), ("19H", 12, 13)],
)
def test_a_class_fits_its_ages(code, fitting, not_fitting):
    assert RAPE[code].fits_age(fitting)
    assert not RAPE[code].fits_age(not_fitting)


@pytest.mark.parametrize(
    ("code", "inchoate"),
    [
        ("SX03001", Inchoate.COMPLETED),
        ("SX03001A", Inchoate.ATTEMPT),
        ("SX03001B", Inchoate.AIDING),
        ("SX03001C", Inchoate.CONSPIRACY),
        ("SX03001I", Inchoate.INCITEMENT),
        ("SX03001X", None),
        ("19C", None),
    ],
)
def test_the_last_letter_says_whether_it_was_completed(code, inchoate):
    assert inchoate_of(code) is inchoate


def test_codes_are_told_from_other_text():
    assert [is_offence_code(code) for code in ("19C", "SX03001A", "rape", "19Z")] == [
        *(True, True),
        *(False, False),
    ]
    assert is_rape("19K")
    assert not is_rape("SX03001")


def test_a_report_that_is_no_crime_has_a_reason_with_a_meaning():
    assert not_crimes.meaning("N100/1")
    assert not_crimes.meaning("N100/9") == ""
