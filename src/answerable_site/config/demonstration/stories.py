"""Several stories told at once, act by act, in the order of their days.

The record of acts is written as the acts are done, so an invented past has to be done in its order.
"""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterable
from datetime import datetime

Story = Generator[datetime, None, None]
"""Acts of one thread of events. It says when the next ones are done, and then does them."""


def tell(stories: Iterable[Story]) -> None:
    """Go on with whichever story comes next, until all are told."""
    for _ in tell_together(*stories):
        pass


def tell_together(*stories: Story) -> Story:
    """One story of several that run side by side."""
    # The position keeps stories of one moment in their order, and is never a tie.
    waiting = [
        (at, position, story) for position, story in enumerate(stories) for at in _next(story)
    ]
    heapq.heapify(waiting)
    while waiting:
        at, position, story = waiting[0]
        yield at
        following = [(at, position, story) for at in _next(story)]
        if following:
            heapq.heapreplace(waiting, following[0])
        else:
            heapq.heappop(waiting)


def _next(story: Story) -> list[datetime]:
    """When the story goes on, or nothing at its end."""
    at = next(story, None)
    return [] if at is None else [at]
