"""The page of the kinds of case event is what the code says."""

from __future__ import annotations

from pathlib import Path

from answerable.records.kinds import KINDS
from answerable_site.casework.presenters import kinds_page

PAGE = Path(__file__).parents[2] / "docs/reference/kinds-of-event.md"


def test_the_page_is_what_the_command_prints():
    assert PAGE.read_text(encoding="utf-8") == kinds_page()


def test_every_kind_is_on_it_once():
    headings = [line for line in kinds_page().splitlines() if line.startswith("### ")]
    assert len(headings) == len(KINDS)
    assert {line.rsplit("`", 2)[1] for line in headings} == {kind.kind() for kind in KINDS}
