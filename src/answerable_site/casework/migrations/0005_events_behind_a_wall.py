"""The database refuses to change or delete what happened, and keeps it behind the wall of cases."""

from django.db import migrations

TABLES = ("caseevent", "casedue", "casebreach", "casefinding")
SQLITE = (
    """
    CREATE TRIGGER casework_event_no_update BEFORE UPDATE ON casework_caseevent
    BEGIN SELECT RAISE(ABORT, 'events of cases are never changed'); END
    """,
    """
    CREATE TRIGGER casework_event_no_delete BEFORE DELETE ON casework_caseevent
    BEGIN SELECT RAISE(ABORT, 'events of cases are never deleted'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION casework_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'events of cases are never changed or deleted'; END $$
    """,
    """
    CREATE TRIGGER casework_event_no_change BEFORE UPDATE OR DELETE ON casework_caseevent
    FOR EACH ROW EXECUTE FUNCTION casework_event_refuse()
    """,
    """
    CREATE TRIGGER casework_event_no_truncate BEFORE TRUNCATE ON casework_caseevent
    FOR EACH STATEMENT EXECUTE FUNCTION casework_event_refuse()
    """,
    *(
        statement
        for table in TABLES
        for statement in (
            f"ALTER TABLE casework_{table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY casework_wall ON casework_{table} USING (casework_within_reach(case_id))",
        )
    ),
)
REMOVE = {
    "sqlite": ("DROP TRIGGER casework_event_no_update", "DROP TRIGGER casework_event_no_delete"),
    "postgresql": (
        *(
            statement
            for table in reversed(TABLES)
            for statement in (
                f"DROP POLICY casework_wall ON casework_{table}",
                f"ALTER TABLE casework_{table} DISABLE ROW LEVEL SECURITY",
            )
        ),
        "DROP TRIGGER casework_event_no_truncate ON casework_caseevent",
        "DROP TRIGGER casework_event_no_change ON casework_caseevent",
        "DROP FUNCTION casework_event_refuse()",
    ),
}


def build(_apps, schema_editor):
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


def remove(_apps, schema_editor):
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_events")]

    operations = [migrations.RunPython(build, remove)]
