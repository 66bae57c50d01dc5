"""What the columns of an item table hold, told from their headings."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from answerable.extraction.find.attributes import Attribute, attribute_of_header


class Column(StrEnum):
    """What a column of an item table holds."""

    NUMBER = "number"
    TEXT = "text"
    KIND = "kind"
    DEADLINE = "deadline"
    ADDRESSEE = "addressee"
    STATUS = "status"
    CLOSED = "whether or when it was closed"
    RESPONSE = "response"
    CHIEF_RESPONSE = "response of the chief officer"
    OTHER = "other"


_LABEL: Final = re.compile(r"\d\W*$")
_CLOSED: Final = re.compile(
    r"^(?:(?:date|when) (?:of )?(?:closed|closure|discharged?|completed|signed off)|closed(?: on"
    r"| date)?|closure(?: date)?|date closed|discharged(?: on)?|signed off(?: on)?|completed on"
    r"|(?:is it )?(?:done|met|complete|completed)(?=\?))\??$|^done$",
    re.IGNORECASE,
)
_HEADERS: Final = (
    (Column.NUMBER, re.compile(
        r"^(?:no\.?|nos?\.?|number|ref(?:erence)?\.?(?: no\.?| number)?|id|#|item(?: no\.?)?"
        r"|(?:rec(?:ommendation)?|afi)\.? ?(?:no\.?|number|ref(?:erence)?\.?|id|#))$",
        re.IGNORECASE)),
    (Column.KIND, re.compile(
        r"^(?:type|kind|category|finding type)(?: of finding)?$", re.IGNORECASE)),
    (Column.CHIEF_RESPONSE, re.compile(
        r"(?:response|comments?|reply) (?:of|from|by) (?:the )?(?:chief|force|constabulary|service)"
        r"|(?:chief constable|chief officer|force|constabulary|service).{0,20}(?:response"
        r"|comments?|reply|update|position)|^action taken", re.IGNORECASE)),
    (Column.RESPONSE, re.compile(
        r"response|comments?|reply|answers?|explanation|update|progress"
        r"|what (?:we (?:have|are|will|did|plan)|has|is being)\b|action taken|evidence",
        re.IGNORECASE)),
    (Column.TEXT, re.compile(
        r"^(?:\w+ ){0,3}(?:recommendations?|areas? for improvement|afis?|causes? of concern)"
        r"(?:\W.{0,60})?$|\brecommended\b|^(?:text|wording|description|details?|action required"
        r"|required action|what (?:needs|should) .{3,30})$", re.IGNORECASE)),
)  # fmt: skip
_ATTRIBUTES: Final = {
    Attribute.DEADLINE: Column.DEADLINE,
    Attribute.ADDRESSEE: Column.ADDRESSEE,
    Attribute.STATUS: Column.STATUS,
}


def column_of(header: str) -> Column:
    """What a column holds by its heading."""
    if _LABEL.search(header):
        return Column.OTHER
    if _CLOSED.match(header.strip(" :")):
        return Column.CLOSED
    attribute = attribute_of_header(header)
    if attribute is not None:
        return _ATTRIBUTES[attribute]
    return next(
        (column for column, pattern in _HEADERS if pattern.search(header.strip(" :"))), Column.OTHER
    )
