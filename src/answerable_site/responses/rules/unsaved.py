"""What a page may keep of a text that its writer has not saved yet."""

from __future__ import annotations

import json
from collections.abc import Mapping

MOST_BYTES = 64 * 1024
"""For all answers of one page together."""

Answers = Mapping[str, list[str]]
"""What was typed and chosen, by the name of the control."""

_CHIEF_OFFICERS = ("author_name", "author_title", "text", "language")
_CONTROLS = {
    "own_comments": ("text", "welsh", "language"),
    "reply": ("text", "welsh", "language"),
    "submit_comments": _CHIEF_OFFICERS,
    "enter_comments": (
        *("received_on_day", "received_on_month", "received_on_year"),
        *_CHIEF_OFFICERS,
        "kept",
    ),
    "explain": (
        *("kind", "due_on_day", "due_on_month", "due_on_year", "owner", "answered_in"),
        *("text", "welsh", "position", "priorities", "language"),
    ),
}
"""The pages that keep, and the controls of each. Nothing else that a browser sends is kept."""


class NotKept(ValueError):
    """What was sent cannot be kept; nothing that was kept before is lost."""


def form_of_finding(finding_id: int) -> str:
    """The name under which the page of a finding keeps."""
    return f"explain:{finding_id}"


def finding_of(form: str) -> int | None:
    """The finding whose page keeps under this name; None for the other pages.

    Raises:
        NotKept: no page keeps under this name.
    """
    page, separator, number = form.partition(":")
    if page not in _CONTROLS or (page == "explain") != bool(separator):
        raise NotKept(_NO_SUCH_PAGE)
    if not separator:
        return None
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise NotKept(_NO_SUCH_PAGE)
    return int(number)


def kept_answers(form: str, sent: Answers) -> dict[str, list[str]]:
    """Those of the answers sent that belong to the page.

    Args:
        form: the page's name, such as "own_comments" or "explain:12".
        sent: everything that the browser sent.

    Raises:
        NotKept: no page keeps under this name, or it is more than `MOST_BYTES`.
    """
    finding_of(form)
    controls = _CONTROLS[form.partition(":")[0]]
    # No database keeps the character zero, and no form takes it.
    answers = {
        name: [value.replace("\x00", "") for value in sent[name]]
        for name in controls
        if name in sent
    }
    if len(json.dumps(answers, ensure_ascii=False).encode()) > MOST_BYTES:
        raise NotKept(
            "This is too long to be kept while you type. Save it, or shorten it: what is longer "
            "than 64 kilobytes is not kept."
        )
    return answers


_NO_SUCH_PAGE = "This page keeps nothing. Save what you wrote."
