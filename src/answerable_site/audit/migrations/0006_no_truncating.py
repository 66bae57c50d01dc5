"""On PostgreSQL, a table could be emptied past the triggers that look at each row.

SQLite has no TRUNCATE: it empties a table by DELETE, which is refused already.
"""

from django.db import migrations

TABLES = ("audit_auditentry", "audit_auditedrecord")
ADD = (
    """
    CREATE FUNCTION audit_no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'audit entries are never deleted'; END $$
    """,
    *(
        f"""
        CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_no_truncate()
        """
        for table in TABLES
    ),
)
REMOVE = (
    *(f"DROP TRIGGER audit_no_truncate ON {table}" for table in TABLES),
    "DROP FUNCTION audit_no_truncate()",
)


def add_triggers(_apps, schema_editor):
    _run(schema_editor, ADD)


def remove_triggers(_apps, schema_editor):
    _run(schema_editor, REMOVE)


def _run(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_roles_of_any_length")]

    operations = [migrations.RunPython(add_triggers, remove_triggers)]
