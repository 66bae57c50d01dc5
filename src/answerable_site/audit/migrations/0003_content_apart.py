"""What may have to be erased stands apart from what is chained; old entries are chained anew.

The old chain is verified first. Its last hash goes into an entry of its own behind the old ones,
so that it can be shown later that nothing else was changed: every old hash can be computed again
from what the entries hold.
"""

import hashlib
import json
import secrets
from datetime import UTC

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

from answerable_site.audit import rules

GENESIS = "0" * 64
RECHAIN = "audit.rechain"
OLD_FIELDS = ("sequence", "actor_id", "actor_name", "acting_as", "act", "subject", "details")
BATCH = 500


class RecordWasChanged(Exception):
    """The old chain is broken, so it is not chained anew."""


def verify_old_chain(apps, _schema_editor):
    previous, count = GENESIS, 0
    rows = apps.get_model("audit", "AuditEntry").objects.order_by("sequence")
    for count, row in enumerate(rows.iterator(chunk_size=2000), start=1):
        is_next = (row.sequence, row.previous_hash) == (count, previous)
        if not is_next or old_hash(row, previous) != row.hash:
            raise RecordWasChanged(
                f"The record of acts was changed at entry {count}, so it is not brought to the "
                "new form, which would hide that. Nothing was changed. Restore the database "
                "from a backup in which “answerable audit verify” finds no fault."
            )
        previous = row.hash
    head = apps.get_model("audit", "ChainHead").objects.first()
    if (head.sequence, head.hash) != (count, previous) if head else count:
        raise RecordWasChanged(
            f"The record of acts ends at entry {count}, and its head says otherwise. Nothing was "
            "changed. Restore the database from a backup whose record is whole."
        )


def old_hash(row, previous):
    entry = {name: getattr(row, name) for name in OLD_FIELDS}
    entry["at"] = in_utc(row)
    encoded = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(bytes.fromhex(previous) + encoded.encode()).hexdigest()


def in_utc(row):
    return row.at.astimezone(UTC).isoformat(timespec="microseconds")


def chain_anew(apps, _schema_editor):
    head = apps.get_model("audit", "ChainHead").objects.first()
    if head is None or head.sequence == 0:
        return
    entries = apps.get_model("audit", "AuditEntry").objects
    chain = Chain()
    batch = []
    for row in entries.order_by("sequence").iterator(chunk_size=BATCH):
        batch.append(chain.add(row, row.details))
        if len(batch) == BATCH:
            update(entries, batch)
            batch = []
    update(entries, batch)
    last = entries.get(sequence=head.sequence)
    note = entries.model(
        sequence=head.sequence + 1,
        at=max(timezone.now(), last.at),
        actor_name="Answerable (automatic)",
        acting_as="",
        act=RECHAIN,
        subject="audit.chain",
        details={},
    )
    chain.add(note, {"old_entries": head.sequence, "old_hash": head.hash})
    note.save()
    head.sequence, head.hash = note.sequence, note.hash
    head.frontier = "".join(chain.frontier.peaks)
    head.save()


class Chain:
    """The new chain, as it grows."""

    def __init__(self):
        self.hash, self.frontier = rules.GENESIS, rules.Frontier()

    def add(self, row, details):
        row.salt = secrets.token_hex(rules.SALT_BYTES)
        row.content = rules.Content(details).canonical()
        row.content_hash = rules.content_hash(row.salt, row.content)
        leaf = rules.Leaf(
            sequence=row.sequence,
            at=in_utc(row),
            actor_id=row.actor_id,
            actor_name=row.actor_name,
            acting_as=row.acting_as,
            act=row.act,
            kind="",
            subject=row.subject,
            content_hash=row.content_hash,
        ).hash()
        row.previous_hash, row.hash = self.hash, rules.chained_hash(leaf, self.hash)
        self.hash = row.hash
        self.frontier.append(leaf)
        return row


def update(entries, batch):
    fields = ("salt", "content", "content_hash", "previous_hash", "hash")
    entries.bulk_update(batch, fields)


DROP_OLD_TRIGGERS = {
    "sqlite": ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"),
    "postgresql": ("DROP TRIGGER audit_no_change ON audit_auditentry",),
}


def drop_old_triggers(_apps, schema_editor):
    for statement in DROP_OLD_TRIGGERS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [
        migrations.RunPython(verify_old_chain),
        migrations.RunPython(drop_old_triggers),
        migrations.AddField("auditentry", "content", models.TextField(null=True)),
        migrations.AddField("auditentry", "salt", models.CharField(max_length=64, null=True)),
        migrations.AddField(
            "auditentry",
            "content_hash",
            models.CharField(max_length=64, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "auditentry",
            "kind",
            models.CharField(
                max_length=20,
                blank=True,
                choices=[(kind, kind) for kind in (
                    "collection",
                    "alteration",
                    "consultation",
                    "disclosure",
                    "combination",
                    "erasure",
                )],
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AddField("chainhead", "frontier", models.TextField(blank=True, default="")),
        migrations.RunPython(chain_anew),
        migrations.RemoveField("auditentry", "details"),
        migrations.CreateModel(
            name="AuditedRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record", models.CharField(db_index=True, max_length=200)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audited_records",
                        to="audit.auditentry",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "record"), name="audit_record_once_an_entry"
                    )
                ],
            },
        ),
    ]
