"""Recommendations with their sub-points and addressees, and what people said about them."""

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import Organisation, User
from answerable_site.register import rules
from answerable_site.register.models.documents import Candidate
from answerable_site.register.models.inspections import Inspection


class Standing(models.Manager["Recommendation"]):
    """Recommendations that stand: those withdrawn live on in the history alone."""

    def get_queryset(self) -> models.QuerySet["Recommendation"]:
        return super().get_queryset().filter(withdrawn_at__isnull=True)


class Recommendation(models.Model):
    """What an inspectorate asks for, verbatim, as a person accepted or entered it."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.CASCADE, related_name="recommendations"
    )
    position = models.PositiveIntegerField()
    published_on = models.DateField()
    """That of its inspection, kept here so that one index holds the order of the list."""
    kind = models.CharField(max_length=40, choices=[(k, k) for k in rules.RecommendationKind])
    number = models.CharField(max_length=40, blank=True)
    """As printed; a label, never a position. Empty where none is printed."""
    text = models.TextField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    """The cause of concern that it stands under."""
    page = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    """The passage in the document, exactly; empty if entered by hand."""
    deadline = models.CharField(max_length=40, blank=True)
    """In the form of `extraction.Item.deadline`; empty for none."""
    deadline_worded = models.CharField(max_length=300, blank=True)
    deadline_from_on = models.DateField(null=True)
    """The day that a relative deadline counts from, where it is not the publication."""
    due_on = models.DateField(null=True, db_index=True)
    """`statute.resolve` of the above; null where it cannot be resolved."""
    expected_on = models.DateField(null=True)
    """The date that the office works to: its latest working deadline, else `due_on`."""
    entry_reason = models.TextField(blank=True)
    """Why a person entered it by hand; empty if it comes from a candidate."""
    withdrawn_at = models.DateTimeField(null=True)
    """Set when the decision that made it was taken back."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = Standing()
    with_withdrawn = models.Manager["Recommendation"]()

    class Meta:
        ordering = ("inspection_id", "position")
        # The two orders of the list, with what its filters ask: a page is read off the index.
        indexes = (
            models.Index(
                F("published_on").desc(),
                "inspection",
                "position",
                "kind",
                "expected_on",
                "withdrawn_at",
                condition=Q(withdrawn_at__isnull=True),
                name="register_newest_first",
            ),
            models.Index(
                "expected_on",
                "inspection",
                "position",
                "kind",
                "withdrawn_at",
                condition=Q(withdrawn_at__isnull=True),
                name="register_soonest_first",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("inspection", "position"),
                condition=Q(withdrawn_at__isnull=True),
                name="register_recommendations_have_an_order",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(page__isnull=False, start__isnull=False, end__isnull=False),
                name="register_a_place_is_whole",
            ),
        )


class Decision(models.Model):
    """A person's verdict on a candidate; several rows over time, the latest counts."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=20, choices=[(v, v) for v in rules.Verdict])
    recommendations = models.ManyToManyField(Recommendation, related_name="decisions")
    """What came of it; none if rejected or reopened."""
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("decided_at", "pk")


class Limb(models.Model):
    """A sub-point of a recommendation, with addressees and a deadline where it names its own."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="limbs"
    )
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    deadline = models.CharField(max_length=40, blank=True)
    deadline_worded = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position",)


class Addressee(models.Model):
    """Who is asked: of the whole recommendation, or of one limb."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="addressees"
    )
    limb = models.ForeignKey(Limb, null=True, on_delete=models.CASCADE, related_name="addressees")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=40)
    """A kind of `answerable.extraction.addressees.KINDS`."""
    condition = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index("kind", "recommendation", name="register_asked_by_kind"),)


class AddresseeStatement(models.Model):
    """What one addressee is known to have said or done; appended, the latest counts."""

    addressee = models.ForeignKey(Addressee, on_delete=models.CASCADE, related_name="statements")
    status = models.CharField(max_length=20, choices=[(s, s) for s in rules.AddresseeStatus])
    known_on = models.DateField()
    note = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("known_on", "pk")


class WorkingDeadline(models.Model):
    """A date that the office sets for itself where the text names none, with its reason."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="working_deadlines"
    )
    on = models.DateField()
    reason = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("set_at", "pk")


class RecommendationLink(models.Model):
    """A relation to an earlier recommendation that a person recorded."""

    from_recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="links_from"
    )
    to_recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="links_to"
    )
    kind = models.CharField(max_length=30, choices=[(k, k) for k in rules.RecommendationLinkKind])
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("from_recommendation", "to_recommendation", "kind"),
                name="register_a_recommendation_link_once",
            ),
            models.CheckConstraint(
                condition=~Q(from_recommendation=models.F("to_recommendation")),
                name="register_no_recommendation_links_to_itself",
            ),
        )


class Theme(models.Model):
    """A subject that an office groups recommendations by."""

    held_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=100)
    recommendations = models.ManyToManyField(Recommendation, related_name="themes")

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("held_by", "name"), name="register_a_theme_once"),
        )
