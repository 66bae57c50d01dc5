"""What a person can come to by following links alone."""

from __future__ import annotations

import html
import re
from collections import Counter
from urllib.parse import parse_qs, urlsplit

from django.test import Client
from django.urls import resolve

LINK = re.compile(r'href="([^"#]+)')
OF_A_KIND = 4
"""Addresses of one page, with the same questions in them, that are followed: a list of many leads
to as many that are alike."""


_NOT_FOLLOWED = ("/static/", "/cy/")
"""Files, and the same pages in Welsh, which have a walk of their own."""


def refusals(client: Client, *beginnings: str) -> list[str]:
    """Addresses that a link leads to and that answer with an error, each with the page it is on."""
    waiting = [(address, "") for address in beginnings]
    seen, refused = set(beginnings), []
    followed: Counter[object] = Counter()
    while waiting:
        address, linked_from = waiting.pop()
        answer = client.get(address)
        if answer.status_code >= 400:
            refused.append(f"{answer.status_code} {address} (from {linked_from})")
        for link in _links(answer):
            if link.startswith("/") and not link.startswith(_NOT_FOLLOWED) and link not in seen:
                seen.add(link)
                followed[_kind(link)] += 1
                if followed[_kind(link)] <= OF_A_KIND:
                    waiting.append((link, address))
    return refused


def _kind(link: str) -> tuple[str, ...]:
    """The page that an address leads to, and the names of the questions in it."""
    parts = urlsplit(link)
    return resolve(parts.path).view_name, *sorted(parse_qs(parts.query))


def _links(answer) -> list[str]:
    if answer.status_code in {301, 302}:
        return [answer["Location"]]
    if not answer.get("Content-Type", "").startswith("text/html"):
        return []
    return [html.unescape(link) for link in LINK.findall(answer.content.decode())]
