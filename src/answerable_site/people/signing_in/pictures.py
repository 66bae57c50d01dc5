"""The picture that an authenticator app reads."""

from __future__ import annotations

import qrcode
from django.utils.html import format_html


def qr_code(text: str) -> str:
    """A QR code as an SVG drawing that stands in the page: the policy of the site lets in no other.

    Light squares are drawn too, so that it reads on every background.
    """
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    rows = code.get_matrix()
    dark = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    side = len(rows)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 {0} {0}" '
        'role="img" aria-label="QR code for your authenticator app" shape-rendering="crispEdges">'
        '<rect width="{0}" height="{0}" fill="#ffffff"/><path d="{1}" fill="#000000"/></svg>',
        side,
        dark,
    )
