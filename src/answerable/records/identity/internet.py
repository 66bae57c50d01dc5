"""Accounts on social media and internet addresses of devices."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from answerable.records.identity.expressions import any_word, words

_LINK = re.compile(
    r"(?:"
    + words(
        "facebook fb instagram tiktok snapchat twitter x linkedin youtube threads tumblr reddit"
        " pinterest onlyfans telegram discord twitch bsky vinted"
    )
    + r"\.(?:com|net|org|app|tv|gg|co\.uk)|"
    + any_word(r"fb\.me", r"t\.me", r"wa\.me", r"youtu\.be", r"discord\.gg", r"bsky\.app")
    + r")/[^\s<>\"]{2,200}"
)
_ITS_BEGINNING = re.compile(r"(?:https?://)?(?:[\w-]{1,20}\.){0,2}\Z")
_HANDLE = re.compile(r"@(?<![\w.@/-]@)[ ]?(?=[\w.]{0,29}[^\W\d])[\w.]{2,30}\b(?!@)")
_ACCOUNT = r"(?:account|profile|user[ ]?name|user|handle|id|tag|name|gamer[ ]?tag)"
_ITS_NAME = r"['\"]?(?P<token>[\w.-]{3,30}\b)"
_ANNOUNCED = re.compile(
    any_word(
        *("facebook", "fb", "insta(?:gram)?", "ig", "tik ?tok", "snap(?:chat)?", "sc", "twitter"),
        *("telegram", "discord", "kik", "skype", "tinder", "hinge", "bumble", "grindr", "xbox"),
        *("playstation", "psn", "steam", "onlyfans", "social media"),
    )
    + rf"(?:[ ]{_ACCOUNT}){{0,2}}(?:[ ]?[:=][ ]?|[ ](?:is|was|called|as|of|under)[ ]){_ITS_NAME}"
)
_NAMED = re.compile(
    any_word("user ?name", "handle", "gamer ?tag")
    + rf"(?:[ ]?[:=][ ]?|[ ](?:(?:is|was|of)[ ])?){_ITS_NAME}"
)
_TAG = re.compile(r"#(?<=\w#)\d{4}(?!\w)")
_TAGGED = re.compile(r"[^\W\d][\w.]{0,31}\Z")
_IP_4 = re.compile(
    r"[0-9](?<![\w.].)(?:(?<=2)5[0-5]|(?<=2)[0-4]\d|(?<=1)\d\d|\d?)"
    r"(?:(?:\.|[ ]\.[ ]|\[\.\])(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}"
    r"(?![\w]|\.\d)"
)
_NUMBERED = re.compile(
    r"(?i)(?:paragraphs?|paras?|sections?|versions?|rules?|annex|parts?|chapters?|clauses?|v|§)"
    r"[ .]{0,2}\Z"
)
_IP_6 = re.compile(r"[0-9A-Fa-f:](?<![\w:.].)[0-9A-Fa-f:]{3,38}(?![\w:])")
_CUE_REACH = 14
_BACK_REACH = 50
_FEWEST_COLONS = 2


def social_media(text: str) -> Iterator[tuple[int, int]]:
    """Spans of links to accounts, of handles, and of account names that a word announces."""
    small = text.lower()
    for found in _LINK.finditer(small):
        yield _back(_ITS_BEGINNING, small, found.start()), found.end()
    for found in _HANDLE.finditer(small):
        yield found.span()
    for found in _TAG.finditer(small):
        yield _back(_TAGGED, small, found.start()), found.end()
    for expression in (_ANNOUNCED, _NAMED):
        for found in expression.finditer(small):
            if re.search(r"[\d_.]", found["token"].strip(".")):
                yield found.span("token")


def _back(expression: re.Pattern[str], text: str, end: int) -> int:
    """Where what an expression describes begins, if it ends at a place; else that place."""
    found = expression.search(text, max(0, end - _BACK_REACH), end)
    return found.start() if found else end


def ip_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Spans of internet addresses, old and new form; numbers of paragraphs are none."""
    for found in _IP_4.finditer(text):
        if not _NUMBERED.search(text[max(0, found.start() - _CUE_REACH) : found.start()]):
            yield found.span()
    for found in _IP_6.finditer(text):
        if found[0].count(":") >= _FEWEST_COLONS and _is_ip_6(found[0]):
            yield found.span()


def _is_ip_6(written: str) -> bool:
    try:
        ipaddress.IPv6Address(written)
    except ValueError:
        return False
    return True
