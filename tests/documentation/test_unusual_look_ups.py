"""The page for access auditors gives the figures from which the rules raise a question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answerable_site.accessreview.rules.thresholds import DEFAULT

PAGE = Path(__file__).parents[2] / "docs/explanation/unusual-look-ups.md"
FROM_WHEN_ON = {
    cells[0].strip(): [int(figure) for figure in re.findall(r"\d+", cells[1])]
    for line in PAGE.read_text(encoding="utf-8").partition("## What cannot")[0].splitlines()
    if len(cells := line.strip("|").split("|")) == 3
}


@pytest.mark.parametrize(
    ("shown", "figures"),
    [
        (
            "one case drew a crowd",
            [DEFAULT.attention_people, DEFAULT.attention_within_days],
        ),
        (
            "a case was looked at after its end",
            [DEFAULT.ended_days, DEFAULT.grace_days],
        ),
        (
            "the same case again",
            [DEFAULT.again_looks, DEFAULT.again_days, DEFAULT.again_within_days],
        ),
        (
            "many cases quickly, one after another",
            [DEFAULT.skim_cases, DEFAULT.skim_gap_minutes],
        ),
        ("much broken glass", [DEFAULT.glass_cases, DEFAULT.glass_within_days]),
        ("unusual volume", [DEFAULT.volume_cases, int(DEFAULT.usual_spreads)]),
        (
            "thin reasons",
            [DEFAULT.thin_reasons, DEFAULT.reason_within_days, DEFAULT.same_reason_cases],
        ),
    ],
)
def test_the_table_gives_the_default_threshold_of(shown, figures):
    assert FROM_WHEN_ON[shown] == figures
