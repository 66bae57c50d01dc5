"""What was asked, answered and decided at a meeting, its minutes, and what went to the press."""

from django.db import models
from django.db.models import F, Q

from answerable_site.followup.models import Action
from answerable_site.people.models import Organisation, User
from answerable_site.publication.models import PublicEdition
from answerable_site.scrutiny import rules
from answerable_site.scrutiny.models.agendas import AgendaItem
from answerable_site.scrutiny.models.meetings import Meeting, Noted


class Question(Noted):
    """Something that was asked at a meeting, or before it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="questions")
    item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="questions"
    )
    words = models.TextField()
    asked_by = models.CharField(max_length=200)
    """Who asked, as the minutes call them."""
    put_to = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    answer_due_on = models.DateField(null=True)
    """The day by which an answer in writing was promised; null where none was."""
    is_public = models.BooleanField(default=True)


class Answer(Noted):
    """What somebody answered; several may follow one another."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    on = models.DateField()
    answered_by = models.CharField(max_length=200)
    words = models.TextField()
    in_writing = models.BooleanField(default=False)


class Decision(Noted):
    """What a meeting decided; an action and a new date stand in follow-up, too."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="decisions"
    )
    kind = models.CharField(max_length=20, choices=[(k, k.label) for k in rules.DecisionKind])
    words = models.TextField()
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    """The action that follow-up was given."""
    due_on = models.DateField(null=True)
    """Of the action, or the new date of the commitment."""
    is_public = models.BooleanField(default=True)

    class Meta(Noted.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=rules.DecisionKind.DECISION, action__isnull=True)
                | Q(kind=rules.DecisionKind.ACTION, action__isnull=False, item__isnull=False)
                | Q(kind=rules.DecisionKind.NEW_DATE, due_on__isnull=False, item__isnull=False),
                name="scrutiny_a_decision_is_whole",
            ),
        )


class Minutes(Noted):
    """A version of the minutes: written by one person, agreed by another."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    """What the public may read where the meeting is public."""
    private_words = models.TextField(blank=True)
    """What is not public."""
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "version"), name="scrutiny_minutes_are_counted"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True, agreed_at__isnull=True)
                | Q(agreed_by__isnull=False, agreed_at__isnull=False) & ~Q(agreed_by=F("by")),
                name="scrutiny_minutes_agreed_by_somebody_else",
            ),
        )


class HandedOver(Noted):
    """That the public part of a meeting was handed to the press."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="handed_over")
    edition = models.OneToOneField(PublicEdition, on_delete=models.PROTECT, related_name="+")
