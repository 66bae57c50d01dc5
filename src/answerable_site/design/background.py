"""Work in the background, as its page shows it: how far it has come, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Tag: TypeAlias = tuple[str, str]
"""How work stands, in words, and the colour of the tag."""
_STOPPED: Tag = ("Stopped", "red")


@dataclass(frozen=True, slots=True)
class ShownWork:
    """Work that goes on or has ended. `is_going_on` asks the page to look again."""

    pk: int
    title: str
    tag: str
    colour: str
    step: str
    percent: int
    is_going_on: bool
    can_be_cancelled: bool
    why: str
    """Why nothing came of it; empty where something did, or still may."""
    result_id: int | None


def shown_work(
    *,
    pk: int,
    title: str,
    tag: Tag,
    step: str,
    percent: int,
    is_open: bool,
    can_cancel: bool,
    why_stopped: str,
    refusal: str,
    result_id: int | None,
) -> ShownWork:
    """Work as it stands at a moment.

    Args:
        tag: unless it has stopped.
        is_open: whether it waits or goes on, as far as is written down.
        can_cancel: whether the viewer may cancel it while it is open.
        why_stopped: a sentence where no worker has it any more; empty otherwise.
        refusal: the sentence with which it was ended.
        result_id: what came of it.
    """
    words, colour = _STOPPED if why_stopped else tag
    return ShownWork(
        pk=pk,
        title=title,
        tag=words,
        colour=colour,
        step=step,
        percent=percent,
        is_going_on=is_open and not why_stopped,
        can_be_cancelled=is_open and can_cancel,
        why=why_stopped or refusal,
        result_id=result_id,
    )
