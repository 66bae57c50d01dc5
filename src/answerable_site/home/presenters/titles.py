"""Titles as e-mails hold them."""

from __future__ import annotations

TITLE_IN_SUBJECT = 60


def one_line(text: str) -> str:
    """A title without line ends: none may begin a header of its own."""
    return " ".join(text.split())


def short_title(text: str) -> str:
    """A title for a subject, cut between words."""
    title = one_line(text)
    if len(title) <= TITLE_IN_SUBJECT:
        return title
    return f"{title[: TITLE_IN_SUBJECT - 2].rsplit(' ', 1)[0]} …"
