"""Results of measures as tests make them up."""

from __future__ import annotations

from datetime import date

from answerable.measures.answer import Answer
from answerable.measures.definitions import DEFINITIONS
from answerable.release.results import Question, Result, Results, label_of

AS_OF = date(2026, 3, 31)
CUT = "ab12cd34ef56aa77"
ON = date(2026, 4, 9)
FORCE = {"force": "17"}


def answer(measure, numerator, denominator, **group):
    definition = DEFINITIONS[measure]
    return Answer(
        measure=measure,
        version=definition.version,
        group=group,
        numerator=numerator,
        denominator=denominator,
        not_applicable=0,
        pending=0,
        unknown=0,
        basis=definition.basis,
        as_of=AS_OF,
        cut=CUT,
    )


def result(measure, *answers, by=(), names=None):
    called = {name: {} for name in by}
    for one in answers:
        for name, value in one.group.items():
            called[name][label_of(value)] = (names or {}).get(value, str(value))
    return Result(question=Question(measure, tuple(by)), answers=answers, names=called)


def results(*each, is_synthetic=False):
    return Results(as_of=AS_OF, cut=CUT, is_synthetic=is_synthetic, each=each)


def months(first, counts):
    """Answers of `victims_told` by month, from the first month on."""
    year, month = first
    for at, (met, asked) in enumerate(counts):
        place = year * 12 + month - 1 + at
        yield answer("victims_told", met, asked, month=f"{place // 12}-{place % 12 + 1:02}")
