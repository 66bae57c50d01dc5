"""Data cuts of an invented force, for tests. Whoever makes one says where: `settings.CUTS`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from tests import factories
from tests.factories_cases import County

from answerable.cuts.manifest import Manifest
from answerable.records.file import CaseFile
from answerable.records.kinds import to_stored
from answerable_site.casework.models import Case, CaseEvent, CaseShare
from answerable_site.figures import operations, tasks
from answerable_site.figures.models import DataCut, Erasure, QueuedCut
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, Role, Viewer

AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
AS_OF = date(2026, 5, 31)
EMPTY_AS_OF = date(2026, 3, 31)
LAST_DAY = date(2029, 3, 31)
REPLANNED = date(2027, 6, 30)
WHY = "Nobody needs the figures of this year any more."


def person(force: Organisation, role: Role) -> User:
    """Who holds a role with cuts in a force, made when first asked for."""
    name = f"{force.name} {role.label}"
    known = User.objects.filter(full_name=name).first()
    return known or factories.person(name, (force, role))


def viewer(force: Organisation, role: Role = Role.ANALYST) -> Viewer:
    """The same as a viewer on the day of `AT`."""
    return factories.viewer(person(force, role), on=AT.date())


def asked(force: Organisation, *, as_of: date = AS_OF, at: datetime = AT) -> QueuedCut:
    """A cut that the analyst of a force asked for."""
    return operations.ask_cut(by=viewer(force), at=at, force=force, as_of=as_of, last_day=LAST_DAY)


def run(queued: QueuedCut, *, at: datetime = AT) -> QueuedCut:
    """What becomes of it in the background."""
    tasks.make_waiting(queued.pk, now=lambda: at)
    queued.refresh_from_db()
    return queued


def made(force: Organisation, *, as_of: date = AS_OF, at: datetime = AT) -> DataCut:
    """A cut that was made."""
    queued = run(asked(force, as_of=as_of, at=at), at=at)
    assert queued.cut is not None, queued.refusal
    return queued.cut


def without_files(*, by: Viewer, at: datetime, force: Organisation) -> DataCut:
    """A cut of no cases, as it is kept: what never opens one needs no more."""
    queued = operations.ask_cut(by=by, at=at, force=force, as_of=EMPTY_AS_OF, last_day=LAST_DAY)
    begun = operations.begin_cut(by=PRODUCT, at=at, queued_id=queued.pk, step="Reading cases")
    manifest = Manifest(
        schema=1,
        as_of=begun.as_of,
        recorded_to=None,
        is_synthetic=False,
        cases=0,
        events=0,
        written_with="nothing",
    ).sealed()
    written = operations.Written(manifest, None, None, "")
    return operations.make_cut(by=by, at=at, queued=begun, written=written)


def to_be_erased(cut: DataCut, *, at: datetime = AT) -> Erasure:
    """The analyst asked that a cut be erased."""
    return operations.ask_erasure(by=viewer(cut.force), at=at, cut=cut, why=WHY)


def replanned(cut: DataCut, last_day: date = REPLANNED, *, why: str = WHY) -> None:
    """The analyst planned anew until when a cut is needed."""
    operations.replan_cut(by=viewer(cut.force), at=AT, cut=cut, last_day=last_day, why=why)


def set_aside(cut: DataCut, *, at: datetime = AT) -> Erasure:
    """And the figure checker confirmed it."""
    return operations.confirm_erasure(
        by=viewer(cut.force, Role.FIGURE_CHECKER), at=at, erasure=to_be_erased(cut, at=at)
    )


def kept(
    county: County, cases: Iterable[tuple[CaseFile, Mapping[str, int]]], *, decoys: bool = False
) -> dict[int, int]:
    """Cases as files, kept as cases of the force; those with an Area are shared with that of the
    county. Which number the site gave to each.

    Args:
        decoys: whether they are decoys.
    """
    by = county.people[Role.INVESTIGATOR]
    numbers = {}
    for file, organisations in cases:
        case = Case.objects.create(
            force=county.force,
            reported_on=file.reported_on,
            added_at=AT,
            added_by=by,
            is_decoy=decoys,
        )
        numbers[file.case] = case.pk
        CaseEvent.objects.bulk_create(
            CaseEvent(
                case=case,
                number=one.number,
                kind=one.event.kind(),
                happened_on=one.event.on,
                facts=to_stored(one.event),
                side=one.side,
                organisation=county.force,
                recorded_at=one.recorded_at,
                recorded_by=by,
                why_in_breach=one.why_in_breach,
                replaces=one.replaces,
            )
            for one in file.recorded
        )
        if "cps_area" in organisations:
            CaseShare.objects.create(
                case=case, organisation=county.area, shared_by=by, shared_at=AT
            )
    return numbers
