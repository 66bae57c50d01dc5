"""The database plans the question whose cases a person may reach once for each connection.

A function in SQL is planned anew each time that it is called, which every wall around cases does
for every statement; and that one read all people to find one. What it answers is the same. The
running work of one person is found without looking at that of their whole organisation.
"""

from django.db import migrations, models

ROLES = (
    "ARRAY['investigator', 'supervisor', 'gatekeeper', 'prosecutor', 'cps_manager', "
    "'support_worker', 'file_reviewer', 'access_auditor']"
)
POSTS = f"""
    SELECT post.organisation_id
    FROM people_assignment post JOIN people_user person ON person.id = post.user_id
    WHERE person.is_active
      AND post.role = ANY ({ROLES})
      AND post.from_on <= (now() AT TIME ZONE 'Europe/London')::date
      AND COALESCE(post.to_on, 'infinity') >= (now() AT TIME ZONE 'Europe/London')::date
      AND (post.ended_at IS NULL OR post.ended_at > now())
"""
BUILD = f"""
    CREATE OR REPLACE FUNCTION casework_organisations() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5 SET search_path FROM CURRENT AS $$
    DECLARE
        viewer text := COALESCE(current_setting('answerable.viewer', true), '');
    BEGIN
        IF viewer ~ '^[0-9]{{1,18}}$' THEN
            RETURN QUERY {POSTS} AND person.id = viewer::bigint;
        END IF;
    END $$
"""
REMOVE = f"""
    CREATE OR REPLACE FUNCTION casework_organisations() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path FROM CURRENT AS $$
        {POSTS} AND person.id::text = current_setting('answerable.viewer', true)
    $$
"""


def build(_apps, schema_editor):
    _run(schema_editor, BUILD)


def remove(_apps, schema_editor):
    _run(schema_editor, REMOVE)


def _run(schema_editor, statement):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("casework", "0008_owed_by")]

    operations = [
        migrations.RunPython(build, remove),
        migrations.AddIndex(
            model_name="caseassignment",
            index=models.Index(
                fields=["user", "organisation"],
                condition=models.Q(ended_at__isnull=True),
                name="casework_running_work",
            ),
        ),
    ]
