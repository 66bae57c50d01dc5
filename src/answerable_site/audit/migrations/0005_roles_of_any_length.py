"""Somebody may hold many roles: what they acted as has no longest length.

SQLite keeps texts of any length already, and remaking its table would lose the triggers.
"""

from django.db import migrations, models


def lengthen(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE audit_auditentry ALTER COLUMN acting_as TYPE text")


def shorten(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE audit_auditentry ALTER COLUMN acting_as TYPE varchar(400)")


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_only_erasing")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(lengthen, shorten)],
            state_operations=[
                migrations.AlterField("auditentry", "acting_as", models.TextField()),
            ],
        ),
    ]
