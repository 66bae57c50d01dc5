"""E-mail: subject, date and sender as blocks, then the text; attachments are only named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import Final

from answerable.documents.model import Block, BlockKind, Document, MediaType, Page, place
from answerable.documents.readers import html, text
from answerable.documents.readers.hyphenation import tidy

_SHOWN: Final = ("From", "To", "Cc", "Date")
_LEAST_SHARE: Final = 0.5
"""Of the HTML part's length: a plain part that is shorter is only a stub."""
_QUOTE: Final = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)


def read(data: bytes) -> Document:
    """The document in an e-mail message as saved by a mail program (.eml)."""
    message = message_from_bytes(_start(data), policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 -- what this policy makes
    subject = tidy(_field(message, "Subject"))
    heading = [Block(BlockKind.HEADING, subject, page=1, start=0, level=1)]
    fields = [
        Block(BlockKind.PARAGRAPH, f"{name}: {value}", page=1, start=0)
        for name in _SHOWN
        if (value := tidy(_field(message, name)))
    ]
    blocks, language = _body(message)
    return Document(
        media_type=MediaType.EMAIL,
        pages=(Page(1),),
        blocks=place(heading + fields + blocks),
        title=subject or None,
        language=language,
        notes=tuple(_attachment_notes(message)),
    )


def _start(data: bytes) -> bytes:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")


def _field(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError):  # fields that the parser chokes on
        return ""


def _body(message: EmailMessage) -> tuple[list[Block], str | None]:
    """The blocks of the plain part, or of the HTML part where the plain one only points to it."""
    plain = text.blocks_of(_unquoted(_part(message, "plain")))
    rich = html.document_of(_part(message, "html"))
    if _letters(plain) < _LEAST_SHARE * _letters(rich.blocks):
        return list(rich.blocks), rich.language
    return plain, None


def _part(message: EmailMessage, subtype: str) -> str:
    part = message.get_body(preferencelist=(subtype,))
    return _content(part) if part is not None else ""


def _letters(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _content(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError):
        payload = part.get_payload(decode=True)
        content = payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""
    return str(content).replace("\r\n", "\n")


def _unquoted(content: str) -> str:
    return _QUOTE.sub("", content).replace("\f", "\n\n")


def _attachment_notes(message: EmailMessage) -> list[str]:
    return [
        f"The attachment “{tidy(part.get_filename() or 'without a name')}” was not read. "
        "Save it and upload it by itself."
        for part in message.walk()
        if part.get_content_disposition() == "attachment"
    ]
