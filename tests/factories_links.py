"""References of an invented county that were written wrongly, and links that put them right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tests import factories, factories_cases, factories_loads
from tests.factories_loads import AT, REPORTED, load
from tests.made_once import made_once

from answerable_site.casework.models import Case
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import keyed_hash
from answerable_site.intake import operations
from answerable_site.intake.models import Batch, Link, ProfileVersion
from answerable_site.people.rules import OrganisationKind, Role, Viewer

WHY = "The paper file has the other reference on its cover."
SLIP = {"ref": "X/010", "decided": "10/03/2024"}
"""What the prosecutors write of case X/001, with two figures swapped."""


@dataclass(frozen=True)
class Linking:
    """A county whose case X/001 is held, and prosecutors who write X/010 for it."""

    county: factories_cases.County
    crimes: ProfileVersion
    theirs: ProfileVersion
    batch: Batch
    """The load of the prosecutors whose row waits."""

    @property
    def case(self) -> Case:
        return case_named(self.county, "X001")

    @property
    def manager(self) -> Viewer:
        return self.county.viewer(Role.CPS_MANAGER)

    @property
    def supervisor(self) -> Viewer:
        return self.county.viewer(Role.SUPERVISOR)

    def case_batch(self) -> Batch:
        """The load that made the case."""
        return Batch.objects.get(cases__case=self.case)

    def found(
        self, batch: Batch | None = None, *, by: Viewer | None = None
    ) -> operations.Proposals:
        """Cases are looked for."""
        return proposed(by or self.manager, batch or self.batch)

    def proposed(self) -> Link:
        """The one link that is proposed."""
        self.found()
        return Link.objects.get()

    def accepted(self) -> Link:
        return operations.accept_link(by=self.manager, at=AT, link=self.proposed(), why=WHY)

    def confirmed(self) -> Link:
        return operations.confirm_link(by=self.supervisor, at=AT, link=self.accepted(), why=WHY)

    def offered(self, link: Link, *, at: datetime = AT) -> Batch:
        """The rows that wait for a link are offered again; the load that has them now."""
        operations.offer_linked(by=self.manager, at=at, link=link)
        return Batch.objects.latest("pk")

    def told(self, *rows: Mapping[str, str], **how: Any) -> Batch:
        """The prosecutors send a further file."""
        return load(self.county, self.theirs, rows, role=Role.CPS_MANAGER, **how)

    def linked(self, reference: str) -> Link:
        """The prosecutors write yet another reference of the case, and it is linked."""
        self.found(self.told({**SLIP, "ref": reference}))
        link = Link.objects.filter(state="proposed").latest("pk")
        operations.accept_link(by=self.manager, at=AT, link=link, why=WHY)
        return operations.confirm_link(by=self.supervisor, at=AT, link=link, why=WHY)

    def ended(
        self, link: Link, *, by: Viewer | None = None, at: datetime = AT
    ) -> operations.EndedLink:
        return operations.end_link(by=by or self.supervisor, at=at, link=link, why=WHY)


def proposed(by: Viewer, batch: Batch) -> operations.Proposals:
    """Somebody looks for cases that the rows of a load may mean."""
    sought = operations.Sought.of(by=by, batch=batch)
    return operations.propose_links(by=by, at=AT, sought=sought)


@made_once
def linking(
    rows: Sequence[Mapping[str, str]] = (SLIP,),
    held: Sequence[Mapping[str, str]] = (REPORTED,),
    *,
    county: factories_cases.County | None = None,
    **changes: Any,
) -> Linking:
    """Cases of a force are held, and the prosecutors send rows.

    Args:
        changes: of the profile of the prosecutors’ source.
    """
    county = county or factories_cases.county()
    crimes = factories_loads.source(county)
    load(county, crimes, held)
    theirs = factories_loads.source(
        county,
        factories_loads.later_source(**changes),
        organisation=county.area,
        urn_column="urn",
    )
    batch = load(county, theirs, rows, role=Role.CPS_MANAGER)
    return Linking(county, crimes, theirs, batch)


def of_another_area(slip: Linking) -> Linking:
    """Prosecutors of another Area, who tell of cases of the same force."""
    area = factories.organisation("CPS Thornmarsh", OrganisationKind.CPS_AREA, "")
    manager = factories.person("Thornmarsh CPS Manager", (area, Role.CPS_MANAGER))
    people = {**slip.county.people, Role.CPS_MANAGER: manager}
    county = replace(slip.county, area=area, people=people)
    theirs = factories_loads.source(
        county, factories_loads.later_source(), organisation=area, urn_column="urn"
    )
    return replace(slip, county=county, theirs=theirs)


def second_supervisor(county: factories_cases.County) -> Viewer:
    """Another supervisor of the force."""
    name = f"{county.force.name} Second Supervisor"
    return factories.viewer(factories.person(name, (county.force, Role.SUPERVISOR)), on=AT.date())


def case_named(county: factories_cases.County, reference: str) -> Case:
    """The case of the force with a crime reference, spelt plainly."""
    hashed = keyed_hash(ReferenceKind.CRIME, county.force.pk, reference)
    return Case.objects.get(references__keyed_hash=hashed)
