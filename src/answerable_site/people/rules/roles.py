"""What roles are, which of them two people must grant, and what a viewer is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable_site.people.rules.machines import Machine


class Role(StrEnum):
    """What a person does in an organisation. A person may hold several, in several."""

    RESPONSE_OFFICER = "response_officer"
    HOLDER = "holder"
    PUBLISHER = "publisher"
    APPROVER = "approver"
    CHIEF_OFFICERS_OFFICE = "chief_officers_office"
    FORCE_LIAISON = "force_liaison"
    ACTION_OWNER = "action_owner"
    INVESTIGATOR = "investigator"
    SUPERVISOR = "supervisor"
    GATEKEEPER = "gatekeeper"
    PROSECUTOR = "prosecutor"
    CPS_MANAGER = "cps_manager"
    SUPPORT_WORKER = "support_worker"
    ANALYST = "analyst"
    FIGURE_CHECKER = "figure_checker"
    FILE_REVIEWER = "file_reviewer"
    PANEL_MEMBER = "panel_member"
    TRAINING_COORDINATOR = "training_coordinator"
    FEEDBACK_CODER = "feedback_coder"
    ACCESS_AUDITOR = "access_auditor"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def what_it_allows(self) -> str:
        """One sentence for the person who grants the role."""
        return _ALLOWS[self]


_LABELS = {
    Role.RESPONSE_OFFICER: "Response officer",
    Role.HOLDER: "Holder or delegate",
    Role.PUBLISHER: "Publisher",
    Role.APPROVER: "Approver",
    Role.CHIEF_OFFICERS_OFFICE: "Chief officer’s office",
    Role.FORCE_LIAISON: "Force liaison officer",
    Role.ACTION_OWNER: "Action owner",
    Role.INVESTIGATOR: "Investigator",
    Role.SUPERVISOR: "Supervisor",
    Role.GATEKEEPER: "Gatekeeper",
    Role.PROSECUTOR: "Prosecutor",
    Role.CPS_MANAGER: "CPS manager",
    Role.SUPPORT_WORKER: "Support worker",
    Role.ANALYST: "Analyst",
    Role.FIGURE_CHECKER: "Figure checker",
    Role.FILE_REVIEWER: "Reviewer of case files",
    Role.PANEL_MEMBER: "Member of a scrutiny panel",
    Role.TRAINING_COORDINATOR: "Training coordinator",
    Role.FEEDBACK_CODER: "Coder of feedback",
    Role.ACCESS_AUDITOR: "Access auditor",
    Role.ADMINISTRATOR: "Administrator",
}
_ALLOWS = {
    Role.RESPONSE_OFFICER: (
        "Adds documents to the register, drafts responses and prepares them for signature."
    ),
    Role.HOLDER: "Signs the response of the local policing body.",
    Role.PUBLISHER: "Publishes what somebody else has signed or prepared, and withdraws it.",
    Role.APPROVER: "Approves a prepared response in a named step, before it can be signed.",
    Role.CHIEF_OFFICERS_OFFICE: "Sends the chief officer’s comments to the local policing body.",
    Role.FORCE_LIAISON: "Reads the register and the responses that concern the force.",
    Role.ACTION_OWNER: "Owns what is done about a recommendation. Reads no case.",
    Role.INVESTIGATOR: "Opens cases, and reads those that are assigned to them.",
    Role.SUPERVISOR: "Reads the force’s cases, and says who works on each.",
    Role.GATEKEEPER: "Reads the force’s cases, to decide what goes to the prosecutors.",
    Role.PROSECUTOR: "Reads cases that are assigned to them.",
    Role.CPS_MANAGER: (
        "Reads the cases that a force has shared with the CPS Area, and says who works on each."
    ),
    Role.SUPPORT_WORKER: "Reads cases that are assigned to them, where the case was shared.",
    Role.ANALYST: (
        "Reads released figures, and in a force makes data cuts and figures. Reads no case."
    ),
    Role.FIGURE_CHECKER: (
        "Reads released figures. In a force, checks and releases those that somebody else "
        "prepared, and confirms that a data cut is erased."
    ),
    Role.FILE_REVIEWER: "Reads the case files that were drawn for review and assigned to them.",
    Role.PANEL_MEMBER: (
        "Reads anonymised bundles of a scrutiny panel and scores them. Reads no case."
    ),
    Role.TRAINING_COORDINATOR: "Keeps courses and attendance. Reads no case.",
    Role.FEEDBACK_CODER: (
        "Reads what victims wrote in surveys, not knowing who, and sorts it by themes. Reads no "
        "case."
    ),
    Role.ACCESS_AUDITOR: "Reads who looked at which case, and asks why. Reads no case.",
    Role.ADMINISTRATOR: "Adds people and grants roles. Reads no response and no case.",
}


class OrganisationKind(StrEnum):
    """The kinds of organisation that meet here."""

    LOCAL_POLICING_BODY = "local_policing_body"
    POLICE_FORCE = "police_force"
    CPS_AREA = "cps_area"
    INSPECTORATE = "inspectorate"
    SUPPORT_SERVICE = "support_service"
    NATIONAL_BODY = "national_body"

    @property
    def label(self) -> str:
        return _KINDS[self]


_KINDS = {
    OrganisationKind.LOCAL_POLICING_BODY: "Local policing body",
    OrganisationKind.POLICE_FORCE: "Police force",
    OrganisationKind.CPS_AREA: "CPS Area",
    OrganisationKind.INSPECTORATE: "Inspectorate",
    OrganisationKind.SUPPORT_SERVICE: "Support service",
    OrganisationKind.NATIONAL_BODY: "National body",
}


class BodyType(StrEnum):
    """What a local policing body is in law; its holder's title is data beside it."""

    COMMISSIONER = "commissioner"
    COMMISSIONER_WITH_FIRE = "commissioner_with_fire"
    MAYOR = "mayor"
    MAYORS_OFFICE = "mayors_office"
    COMMON_COUNCIL = "common_council"

    @property
    def label(self) -> str:
        return _BODY_TYPES[self]

    @property
    def is_elected(self) -> bool:
        """Whether it is an elected local policing body, which the Specified Information Order
        binds. The Common Council is the police authority of the City of London and is not."""
        return self is not BodyType.COMMON_COUNCIL


