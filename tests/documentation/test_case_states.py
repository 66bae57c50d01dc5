"""The page of the states of a case is what the code says, and every state is reached and shown."""

from __future__ import annotations

from pathlib import Path

from answerable.records.diagram import as_mermaid, as_page
from answerable.records.states import State
from answerable.records.transitions import TRANSITIONS

PAGE = Path(__file__).parents[2] / "docs/reference/case-states.md"


def test_the_page_is_what_the_command_prints():
    assert PAGE.read_text(encoding="utf-8") == as_page()


def test_every_state_but_the_first_is_led_to():
    assert {one.target for one in TRANSITIONS} == set(State) - {State.REPORTED}


def test_the_diagram_has_an_arrow_for_each_source_of_each_transition():
    arrows = [line for line in as_mermaid().splitlines() if "-->" in line and "[*]" not in line]
    assert len(arrows) == sum(len(one.sources) for one in TRANSITIONS)
