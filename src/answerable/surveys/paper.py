"""An instrument on paper: a form to fill in, and a script to read out on the telephone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from answerable.languages import message
from answerable.surveys.groups import GROUPS, WHY, Characteristic
from answerable.surveys.help import HELP
from answerable.surveys.instrument import Choice, Instrument, Words
from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Run,
    WrittenDocument,
    plain,
)

_LANGUAGE = "en-GB"
_BOX = "[   ]  "
_LINE = "." * 90
_LINES = 6
PROMISES = (
    message("You need not answer at all. What you answer changes nothing in your case."),
    message("Answer as many questions as you like, and leave out the others."),
    message(
        "Nobody writes down who you are. Your answers are taken apart and mixed with those of "
        "others."
    ),
    message(
        "Please do not write names, places or days: what you write is about how you were treated."
    ),
)
"""What is said before the questions, on every channel."""


def paper_form(asked: Instrument, *, body: str, codes: Sequence[str] = ()) -> WrittenDocument:
    """The form on paper, once for each code.

    Args:
        body: the organisation that asks.
        codes: printed on the forms, so that what comes back is counted once; without any, the
            form is one to look at.
    """
    blocks: list[Block] = []
    for code in codes or ("",):
        blocks += _form(asked, code)
    return _document(asked, body, "A form on paper", blocks)


def telephone_script(asked: Instrument, *, body: str) -> WrittenDocument:
    """What whoever telephones says, word for word, with the answers to tick."""
    blocks: list[Block] = [
        Heading(1, "Before you begin"),
        BulletList(
            (
                plain("Ask first whether the person is alone and can speak now. If not, stop."),
                plain("If the person wants to stop, stop. Ask no question twice."),
                plain("Write down no name and no number. Type in what was said, and keep no copy."),
                plain("If something is said that you must act on to protect somebody, act on it."),
            )
        ),
        Heading(1, "Say this first"),
        Paragraph(plain(f"“{asked.opening}”")),
        *(Paragraph(plain(f"“{one}”")) for one in PROMISES),
        Heading(1, "Ask"),
    ]
    blocks += _questions(asked)
    blocks += _about_you()
    blocks += [Heading(1, "Say this last"), *_help()]
    return _document(asked, body, "What to say on the telephone", blocks)


def _form(asked: Instrument, code: str) -> Iterator[Block]:
    yield Heading(1, f"Form {code}" if code else "The form")
    yield Paragraph(plain(asked.opening))
    yield BulletList(tuple(plain(one) for one in PROMISES))
    yield from _questions(asked)
    yield from _about_you()
    yield Paragraph(plain("Give the form back to the person who gave it to you, in an envelope."))
    yield from _help()


def _questions(asked: Instrument) -> Iterator[Block]:
    for number, question in enumerate(asked.questions, start=1):
        yield Heading(2, f"{number}. {question.text}")
        if question.hint:
            yield Paragraph(plain(question.hint))
        match question:
            case Choice():
                yield _boxes(one.label for one in question.options)
            case Words():
                yield Paragraph((Run("\n".join([_LINE] * _LINES)),))


def _about_you() -> Iterator[Block]:
    yield Heading(2, "About you")
    yield Paragraph(plain(WHY))
    for characteristic in Characteristic:
        yield Heading(3, characteristic.question)
        yield _boxes(GROUPS[characteristic].values())


def _boxes(labels: Iterable[str]) -> Paragraph:
    return Paragraph((Run("\n".join(f"{_BOX}{one}" for one in labels)),))


def _help() -> Iterator[Block]:
    for one in HELP:
        yield Paragraph(plain(f"{one.when}: {one.what}"))


def _document(
    asked: Instrument, body: str, subtitle: str, blocks: Sequence[Block]
) -> WrittenDocument:
    return WrittenDocument(
        title=asked.title,
        subtitle=subtitle,
        language=_LANGUAGE,
        author_body=body,
        blocks=tuple(blocks),
    )