_BODY_TYPES = {
    BodyType.COMMISSIONER: "Police and crime commissioner",
    BodyType.COMMISSIONER_WITH_FIRE: "Police, fire and crime commissioner",
    BodyType.MAYOR: "Mayor with policing functions",
    BodyType.MAYORS_OFFICE: "Mayor’s office for policing and crime",
    BodyType.COMMON_COUNCIL: "Common Council of the City of London",
}

ROLES_BY_KIND: dict[OrganisationKind, tuple[Role, ...]] = {
    OrganisationKind.LOCAL_POLICING_BODY: (
        Role.RESPONSE_OFFICER,
        Role.HOLDER,
        Role.PUBLISHER,
        Role.APPROVER,
        Role.ACTION_OWNER,
        Role.ANALYST,
        Role.FIGURE_CHECKER,
        Role.PANEL_MEMBER,
        Role.FEEDBACK_CODER,
        Role.ADMINISTRATOR,
    ),
    OrganisationKind.POLICE_FORCE: (
        Role.CHIEF_OFFICERS_OFFICE,
        Role.FORCE_LIAISON,
        Role.APPROVER,
        Role.ACTION_OWNER,
        Role.INVESTIGATOR,
        Role.SUPERVISOR,
        Role.GATEKEEPER,
        Role.ANALYST,
        Role.FIGURE_CHECKER,
        Role.FILE_REVIEWER,
        Role.TRAINING_COORDINATOR,
        Role.ACCESS_AUDITOR,
        Role.ADMINISTRATOR,
    ),
    OrganisationKind.CPS_AREA: (
        Role.PROSECUTOR,
        Role.CPS_MANAGER,
        Role.ACTION_OWNER,
        Role.FILE_REVIEWER,
        Role.TRAINING_COORDINATOR,
        Role.ACCESS_AUDITOR,
        Role.ADMINISTRATOR,
    ),
    OrganisationKind.INSPECTORATE: (
        Role.FILE_REVIEWER,
        Role.ACCESS_AUDITOR,
        Role.ADMINISTRATOR,
    ),
    OrganisationKind.SUPPORT_SERVICE: (
        Role.SUPPORT_WORKER,
        Role.ACTION_OWNER,
        Role.ACCESS_AUDITOR,
        Role.ADMINISTRATOR,
    ),
    OrganisationKind.NATIONAL_BODY: (
        Role.ACTION_OWNER,
        Role.ADMINISTRATOR,
    ),
}
NEEDS_TWO_PEOPLE = frozenset({Role.PUBLISHER, Role.FIGURE_CHECKER, Role.ADMINISTRATOR})
"""Roles that one administrator proposes and another confirms: each could undo a safeguard alone."""
TAKES_PART_IN_RESPONSES = frozenset(
    {
        Role.RESPONSE_OFFICER,
        Role.HOLDER,
        Role.PUBLISHER,
        Role.APPROVER,
        Role.CHIEF_OFFICERS_OFFICE,
        Role.FORCE_LIAISON,
    }
)
"""Roles that read the register and the responses of the body that their organisation belongs to."""


