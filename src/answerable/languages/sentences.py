"""Sentences that know how they were put together, so that they can be said in another language.

A `Sentence` is its English: compared, stored, hashed and signed it is the text that it always was.
Only where it is shown does it become Welsh.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any, Self

from answerable.languages.marks import marked_as_data, marked_as_english
from answerable.languages.speaking import ENGLISH, spoken, welsh


class Sentence(str):
    """English that remembers its message and what was put into it."""

    __slots__ = ("filled", "message", "number", "values")

    message: str
    """As the catalogue has it, with names in braces for what is put in."""
    values: Mapping[str, object]
    number: int | None
    filled: Mapping[str, object] | None
    """What Django put in by `%`, as it does with messages of forms."""

    def __new__(
        cls,
        english: str,
        message: str = "",
        values: Mapping[str, object] | None = None,
        *,
        count: int | None = None,
        filled: Mapping[str, object] | None = None,
    ) -> Self:
        made = super().__new__(cls, english)
        made.message = message or english
        made.values = values or {}
        made.number = count
        made.filled = filled
        return made

    def __str__(self) -> str:
        """Itself: frameworks turn into text what is one already."""
        return self

    def __html__(self) -> str:
        """The sentence in the language of the moment, for a page."""
        return html.escape(aloud(self))

    def __mod__(self, filled: Any) -> str:
        english = super().__mod__(filled)
        return Sentence(english, self.message, self.values, count=self.number, filled=filled)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _known: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self[:], self.message, dict(self.values), self.number, self.filled)


def say(message: str, /, **values: object) -> Sentence:
    """A message as a sentence.

    Args:
        message: in English, with a name in braces for each of the values.
        values: numbers, texts, and other sentences.
    """
    return Sentence(message.format(**values) if values else message, message, values)


def say_count(one: str, many: str, count: int, /, **values: object) -> Sentence:
    """A message that counts.

    Args:
        one: the English of one, in which `{count}` stands for the number.
        many: the English of every other number.
    """
    values = {"count": count, **values}
    english = one if count == 1 else many
    return Sentence(english.format(**values), one, values, count=count)


def message(text: str) -> str:
    """A message that is said elsewhere, so that it is found: `say(MESSAGES[kind], …)`."""
    return text


def listed(parts: Iterable[str], between: str = ", ") -> str:
    """Texts one after the other, each of which is still said in the language of the moment."""
    texts = list(parts)
    if not any(isinstance(text, Sentence) for text in texts):
        return between.join(texts)
    names = [f"part{number}" for number in range(len(texts))]
    message = between.join(f"{{{name}}}" for name in names)
    return Joined(between.join(texts), message, dict(zip(names, texts, strict=True)))


class Joined(Sentence):
    """Sentences one after the other, which have no message of their own."""

    __slots__ = ()


def aloud(text: str) -> str:
    """A text in the language of the moment.

    In another language than English the parts that are English still are marked, for
    `marks.with_lang_attributes`.
    """
    language = spoken()
    if language == ENGLISH:
        return text[:] if isinstance(text, Sentence) else text
    if not isinstance(text, Sentence):
        return text if hasattr(text, "__html__") else marked_as_data(text)
    pattern = text.message if isinstance(text, Joined) else welsh().said(text.message, text.number)
    if pattern is None:
        return marked_as_english(text[:])
    try:
        return _filled(text, pattern)
    except (KeyError, IndexError, ValueError, TypeError):
        # Welsh that puts in what its English does not: nobody should miss a page for it. The
        # report of translations names it.
        return marked_as_english(text[:])


def _filled(text: Sentence, pattern: str) -> str:
    values = {name: _spoken_value(value, text) for name, value in text.values.items()}
    said = pattern.format(**values) if values else pattern
    if text.filled is None:
        return said
    return said % {
        name: aloud(value) if isinstance(value, str) else value
        for name, value in text.filled.items()
    }


def _spoken_value(value: object, text: Sentence) -> object:
    if not isinstance(value, str):
        return value
    said = aloud(value)
    return said if text.filled is None else said.replace("%", "%%")


def _again(
    english: str,
    message: str,
    values: dict[str, object],
    count: int | None,
    filled: Mapping[str, object] | None,
) -> Sentence:
    return Sentence(english, message, values, count=count, filled=filled)
