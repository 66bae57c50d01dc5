"""What a person typed into a plain text field becomes blocks; nothing in it is read as markup."""

from __future__ import annotations

import re
import unicodedata

from answerable.writing.blocks import BulletList, Paragraph, Run, Runs, is_writable

_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"[-*•]\s+(?=\S)")


def paragraphs_from_text(
    text: str, *, language: str | None = None
) -> tuple[Paragraph | BulletList, ...]:
    """Paragraphs and bullet lists from typed text.

    A blank line ends a paragraph; other line ends stay as line breaks. Lines that start with
    "- ", "* " or "• " are bullets, and bullets that only blank lines part are one list. An
    indented line continues the bullet above it. Invisible control characters are dropped.

    Args:
        text: as typed or pasted, in any line-end convention.
        language: the tag of its words where they are not in the document's language.

    Returns:
        The blocks in order; empty when the text holds no words.
    """
    reader = _Reader(language)
    for line in _LINE_END.split(unicodedata.normalize("NFC", text)):
        reader.read(_cleaned(line))
    return reader.finished()


class _Reader:
    """Takes lines one by one and keeps the paragraph or the bullets that are still open."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._blocks: list[Paragraph | BulletList] = []
        self._lines: list[str] = []
        self._bullets: list[list[str]] = []
        self._after_blank = False

    def read(self, line: str) -> None:
        words = line.strip()
        bullet = _BULLET.match(words)
        if not words:
            self._close_paragraph()
        elif bullet:
            self._close_paragraph()
            self._bullets.append([words[bullet.end() :]])
        elif self._bullets and line[0] == " " and not self._after_blank:
            self._bullets[-1].append(words)
        else:
            self._close_bullets()
            self._lines.append(words)
        self._after_blank = not words

    def finished(self) -> tuple[Paragraph | BulletList, ...]:
        self._close_paragraph()
        self._close_bullets()
        return tuple(self._blocks)

    def _close_paragraph(self) -> None:
        if self._lines:
            self._blocks.append(Paragraph(self._runs(self._lines)))
            self._lines = []

    def _close_bullets(self) -> None:
        if self._bullets:
            self._blocks.append(BulletList(tuple(self._runs(item) for item in self._bullets)))
            self._bullets = []

    def _runs(self, lines: list[str]) -> Runs:
        return (Run("\n".join(lines), language=self._language),)


def _cleaned(line: str) -> str:
    return "".join(c for c in line.replace("\t", " ") if is_writable(c))