def in_force(
    *,
    from_on: date,
    to_on: date | None,
    was_ended: bool = False,
    confirmed: bool,
    role: Role,
    on: date,
) -> bool:
    """Whether an assignment counts on a day; both dates are inclusive.

    Args:
        was_ended: somebody ended it on its last day, on which it no longer counts.
    """
    if role in NEEDS_TWO_PEOPLE and not confirmed:
        return False
    if to_on is None:
        return from_on <= on
    return from_on <= on and (on < to_on or (on == to_on and not was_ended))


@dataclass(frozen=True, slots=True)
class Post:
    """A role that a viewer holds today, and the local policing body whose register goes with it."""

    role: Role
    organisation_id: int
    organisation_name: str
    policing_body_id: int | None
    organisation_kind: OrganisationKind | None = None
    """None where nobody said; no right follows from it then."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever looks or acts, with the posts held on the day. Queries and operations take one."""

    user_id: int | None
    name: str
    posts: tuple[Post, ...]
    machine: Machine | None = None
    """What it is beside, where it is the system of an organisation and no person."""

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    @property
    def acting_as(self) -> str:
        """The posts in words, as the audit record keeps them; of a machine, who set it up too."""
        posts = [f"{post.role.label}, {post.organisation_name}" for post in self.posts]
        return "; ".join([*posts, self.machine.told] if self.machine else posts)

    def holds(self, *roles: Role) -> bool:
        """Whether one of the roles is held in any organisation."""
        return any(post.role in roles for post in self.posts)

    def holds_in(self, organisation_id: int, *roles: Role) -> bool:
        """Whether one of the roles is held in this organisation."""
        return any(
            post.organisation_id == organisation_id and post.role in roles for post in self.posts
        )

    def organisations_where(self, *roles: Role) -> frozenset[int]:
        """Organisations in which one of the roles is held."""
        return frozenset(post.organisation_id for post in self.posts if post.role in roles)

    @property
    def policing_body_ids(self) -> frozenset[int]:
        """The bodies in whose register and responses the viewer takes part."""
        return frozenset(
            post.policing_body_id
            for post in self.posts
            if post.policing_body_id is not None and post.role in TAKES_PART_IN_RESPONSES
        )


ANONYMOUS = Viewer(user_id=None, name="", posts=())
PRODUCT = Viewer(user_id=None, name="Answerable (automatic)", posts=())
"""The product itself, for work that no person does, such as reading a document."""
