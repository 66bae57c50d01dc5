"""The page of the reference that says what every measure is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerable.measures.conditions import in_words
from answerable.measures.definition import Clock, Definition, DueOn, Within
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import possible
from answerable.measures.subjects import SUBJECTS, Subject
from answerable.statute import LIMITS, Limit

_TOP = """\
# Measures

Made from the definitions by `answerable measure page`; a test holds the two equal. Each measure is
one file in `src/answerable/measures/definitions`, and is worked out a second time, case by case, in
`tests/reference/slow_measures`.

```sh
answerable measure run --cut cuts/2026-03 --measure victims_told --by month,force
answerable measure explain victims_told
```

## How a figure is made

A measure asks one question of every row of its subject. Each row stands in exactly one way:

- **not applicable**: it is not asked, and is in no denominator;
- **pending**: its limit still runs on the as-of day, done already or not. It is in no denominator
  either: to count what was done quickly before the rest had its time would count the quick alone;
- **unknown**: it is asked, and nobody can tell;
- **met** or **missed**.

| figure | what it is |
| --- | --- |
| numerator | met |
| denominator | met, missed and unknown |
| not applicable | not applicable and pending: with the denominator, every row there is |
| recorded rate | numerator / denominator: unknown counts as not met |
| performed rate | numerator / (denominator − unknown): of those of which it is known |
| interval | 95%, of the recorded rate (Wilson). Below a denominator of 30 a share says little |

A **cohort** is dated by the day on which something began, a **period** by the day on which it
happened. Figures of the two are never divided by one another.

The limits are those of the cut, each row by the version in force on its own day 0. The last day in
time is inclusive. Every answer names its cut by digest and its definition by version. Nothing here
is protected: a figure is shown to the public only after disclosure control.

## Curves

`answerable measure curve` says what became of cases of recorded crimes over time, from the day of
recording: charge, no further action of the police or of the prosecutors, the victim does not
support, transferred or cancelled, otherwise, or still open. `reported_to_first_hearing` counts from
the report to the first hearing, with the same endings but for the charge, which ends nothing there.
At every time the shares add up to one (Aalen and Johansen), with 95% bands. Open cases count as
long as they were seen. Cases that ended before the first day of the curve, or on it, are left out
and counted apart. A time that is not reached is null.

## Paths

`answerable measure paths` says how many cases go from each stage to the next, and what became of
the others: they ended, skipped the stage, have its day before that of the stage before, or are
open. It shows two views that are never divided by one another. The **cohort** is of all that
reached the stage before: half of them had taken the step by so many days, open ones counted as long
as they were seen, or it is not reached. The **outcome** view is of those alone that reached the
stage: its median is what is often published, and it falls where hard cases are left lying. Below
stand the orders in which cases went through the stages, the commonest first.

## Signals and charts

`answerable measure signal` says whether figures changed, or units differ, by more than chance
gives; `answerable measure chart` draws it. How they are read:
[signals](../explanation/how-signals-are-read.md).
"""


def as_page() -> str:
    """The page `docs/reference/measures.md`; ends with a line feed."""
    return "\n".join((_TOP, *_measures(), "## Subjects\n", *map(_subject, _used())))


def _measures() -> Iterator[str]:
    recommendation = ""
    for definition in DEFINITIONS.values():
        if definition.recommendations[0] != recommendation:
            recommendation = definition.recommendations[0]
            yield f"## {_heading(recommendation)}\n"
        yield _measure(definition)


def _heading(recommendation: str) -> str:
    if recommendation.isdigit():
        return f"Recommendation {recommendation}"
    return "The early advice pilot"


def _measure(definition: Definition) -> str:
    facts = {
        "Subject": f"[{definition.subject}](#{definition.subject})",
        "Population": definition.population,
        "Not applicable": definition.not_applicable or "Every row is asked",
        "Unknown": definition.unknown_means or "No row is unknown",
        "Numerator": definition.numerator,
        "By the clock": _clock(definition.clock),
        "Formally": "; ".join(_formally(definition)) or "the clock alone",
        "Basis": f"{definition.basis.value}, by `{definition.dated_by}`",
        "By": ", ".join(f"`{one}`" for one in possible(definition)),
        "Better": _BETTER[definition.good.value],
        "Owner": definition.owner,
        "Source": definition.source,
        "Versions": "; ".join(
            f"{one.number} ({one.on.isoformat()}): {one.note}" for one in definition.history
        ),
    }
    rows = "".join(f"| {name} | {fact} |\n" for name, fact in facts.items())
    cautions = "".join(f"- {one}\n" for one in definition.cautions)
    return (
        f"### {definition.title}\n\n`{definition.name}`: {definition.asks}\n\n"
        f"| | |\n| --- | --- |\n{rows}" + (f"\n{cautions}" if cautions else "")
    )


_BETTER = {"higher": "higher", "lower": "lower", "neither": "neither: it describes"}


def _clock(clock: Clock | DueOn | Within | None) -> str:
    match clock:
        case None:
            return "No clock"
        case DueOn(due, done):
            return f"`{done}` by `{due}`, inclusive"
        case Within(starts, done, days):
            return f"`{done}` within {days:,} calendar days of `{starts}`, which no limit asks for"
        case Clock(starts, done, limit, otherwise):
            others = "".join(
                f"; {_limit(one.limit)} where {in_words(one.condition)}" for one in otherwise
            )
            return f"`{done}` within {_limit(limit)} of `{starts}`{others}"


def _limit(code: str) -> str:
    return f"`{code}` ({_latest(code).length})"


def _latest(code: str) -> Limit:
    return LIMITS.versions_of(code)[-1]


def _formally(definition: Definition) -> Iterator[str]:
    for what, condition in (
        ("asked where", definition.applies),
        ("missed where", definition.fails),
        ("unknown where", definition.unknown),
        ("met where", definition.met),
    ):
        if condition:
            yield f"{what} {in_words(condition)}"


def _used() -> Iterable[Subject]:
    used = {one.subject for one in DEFINITIONS.values()}
    return (one for name, one in SUBJECTS.items() if name in used)


def _subject(subject: Subject) -> str:
    rows = "".join(f"| `{one.name}` | {one.about} | {one.empty} |\n" for one in subject.columns)
    key = ", ".join(f"`{one}`" for one in subject.key)
    return (
        f"### {subject.name}\n\n{subject.one}: one row for each. Key {key}.\n\n"
        f"| column | what it says | empty |\n| --- | --- | --- |\n{rows}"
    )
