"""What measures answer over a cut, with its whole working: for whoever may see the data alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import msgspec

from answerable.cuts.columns import Holds
from answerable.measures.answer import Answer, Cell
from answerable.measures.definition import Definition
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import TIMES, checked
from answerable.measures.naming import Names, named, names_in
from answerable.measures.running import Cut, answers_to
from answerable.measures.subjects import SUBJECTS
from answerable.release.made import NONE
from answerable.release.times import listed

MOST_BREAKDOWNS = 2
"""Beyond it nearly every group is of a few people."""


class UnknownQuestion(ValueError):
    """There is no such measure, or it cannot be broken down so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Question:
    """A measure, and by what it is broken down."""

    measure: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one question was answered: raw, for analysts of the force."""

    question: Question
    answers: tuple[Answer, ...]
    names: Mapping[str, Mapping[str, str]]
    """What the values of each breakdown are called: all that it can have, in their order, so that
    a table does not say by its rows of whom there were none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The answers to some questions over one cut."""

    as_of: date
    cut: str
    is_synthetic: bool
    each: tuple[Result, ...]


def definition_of(question: Question) -> Definition:
    """The definition that a question asks, broken down as it can be.

    Raises:
        UnknownQuestion: there is none of that name.
        NoSuchBreakdown: it cannot be broken down so.
    """
    if question.measure not in DEFINITIONS:
        raise UnknownQuestion(f"There is no measure {question.measure!r}.")
    if len(question.by) > MOST_BREAKDOWNS:
        raise UnknownQuestion("A figure is broken down by two things at most. Leave one out.")
    if len({*question.by} & {*TIMES}) > 1:
        raise UnknownQuestion(
            "A month has its quarter and year with it. Break a figure down by one of them."
        )
    definition = DEFINITIONS[question.measure]
    checked(definition, question.by)
    return definition


def worked_out(
    cut: Cut,
    questions: Sequence[Question],
    organisations: Names,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> Results:
    """The answers to some questions, in their order. Those of one breakdown are asked at once.

    Args:
        organisations: what organisations are called, by the breakdown and their number.
        progress: told how many questions were answered, and of how many.

    Raises:
        UnknownQuestion, NoSuchBreakdown: one cannot be asked.
        EngineFailed: the engine broke off.
    """
    for one in questions:
        definition_of(one)
    found: dict[Question, Result] = {}
    for by, asked in groupby(sorted(questions, key=lambda one: one.by), key=lambda one: one.by):
        together = list(dict.fromkeys(asked))
        definitions = [DEFINITIONS[one.measure] for one in together]
        answers = answers_to(cut, definitions, by)
        for question, definition in zip(together, definitions, strict=True):
            own = [one for one in answers if one.measure == question.measure]
            names = {**organisations, **names_in(cut, definition)}
            found[question] = Result(
                question=question,
                answers=tuple(own),
                names=_called(definition, by, own, names, cut.as_of),
            )
        progress(len(found), len(questions))
    return Results(
        as_of=cut.as_of,
        cut=cut.digest,
        is_synthetic=cut.is_synthetic,
        each=tuple(found[one] for one in dict.fromkeys(questions)),
    )


def written(results: Results) -> bytes:
    """Results as they are kept."""
    return msgspec.json.encode(results)


def read(content: bytes) -> Results:
    """Results that were kept.

    Raises:
        msgspec.ValidationError: they are none.
    """
    return msgspec.json.decode(content, type=Results)


def label_of(value: Cell) -> str:
    """A value of a breakdown as a table labels it: the code, and not what it is called, so that
    it is the same in every release."""
    if value is None:
        return NONE
    return str(value).lower() if isinstance(value, bool) else str(value)


def _called(
    definition: Definition, by: Sequence[str], answers: Sequence[Answer], names: Names, as_of: date
) -> dict[str, dict[str, str]]:
    """What every value of each breakdown is called, those without a row too."""
    return {
        name: {
            label_of(value): named(name, value, names)
            for value in _values(definition, name, answers, names, as_of)
        }
        for name in by
    }


def _values(
    definition: Definition, by: str, answers: Sequence[Answer], names: Names, as_of: date
) -> list[Cell]:
    """The values that a breakdown can have, as far as the lists say, and those that it has."""
    found = [one.group[by] for one in answers]
    there = [one for one in found if one is not None]
    subject = SUBJECTS[definition.subject]
    column = subject.column(definition.dated_by if by in TIMES else by)
    possible: list[Cell] = []
    if by in TIMES:
        possible += listed(by, map(str, there), as_of)
    elif column.holds is Holds.FLAG:
        possible += [False, True]
    else:
        possible += [value for name, value in names if name == by]
    none = [None] if column.may_be_empty or None in found else []
    return list(dict.fromkeys([*possible, *there, *none]))
