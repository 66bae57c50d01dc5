"""On PostgreSQL, the database itself keeps cases from whoever is not of an organisation of theirs.

A second wall, written apart from `queries`: it knows the viewer only by the setting
`answerable.viewer` of the connection (a person's number, "product", or nothing). The owner of the
tables is not bound by it, so that migrations run; the site connects as another role.
"""

from django.db import migrations

READS = "'investigator', 'supervisor', 'gatekeeper', 'prosecutor', 'cps_manager'"
ROLES = f"ARRAY[{READS}, 'support_worker', 'file_reviewer', 'access_auditor']"
BUILD = (
    """
    CREATE FUNCTION casework_is_product() RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT COALESCE(current_setting('answerable.viewer', true), '') = 'product'
    $$
    """,
    f"""
    CREATE FUNCTION casework_organisations() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        SELECT post.organisation_id
        FROM people_assignment post JOIN people_user person ON person.id = post.user_id
        WHERE person.id::text = current_setting('answerable.viewer', true)
          AND person.is_active
          AND post.role = ANY ({ROLES})
          AND post.from_on <= (now() AT TIME ZONE 'Europe/London')::date
          AND COALESCE(post.to_on, 'infinity') >= (now() AT TIME ZONE 'Europe/London')::date
          AND (post.ended_at IS NULL OR post.ended_at > now())
    $$
    """,
    """
    CREATE FUNCTION casework_within_reach(the_case bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        SELECT casework_is_product() OR EXISTS (
            SELECT 1 FROM casework_case one
            WHERE one.id = the_case AND one.force_id IN (SELECT casework_organisations())
        ) OR EXISTS (
            SELECT 1 FROM casework_caseshare share
            WHERE share.case_id = the_case AND share.ended_at IS NULL
              AND share.organisation_id IN (SELECT casework_organisations())
        )
    $$
    """,
    "ALTER TABLE casework_case ENABLE ROW LEVEL SECURITY",
    """
    CREATE POLICY casework_wall ON casework_case
    USING (casework_within_reach(id))
    WITH CHECK (casework_is_product() OR force_id IN (SELECT casework_organisations()))
    """,
    *(
        statement
        for table in ("casereference", "caseshare", "caseassignment", "caseopening")
        for statement in (
            f"ALTER TABLE casework_{table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY casework_wall ON casework_{table} USING (casework_within_reach(case_id))",
        )
    ),
)
REMOVE = (
    *(
        statement
        for table in ("caseopening", "caseassignment", "caseshare", "casereference", "case")
        for statement in (
            f"DROP POLICY casework_wall ON casework_{table}",
            f"ALTER TABLE casework_{table} DISABLE ROW LEVEL SECURITY",
        )
    ),
    "DROP FUNCTION casework_within_reach(bigint)",
    "DROP FUNCTION casework_organisations()",
    "DROP FUNCTION casework_is_product()",
)


def build(_apps, schema_editor):
    _run(schema_editor, BUILD)


def remove(_apps, schema_editor):
    _run(schema_editor, REMOVE)


def _run(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial"), ("people", "0005_ended_at_once")]

    operations = [migrations.RunPython(build, remove)]
