"""Reviews of case files as far as a test needs them: a force, its supervisor and two reviewers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from tests import factories
from tests.made_once import made_once

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews import operations, queries
from answerable_site.casereviews.models import FileReview, FrameEntry, Programme, ReleasedReview
from answerable_site.casereviews.operations import NewProgramme, NewTheme, Said
from answerable_site.casereviews.rules import Asked
from answerable_site.casework import operations as casework
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer

AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
SEED = "a seed"
OWN_QUESTION = "Does the file show what was promised?"


@dataclass(frozen=True)
class Reviewing:
    """Everybody who takes part in a review of case files of one force."""

    force: Organisation
    supervisor: User
    reviewers: tuple[User, ...]
    checker: User

    def viewer(self, user: User) -> Viewer:
        return factories.viewer(user, on=AT.date())

    @property
    def about(self) -> dict[str, Any]:
        """Keywords of what the supervisor does."""
        return {"by": self.viewer(self.supervisor), "at": AT}

    def add_cases(self, count: int, mark: str = "R") -> None:
        for number in range(count):
            casework.add_case(
                **self.about,
                force=self.force,
                reported_on=date(2026, 3, 2),
                reference=f"{mark}/{number}/26",
            )

    def planned(self, **changed: Any) -> Programme:
        new = {
            "title": "Spring review",
            "purpose": "To see whether promises are kept.",
            "sets": (),
            "own": (OWN_QUESTION,),
            "reported_from": date(2026, 3, 2),
            "reported_to": date(2026, 3, 2),
            "strata": (Stratum.OPEN,),
            "precision": 10,
        }
        return operations.plan_programme(
            **self.about, force=self.force, new=NewProgramme(**new | changed)
        )

    def frozen(self, programme: Programme) -> Programme:
        return operations.freeze_frame(**self.about, today=AT.date(), programme=programme)

    def drawn(self, programme: Programme, size: int = 2) -> Programme:
        return operations.draw_sample(
            **self.about,
            programme=self.frozen(programme),
            sizes={Stratum.OPEN.value: size},
            seed=SEED,
        )

    def handed_out(self, programme: Programme) -> list[FrameEntry]:
        """The drawn files, the one that two score first."""
        operations.assign_reviewers(
            **self.about,
            today=AT.date(),
            programme=programme,
            reviewers=[one.pk for one in self.reviewers],
        )
        return sorted(queries.drawn_entries(programme), key=lambda one: not one.is_double)

    def lock(self, review: FileReview, rating: Rating = Rating.FULLY, words: str = "") -> None:
        operations.lock_review(
            by=self.viewer(review.reviewer),
            at=AT,
            review=review,
            said={one.key: Said(rating, words) for one in asked(review)},
        )

    def finished(self, programme: Programme, *, size: int = 2) -> Programme:
        """Drawn, scored, with every question fully met, and closed."""
        for entry in self.handed_out(self.drawn(programme, size)):
            for review in entry.reviews.all():
                self.lock(review)
        return operations.close_programme(
            **self.about, programme=programme, words="Promises are kept."
        )

    def prepared(self, programme: Programme, theme: str = "A theme") -> ReleasedReview:
        themes = [NewTheme(theme, "Several files say so.", "own:1")]
        return operations.prepare_results(**self.about, programme=programme, themes=themes)

    def released(self, release: ReleasedReview) -> ReleasedReview:
        return operations.release_results(by=self.viewer(self.checker), at=AT, release=release)


def asked(review: FileReview) -> list[Asked]:
    """The questions that apply to the file of a review."""
    return review.entry.programme.asked_of(review.entry.stratum)


@made_once
def reviewing(name: str = "Wexmoor", cases: int = 4) -> Reviewing:
    """A force with a supervisor, two reviewers, a figure checker, and some open cases."""
    force = factories.organisation(f"{name} Police", OrganisationKind.POLICE_FORCE, "")
    found = Reviewing(
        force,
        factories.person(f"{name} Supervisor", (force, Role.SUPERVISOR)),
        tuple(
            factories.person(f"{name} {place} Reviewer", (force, Role.FILE_REVIEWER))
            for place in ("First", "Second")
        ),
        factories.person(f"{name} Checker", (force, Role.FIGURE_CHECKER)),
    )
    found.add_cases(cases)
    return found
