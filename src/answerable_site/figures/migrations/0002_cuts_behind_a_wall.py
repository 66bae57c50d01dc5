"""On PostgreSQL, the database itself keeps what is known of cuts from whoever does not see those of
the force, and the keys of their numbers from everybody but the product. A cut that was made is never
changed or deleted, on both databases."""

from django.db import migrations

OWN = "casework_is_product() OR force_id = ANY (ARRAY(SELECT figures_forces()))"
WALLS = {
    "queuedcut": OWN,
    "datacut": OWN,
    "erasure": OWN,
    "cutkey": "casework_is_product()",
}
SQLITE = (
    """
    CREATE TRIGGER figures_cut_no_update BEFORE UPDATE ON figures_datacut
    BEGIN SELECT RAISE(ABORT, 'data cuts are never changed'); END
    """,
    """
    CREATE TRIGGER figures_cut_no_delete BEFORE DELETE ON figures_datacut
    BEGIN SELECT RAISE(ABORT, 'data cuts are never deleted'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION figures_forces() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5 SET search_path FROM CURRENT AS $$
    DECLARE
        viewer text := COALESCE(current_setting('answerable.viewer', true), '');
    BEGIN
        IF viewer ~ '^[0-9]{1,18}$' THEN
            RETURN QUERY
            SELECT post.organisation_id
            FROM people_assignment post JOIN people_user person ON person.id = post.user_id
            WHERE person.id = viewer::bigint AND person.is_active
              AND (post.role = 'analyst'
                   OR post.role = 'figure_checker' AND post.confirmed_at IS NOT NULL)
              AND post.from_on <= (now() AT TIME ZONE 'Europe/London')::date
              AND COALESCE(post.to_on, 'infinity') >= (now() AT TIME ZONE 'Europe/London')::date
              AND (post.ended_at IS NULL OR post.ended_at > now());
        END IF;
    END $$
    """,
    *(
        statement
        for table, rows in WALLS.items()
        for statement in (
            f"ALTER TABLE figures_{table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY figures_wall ON figures_{table} USING ({rows})",
        )
    ),
    """
    CREATE FUNCTION figures_cut_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'data cuts are never changed or deleted'; END $$
    """,
    """
    CREATE TRIGGER figures_cut_no_change BEFORE UPDATE OR DELETE ON figures_datacut
    FOR EACH ROW EXECUTE FUNCTION figures_cut_refuse()
    """,
)
SQLITE_BEFORE = ("DROP TRIGGER figures_cut_no_update", "DROP TRIGGER figures_cut_no_delete")
POSTGRESQL_BEFORE = (
    "DROP TRIGGER figures_cut_no_change ON figures_datacut",
    "DROP FUNCTION figures_cut_refuse()",
    *(
        statement
        for table in reversed(WALLS)
        for statement in (
            f"DROP POLICY figures_wall ON figures_{table}",
            f"ALTER TABLE figures_{table} DISABLE ROW LEVEL SECURITY",
        )
    ),
    "DROP FUNCTION figures_forces()",
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
    dependencies = [
        ("figures", "0001_initial"),
        ("casework", "0009_whose_cases_planned_once"),
    ]

    operations = [migrations.RunPython(build, remove)]
