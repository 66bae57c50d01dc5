"""The append-only record of who did what, when. The database itself refuses changes to it."""

from django.db import models


class AuditEntry(models.Model):
    """One act. No foreign keys, on purpose: the record must not depend on what it records."""

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    acting_as = models.CharField(max_length=400)
    act = models.CharField(max_length=100)
    subject = models.CharField(max_length=200, db_index=True)
    details = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("sequence",)


class ChainHead(models.Model):
    """The one row whose lock makes writers to the chain take turns."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="audit_chainhead_is_one_row"),
        )
