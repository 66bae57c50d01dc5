"""Figures as tests of open data make them: through disclosure control, like any other."""

from __future__ import annotations

from datetime import date

from tests.library.release.answering import FORCE, ON, answer, months, result, results

from answerable.disclosure.ledger import NOTHING_YET
from answerable.disclosure.policy import shipped_policy
from answerable.opendata.dataset import DataSet, Edition
from answerable.opendata.from_figure import as_data_set
from answerable.release import Release
from answerable.release.composing import composed

MADE = {"charge": (36, 44), "nfa": (58, 90), "stopped": (3, 21), "other": (2, 4)}
NAMES = {
    "charge": "Charge",
    "nfa": "No further action: “not in the interest”, or so",
    "stopped": "Stopped <early> & told",
    "other": "Other",
}
EDITION = Edition(
    number=2,
    name="victims-told-by-made-2",
    address="https://answerable.example/public/wexmoor-constabulary/figures/victims-told-by-made/2/",
    publisher="Wexmoor Constabulary",
    published_on=date(2026, 4, 20),
    because="An area was counted twice.",
)


def by_decision(names=None):
    """`victims_told` by decision, with small counts."""
    answers = [answer("victims_told", *counts, made=name) for name, counts in MADE.items()]
    return result("victims_told", *answers, by=["made"], names=NAMES if names is None else names)


def by_month():
    """`victims_told` over 24 months, enough for a chart over time."""
    counts = [(30 + at % 4, 50 + at % 3) for at in range(24)]
    return result("victims_told", *months((2024, 4), counts), by=["month"])


def all_together():
    """`victims_told`, broken down by nothing."""
    return result("victims_told", answer("victims_told", 120, 160))


def released(*each, profile="public", is_synthetic=False) -> Release:
    """A release of some results."""
    found = composed(
        results(*each, is_synthetic=is_synthetic),
        shipped_policy(profile),
        NOTHING_YET,
        on=ON,
        of=FORCE,
    )
    assert not found.left_out
    return found.release


def data_set(result=None, **options) -> DataSet:
    """One figure as the public reads it."""
    release = released(result or by_decision(), **options)
    return as_data_set(release.figures[0], release.manifest)
