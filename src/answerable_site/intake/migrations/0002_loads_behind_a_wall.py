"""What was loaded stands behind the wall of cases, and the database lets events of cases go for one
reason alone: the load that brought them is undone."""

from django.db import migrations

OWN = "casework_is_product() OR organisation_id = ANY (ARRAY(SELECT casework_organisations()))"
# Of the cases, only those are found here that their own wall lets through. What a load that is undone
# made is reached by the product when its case is gone already.
CASE_IS_OPEN = (
    "casework_is_product() OR EXISTS (SELECT 1 FROM casework_case one WHERE one.id = case_id)"
)
WALLS = {
    "batch": OWN,
    "queuedload": OWN,
    "setasiderow": OWN,
    "loadedcase": CASE_IS_OPEN,
    "loadedreference": CASE_IS_OPEN,
    "loadedevent": CASE_IS_OPEN,
}
UNDONE = """EXISTS (
    SELECT 1 FROM intake_loadedevent loaded JOIN intake_batch batch ON batch.id = loaded.batch_id
    WHERE loaded.event_id = OLD.id AND batch.undone_at IS NOT NULL
)"""
SQLITE = (
    "DROP TRIGGER casework_event_no_delete",
    f"""
    CREATE TRIGGER casework_event_no_delete BEFORE DELETE ON casework_caseevent
    WHEN NOT {UNDONE}
    BEGIN SELECT RAISE(ABORT, 'events of cases are never deleted'); END
    """,
)
SQLITE_BEFORE = (
    "DROP TRIGGER casework_event_no_delete",
    """
    CREATE TRIGGER casework_event_no_delete BEFORE DELETE ON casework_caseevent
    BEGIN SELECT RAISE(ABORT, 'events of cases are never deleted'); END
    """,
)
POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION casework_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF {UNDONE} THEN RETURN OLD; END IF;
        END IF;
        RAISE EXCEPTION 'events of cases are never changed or deleted';
    END $$
    """,
    *(
        statement
        for table, rows in WALLS.items()
        for statement in (
            f"ALTER TABLE intake_{table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY intake_wall ON intake_{table} USING ({rows})",
        )
    ),
)
POSTGRESQL_BEFORE = (
    *(
        statement
        for table in reversed(WALLS)
        for statement in (
            f"DROP POLICY intake_wall ON intake_{table}",
            f"ALTER TABLE intake_{table} DISABLE ROW LEVEL SECURITY",
        )
    ),
    """
    CREATE OR REPLACE FUNCTION casework_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'events of cases are never changed or deleted'; END $$
    """,
)
BUILD = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
REMOVE = {"sqlite": SQLITE_BEFORE, "postgresql": POSTGRESQL_BEFORE}


def build(_apps, schema_editor):
    for statement in BUILD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove(_apps, schema_editor):
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial"), ("casework", "0008_owed_by")]

    operations = [migrations.RunPython(build, remove)]
