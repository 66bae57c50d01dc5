"""What was sent for a response."""

from __future__ import annotations

from answerable_site.responses.models import Dispatch, Response


def dispatches_of(response: Response | None) -> tuple[Dispatch, ...]:
    """Everything sent, on its way or failed for a response, oldest first, with files and people."""
    if response is None:
        return ()
    return tuple(
        response.dispatches.select_related("recorded_by", "file", "public_version").defer(
            "public_version__html", "public_version__document"
        )
    )
