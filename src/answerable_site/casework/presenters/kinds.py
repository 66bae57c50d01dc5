"""Every kind of case event as a page of the documentation: who records it, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Event, Side
from answerable.records.kinds import KINDS
from answerable.records.lists import listed
from answerable.records.stages import Step
from answerable_site.casework.rules import ROLES_OF_SIDE, roles_recording
from answerable_site.people.rules import Role

_BEGINNING = """# Kinds of case event

Made from the code by `answerable kinds-of-event`; a test holds the two equal.

A case is its events. Each is of one of these kinds, which stand under the parts of a case as the
pages show them. The word in brackets is what files and programs call the kind. Who records an
event works on the case for the side that is named; a role in brackets says that others of that
side do not record it. The day of an event is that of what happened, not of recording it.
"""


def kinds_page() -> str:
    """The page `docs/reference/kinds-of-event.md`."""
    return "\n".join((_BEGINNING, *_steps()))


def _steps() -> Iterator[str]:
    for step in Step:
        yield f"## {step.label}\n"
        for kind in KINDS:
            if step == kind.STEP:
                yield from _kind(kind)


def _kind(kind: type[Event]) -> Iterator[str]:
    yield f"### {kind.LABEL} (`{kind.kind()}`)\n"
    yield f"Recorded by: {listed(list(_recorders(kind)))}.\n"
    for name, question in kind.QUESTIONS.items():
        yield f"- {question}{_only_if(kind, name)}"
    yield ""


def _recorders(kind: type[Event]) -> Iterator[str]:
    for side, roles in ROLES_OF_SIDE.items():
        recording = roles_recording(kind, side)
        if recording == roles:
            yield _WHO[side]
        elif recording:
            named = sorted(Role(role).label.lower() for role in recording)
            yield f"{_WHO[side]} ({listed(named)} only)"


def _only_if(kind: type[Event], name: str) -> str:
    if name not in kind.MATTERS_FOR:
        return ""
    other, answers = kind.MATTERS_FOR[name]
    wanted = " or ".join(f"“{_answer(one)}”" for one in answers)
    return f" (after {wanted} to “{kind.QUESTIONS[other]}”)"


def _answer(answer: object) -> str:
    if isinstance(answer, bool):
        return "Yes" if answer else "No"
    return str(getattr(answer, "label", answer))


_WHO = {
    Side.POLICE: "police",
    Side.CPS: "prosecutors",
    Side.SUPPORT: "support workers",
}
