"""Charts of figures, as pages show them."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse

from answerable_site.design import downloads
from answerable_site.figures.rules import ShownFigure


def drawn(figures: Sequence[ShownFigure], place: int, width: str) -> HttpResponse:
    """The chart of one of some figures, which the product drew itself.

    Args:
        place: from 0.
        width: "wide" or "narrow".
    """
    if place >= len(figures) or width not in {"wide", "narrow"}:
        raise Http404
    svg = figures[place].wide if width == "wide" else figures[place].narrow
    if not svg:
        raise Http404
    return downloads.picture(svg.encode(), content_type="image/svg+xml")
