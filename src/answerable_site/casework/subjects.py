"""How the audit record names a case."""

from __future__ import annotations

from collections.abc import Iterable

from answerable_site.casework.models import Case


def subject_of(case: Case) -> str:
    """The name of a case in the audit record; tells nothing about it."""
    return f"casework.case:{case.pk}"


def subjects_of(cases: Iterable[Case]) -> list[str]:
    """The names of several, in their order."""
    return [subject_of(case) for case in cases]
