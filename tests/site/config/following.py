"""Everything that a person can come to by following links alone."""

from __future__ import annotations

import html
import re

from django.test import Client

LINK = re.compile(r'href="([^"#]+)')


def refusals(client: Client, *beginnings: str) -> list[str]:
    """Addresses that a link leads to and that answer with an error, each with the page it is on."""
    waiting = [(address, "") for address in beginnings]
    seen, refused = set(beginnings), []
    while waiting:
        address, linked_from = waiting.pop()
        answer = client.get(address)
        if answer.status_code >= 400:
            refused.append(f"{answer.status_code} {address} (from {linked_from})")
        for link in _links(answer):
            if link.startswith("/") and not link.startswith("/static/") and link not in seen:
                seen.add(link)
                waiting.append((link, address))
    return refused


def _links(answer) -> list[str]:
    if answer.status_code in {301, 302}:
        return [answer["Location"]]
    if not answer.get("Content-Type", "").startswith("text/html"):
        return []
    return [html.unescape(link) for link in LINK.findall(answer.content.decode())]
