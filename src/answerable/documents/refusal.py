"""Why a file cannot be read, as a code for machines and a sentence for people."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Reason(StrEnum):
    """The reasons for which a file is refused."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_TYPE = "unknown_type"
    PROTECTED = "protected"
    PICTURES_ONLY = "pictures_only"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    SUSPICIOUS_ARCHIVE = "suspicious_archive"
    NO_PICTURE = "no_picture"
    HIDDEN_CONTENT = "hidden_content"


READABLE_KINDS: Final = "PDF, Word (.docx), ODT, HTML, an e-mail or plain text"

SENTENCES: Final[dict[Reason, str]] = {
    Reason.EMPTY: (
        "The file is empty. Check that you chose the right file and that it is complete."
    ),
    Reason.TOO_LARGE: (
        "The file is too large. Upload a smaller file, for example one without pictures."
    ),
    Reason.UNKNOWN_TYPE: (
        f"The file is of a kind that cannot be read. Upload it as {READABLE_KINDS}."
    ),
    Reason.PROTECTED: (
        "The file is protected with a password. "
        "Remove the password, save the file and upload it again."
    ),
    Reason.PICTURES_ONLY: (
        "The file holds only pictures of pages, so there is no text to read. "
        "Upload a version with text: run text recognition (OCR) on it, "
        "or save the report's page from the inspectorate's website."
    ),
    Reason.DAMAGED: (
        "The file is damaged and cannot be read. "
        "Open it in the program that made it, save it again and upload the new copy."
    ),
    Reason.TOO_SLOW: (
        "Reading the file took too long. "
        "Split it into smaller files, or save it as plain text, and try again."
    ),
    Reason.TOO_MUCH_MEMORY: (
        "Reading the file needs too much memory. "
        "Split it into smaller files, or save it as plain text, and try again."
    ),
    Reason.SUSPICIOUS_ARCHIVE: (
        "The file is packed in a way that no office program uses, so it was not opened. "
        "Open it in the program that made it, save it again and upload the new copy."
    ),
    Reason.HIDDEN_CONTENT: (
        "The file has content that nobody sees, and nothing was made of it. "
        "Take it out in the program that made the file, save it again and try once more."
    ),
    Reason.NO_PICTURE: "There is no picture of this page. Only pages of a PDF can be shown.",
}


class Unreadable(Exception):
    """A file was refused; `str()` of it is a sentence for the person who sent the file.

    Attributes:
        code: the machine-readable reason, one of `Reason`.
    """

    def __init__(self, code: Reason, sentence: str | None = None) -> None:
        super().__init__(sentence or SENTENCES[code])
        self.code = code


def too_much_text() -> Unreadable:
    """The refusal of a file whose text is too long to be handed on."""
    return Unreadable(
        Reason.TOO_LARGE,
        "The file holds more text than can be read at once. Split it into smaller files.",
    )
