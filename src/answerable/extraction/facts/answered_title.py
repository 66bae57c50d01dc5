"""The title of the report that a reply names in its own heading."""

from __future__ import annotations

import re
from typing import Final

_REPLY: Final = r"\b(?:response|reply|comments)\b"
_INSPECTION: Final = (
    r"(?:hmic(?:frs)?|hmcpsi|inspection|inspectorate|report|thematic|joint|national|review"
    r"|publication)(?:[’']?s)?"
)
_QUOTED: Final = re.compile(
    r"“(?P<curly>[^“”]{4,200})”|\"(?P<straight>[^\"]{4,200})\""
    r"|(?<!\w)‘(?P<single>[^‘]{4,200})’(?!\w)|(?<!\w)'(?P<typed>[^“”\"]{4,200})'(?!\w)"
)
_HEADS_REPLY: Final = re.compile(rf"^.{{0,90}}{_REPLY}", re.IGNORECASE)
_AFTER_COLON: Final = re.compile(
    rf"^.{{0,90}}{_REPLY}(?:\s+(?:to|on)\s+(?:(?:the|an?|its|our)\s+)?(?:{_INSPECTION}\s*){{1,4}}"
    r"(?:\s+(?:by|from)\s+\w+)?)?\s?(?::|\s[–—-])\s+(?P<title>\S.{3,})$",
    re.IGNORECASE,
)
_SOURCE_FIRST: Final = re.compile(
    r"^(?:hmic(?:frs)?|hmcpsi)\s?(?:(?:thematic |joint |national )?(?:report|inspection)\s?)?"
    r":\s*(?P<title>\S.{3,})$",
    re.IGNORECASE,
)
_OF_A_LAW: Final = re.compile(r"^(?:section|under|police act)\b", re.IGNORECASE)
_SOURCE_LAST: Final = re.compile(
    r"\s*\((?:[^()]{0,60}\b)?(?:hmic(?:frs)?|hmcpsi|published|issued)\b[^()]{0,60}\)\s*$"
    r"|\.\s+published\b.*$",
    re.IGNORECASE,
)


def answered_title_in(text: str) -> str | None:
    """The title that a line quotes or sets off as that of the report it answers, or None.

    For instance "Response to the HMICFRS report ‘Warm dogs’", "Commissioner's response: Warm dogs",
    "HMICFRS: Warm dogs (published 2 May 2026)".
    """
    if len(text) > 300:
        return None
    if _HEADS_REPLY.match(text) and not text.rstrip().endswith("."):
        quoted = _QUOTED.search(text)
        if quoted:
            return next(words for words in quoted.groups() if words).strip(" ,.")
        titled = _AFTER_COLON.match(text)
        if titled and not _OF_A_LAW.match(titled["title"]):
            return without_source(titled["title"])
    first = _SOURCE_FIRST.match(text)
    return without_source(first["title"]) if first else None


def without_source(title: str) -> str:
    """A title without the inspectorate and date that a bracket or clause adds behind it."""
    return _SOURCE_LAST.sub("", title).strip() or title
