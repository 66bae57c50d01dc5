"""E-mail: subject, date and sender as blocks, then the text; attachments are only named."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import Final

from answerable.documents.model import Block, BlockKind, Document, MediaType, Page, place
from answerable.documents.readers import html, text
from answerable.documents.readers.hyphenation import tidy

_SHOWN: Final = ("From", "To", "Cc", "Date")
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
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return [], None
    content = _content(part)
    if part.get_content_type() == "text/html":
        document = html.document_of(content)
        return list(document.blocks), document.language
    return [replace(block, page=1) for block in text.blocks_of(_unquoted(content))], None


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
