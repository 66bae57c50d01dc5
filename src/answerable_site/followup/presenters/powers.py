"""What the viewer may do with a commitment or an action, asked of `access` once for a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.followup import access, rules
from answerable_site.people.rules import Viewer

if TYPE_CHECKING:
    from answerable_site.followup.models import Action, Commitment, Escalation


@dataclass(frozen=True, slots=True)
class Powers:
    """What the viewer may do, but for what the state of a thing allows."""

    viewer: Viewer
    decides: bool = False
    manages: bool = False
    agrees: bool = False
    """Manages what updates are agreed for; of an action, its first commitment."""
    works: bool = False
    judges: bool = False
    owners: frozenset[int] = frozenset()
    """Everybody who owns the work, or owned it before."""
    is_open: bool = True
    """The commitment is not closed; of an action, one that it serves is not."""

    @property
    def works_on(self) -> bool:
        """Works on it, and it is not closed."""
        return self.works and self.is_open

    @property
    def plans(self) -> bool:
        """Manages it, and it is not closed."""
        return self.manages and self.is_open

    @property
    def tests(self) -> bool:
        """Judges for the body, and is independent of the work."""
        return self.judges and self.can_test(None)

    def can_test(self, provider: int | None) -> bool:
        """Whether the viewer may test what somebody added."""
        if not self.judges or self.viewer.user_id is None:
            return False
        return not rules.Independence(self.viewer.user_id, self.owners, provider).problem

    def can_agree(self, told_by: int) -> bool:
        """Whether the viewer may agree with an update that somebody wrote."""
        return self.agrees and self.viewer.user_id != told_by

    def can_approve(self, proposed_by: int) -> bool:
        """Whether the viewer may approve a wording that somebody proposed."""
        return self.judges and self.viewer.user_id != proposed_by

    def can_acknowledge(self, escalation: Escalation) -> bool:
        """Whether the viewer may say what is done about an escalation."""
        return self.works or escalation.told_id == self.viewer.user_id


def powers_over(commitment: Commitment, *, viewer: Viewer, owners: frozenset[int]) -> Powers:
    """What the viewer may do with a commitment.

    Args:
        owners: everybody who owns it or one of its actions, or owned it before.
    """
    manages = access.can_manage(viewer, commitment)
    return Powers(
        viewer=viewer,
        decides=access.can_decide(viewer, commitment),
        manages=manages,
        agrees=manages,
        works=access.can_work_on(viewer, commitment),
        judges=access.can_judge(viewer, commitment),
        owners=owners,
        is_open=commitment.closed_on is None,
    )


def powers_over_action(action: Action, *, viewer: Viewer) -> Powers:
    """What the viewer may do with an action, read with its commitments."""
    served = action.commitments.all()
    return Powers(
        viewer=viewer,
        manages=access.can_manage_action(viewer, action),
        agrees=bool(served) and access.can_manage(viewer, served[0]),
        works=access.can_work_on(viewer, action),
        is_open=any(one.closed_on is None for one in served),
    )
