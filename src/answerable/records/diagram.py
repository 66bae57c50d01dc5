"""The states of a case as a diagram: for Mermaid, as plain text, and as a page of the docs."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.states import PHASES, Phase, State
from answerable.records.transitions import TRANSITIONS


def as_mermaid() -> str:
    """A state diagram in the language of Mermaid; one arrow for each source of a transition."""
    return "\n".join(_mermaid()) + "\n"


def as_text() -> str:
    """The same in words: the states of each phase, and a table of what leads where."""
    return "\n".join((*_phases(), *_table())) + "\n"


def as_page() -> str:
    """The page `docs/reference/case-states.md`."""
    return f"""# The states of a case

Made from the code by `answerable case-states`; a test holds the two equal.

A case has a state for each suspect, and one for itself while nobody is identified. The state
follows from the events alone; it is never entered. An event that finds the case in a state from
which no line leads on leaves it where it is: what happened out of order is kept, and flagged by the
rules.

## In words

{as_text()}
## As a diagram

```mermaid
{as_mermaid()}```
"""


def _mermaid() -> Iterator[str]:
    yield "stateDiagram-v2"
    yield f"    [*] --> {State.REPORTED}"
    for phase, states in PHASES.items():
        yield f'    state "{phase.label}" as {phase} {{'
        yield from (f"        {state}: {state.label}" for state in states)
        yield "    }"
    for one in TRANSITIONS:
        yield from (f"    {source} --> {one.target}: {one.label}" for source in one.sources)
    for state in PHASES[Phase.ENDED_AFTER_CHARGE]:
        yield f"    {state} --> [*]"


def _phases() -> Iterator[str]:
    for phase, states in PHASES.items():
        yield f"- **{phase.label}**: {', '.join(_inside(state.label) for state in states)}."
    yield ""


def _table() -> Iterator[str]:
    yield "| what happens | in which state | new state |"
    yield "| --- | --- | --- |"
    for one in TRANSITIONS:
        sources = ", or ".join(_source(source) for source in one.sources)
        yield f"| {one.label} | {sources} | {_inside(one.target.label)} |"


def _source(source: State | Phase) -> str:
    label = _inside(source.label)
    return f"any “{label}”" if isinstance(source, Phase) else label


def _inside(label: str) -> str:
    return f"{label[0].lower()}{label[1:]}"
