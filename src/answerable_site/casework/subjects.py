"""How the audit record names a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from answerable_site.casework.models import Case

PREFIX: Final = "casework.case:"


def subject_of(case: Case) -> str:
    """The name of a case in the audit record; tells nothing about it."""
    return f"{PREFIX}{case.pk}"


def subjects_of(cases: Iterable[Case]) -> list[str]:
    """The names of several, in their order."""
    return [subject_of(case) for case in cases]


def subjects_among(cases: QuerySet[Case]) -> QuerySet[Case, Any]:
    """The names of cases, to be asked for inside another query."""
    named = cases.order_by().annotate(subject=Concat(Value(PREFIX), Cast("pk", CharField())))
    return named.values("subject")


def number_of(subject: str) -> int:
    """The number of the case that a name means."""
    return int(subject.removeprefix(PREFIX))
