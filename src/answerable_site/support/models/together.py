"""Joint meetings, and who does what as each explains it to the others."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable_site.followup.models import Action, Commitment
from answerable_site.people.models import Organisation, User
from answerable_site.support.models.surveys import Noted


class JointMeeting(Noted):
    """A meeting of police, prosecutors and support services around a policing body."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    on = models.DateField()
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    @property
    def subject(self) -> str:
        """As the record of acts names it."""
        return f"support.jointmeeting:{self.pk}"


class Presence(Noted):
    """From which organisation somebody came to a meeting."""

    meeting = models.ForeignKey(JointMeeting, on_delete=models.CASCADE, related_name="presences")
    organisation = models.CharField(max_length=200)
    office_title = models.CharField(max_length=200)
    """What whoever came does there; names are not needed."""


class MeetingPoint(Noted):
    """What was talked about or agreed; an action stands in follow-up, too."""

    meeting = models.ForeignKey(JointMeeting, on_delete=models.CASCADE, related_name="points")
    words = models.TextField()
    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    """The action that follow-up was given; null where nothing is to be done."""

    class Meta(Noted.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(action__isnull=True) | Q(commitment__isnull=False),
                name="support_an_action_serves_a_commitment",
            ),
        )


class RolePage(Noted):
    """The page on which an organisation around a body explains what it does."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("organisation__name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "organisation"), name="support_one_page_an_organisation"
            ),
        )

    @property
    def subject(self) -> str:
        """As the record of acts names it."""
        return f"support.rolepage:{self.pk}"


class RoleText(Noted):
    """What the page says; appended, the latest recorded counts."""

    page = models.ForeignKey(RolePage, on_delete=models.CASCADE, related_name="texts")
    does = models.TextField()
    does_not = models.TextField()
    when_to_ask = models.TextField()
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    """Who sees to it that it stays true."""
    review_on = models.DateField()
    """By when it is looked at again."""
