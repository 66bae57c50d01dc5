"""Looks at invented cases, for tests of their review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests import factories, factories_cases
from tests.factories_cases import AT, WORDS, County
from tests.made_once import made_once

from answerable_site.casework import operations
from answerable_site.casework.models import Case, CaseOpening
from answerable_site.casework.rules import Ground
from answerable_site.people.models import User
from answerable_site.people.rules import Role, Viewer

LATER = AT + timedelta(hours=1)
SAID = "I asked the sergeant, who had sent them there."


@dataclass(frozen=True)
class Looked:
    """A county in which a second investigator broke the glass of the case."""

    county: County
    looker: User
    opening: CaseOpening

    @property
    def case(self) -> Case:
        """The case."""
        return self.county.case

    @property
    def auditor(self) -> Viewer:
        """The access auditor of the force."""
        return self.county.viewer(Role.ACCESS_AUDITOR)

    @property
    def supervisor(self) -> Viewer:
        """The supervisor of the force."""
        return self.county.viewer(Role.SUPERVISOR)

    @property
    def looking(self) -> Viewer:
        """Whoever broke the glass."""
        return factories.viewer(self.looker, on=AT.date())


@made_once
def looked(name: str = "Wexmoor", reference: str = "12A/34567/26") -> Looked:
    """Somebody broke the glass of a case at `AT`, and read it."""
    county = factories_cases.county(name, reference)
    looker = factories.person(f"{name} Curious", (county.force, Role.INVESTIGATOR))
    viewer = factories.viewer(looker, on=AT.date())
    return Looked(county, looker, broken(county, viewer))


def broken(county: County, viewer: Viewer, *, at: datetime = AT) -> CaseOpening:
    """Somebody breaks the glass of the county's case, and reads it."""
    opening = operations.open_case(
        by=viewer, at=at, case=county.case, ground=Ground.LINKED_CASE, words=WORDS
    )
    operations.note_read(by=viewer, at=at, case=county.case)
    return opening


def another_auditor(looked: Looked, name: str = "Second") -> Viewer:
    """A further access auditor of the force."""
    user = factories.person(f"{name} Auditor", (looked.county.force, Role.ACCESS_AUDITOR))
    return factories.viewer(user, on=AT.date())
