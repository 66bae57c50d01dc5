"""Recommendation 5: letters, refusals of advice, disagreements."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reference.slow_measures.reading import Case, Row


def letters_with_contacts(case: Case) -> Iterator[Row]:
    for _, one in case.of("communicated"):
        sides = [
            (one.investigator_named, one.investigator_telephone, one.investigator_email),
            (one.prosecutor_named, one.prosecutor_telephone, one.prosecutor_email),
        ]
        standing = "met" if all(all(side) for side in sides) else "missed"
        if one.form.value in {"telephone", "in_person"}:
            standing = "not_applicable"
        yield Row(standing, one.on, {"direction": one.direction.value, "form": one.form.value})


def advice_refusal_reasoned(case: Case) -> Iterator[Row]:
    for _, one in case.of("advice_considered"):
        if not one.is_sought:
            yield Row("met" if len(one.why_not) >= 10 else "missed", one.on)


def disagreements_resolved(case: Case) -> Iterator[Row]:
    for number, one in case.of("disagreement_raised"):
        ends = _ends(case, number)
        standing = case.in_time("resolve_disagreement", one.on, ends[0].on if ends else None)
        yield Row(standing, one.on, _facts(one))


def disagreements_changed(case: Case) -> Iterator[Row]:
    for number, one in case.of("disagreement_raised"):
        ends = _ends(case, number)
        if not ends:
            yield Row("not_applicable", None, _facts(one))
        else:
            yield Row("met" if ends[0].decision_changed else "missed", ends[0].on, _facts(one))


def _ends(case: Case, number: int) -> list:
    return [
        one for _, one in case.of("disagreement_resolved") if case.heir(one.disagreement) == number
    ]


def _facts(one) -> dict[str, str]:
    return {"raised_by": one.raised_by.value, "subject": one.subject.value}


MEASURES = {
    one.__name__: one
    for one in (
        letters_with_contacts,
        advice_refusal_reasoned,
        disagreements_resolved,
        disagreements_changed,
    )
}
