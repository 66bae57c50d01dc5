"""An index of the words of inspections; that of recommendations takes words as SQLite takes them.

A later migration that makes SQLite rebuild register_inspection must run `remove` before and
`install` after: a rebuilt table has lost its triggers, and tests of the search fail.
"""

from django.db import migrations

from answerable_site.fulltext import schema

TABLE = "register_inspection_search"
COLUMNS = "title, series, phase, inspectorates, key_findings"
SQLITE_WORDS = """
    SELECT i.id, i.title || ' ' || i.series || ' ' || i.phase || ' '
        || coalesce((SELECT group_concat(value, ' ') FROM json_each(i.inspectorates)), '') || ' '
        || coalesce((SELECT group_concat(value, ' ') FROM json_each(i.key_findings)), '')
    FROM register_inspection i
"""
POSTGRESQL_WORDS = """concat_ws(' ', i.title, i.series, i.phase,
    (SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(i.inspectorates) AS one),
    (SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(i.key_findings) AS one))"""
POSTGRESQL = f"""
CREATE FUNCTION {TABLE}_refresh(which bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO {TABLE} (id, words)
    SELECT i.id, {schema.postgresql_english(POSTGRESQL_WORDS)}
    FROM register_inspection i WHERE i.id = ANY (which)
    ON CONFLICT (id) DO UPDATE SET words = excluded.words
$$;
CREATE FUNCTION {TABLE}_of_inspection() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM {TABLE}_refresh(ARRAY[NEW.id]); RETURN NULL; END
$$;
CREATE TRIGGER {TABLE}_of_inspection
    AFTER INSERT OR UPDATE OF {COLUMNS} ON register_inspection
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_of_inspection();
SELECT {TABLE}_refresh(ARRAY(SELECT id FROM register_inspection));
"""
POSTGRESQL_REMOVAL = f"""
DROP TRIGGER {TABLE}_of_inspection ON register_inspection;
DROP FUNCTION {TABLE}_of_inspection;
DROP FUNCTION {TABLE}_refresh;
DROP TABLE {TABLE};
"""
SQLITE = (
    schema.sqlite_english(TABLE),
    f"INSERT INTO {TABLE} (rowid, words) {SQLITE_WORDS}",
    f"CREATE TRIGGER {TABLE}_new AFTER INSERT ON register_inspection BEGIN"
    f" INSERT INTO {TABLE} (rowid, words) {SQLITE_WORDS} WHERE i.id = NEW.id; END",
    f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE OF {COLUMNS} ON register_inspection BEGIN"
    f" DELETE FROM {TABLE} WHERE rowid = OLD.id;"
    f" INSERT INTO {TABLE} (rowid, words) {SQLITE_WORDS} WHERE i.id = NEW.id; END",
    f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON register_inspection BEGIN"
    f" DELETE FROM {TABLE} WHERE rowid = OLD.id; END",
)
SQLITE_REMOVAL = (
    f"DROP TRIGGER {TABLE}_gone",
    f"DROP TRIGGER {TABLE}_changed",
    f"DROP TRIGGER {TABLE}_new",
    f"DROP TABLE {TABLE}",
)
RECOMMENDATION_WORDS = """concat_ws(' ', i.title, r.number, r.text,
    (SELECT string_agg(l.text, ' ') FROM register_limb l WHERE l.recommendation_id = r.id))"""
RECOMMENDATIONS = f"""
CREATE OR REPLACE FUNCTION register_search_refresh(which bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO register_search (recommendation_id, words)
    SELECT r.id, {schema.postgresql_english(RECOMMENDATION_WORDS)}
    FROM register_recommendation r JOIN register_inspection i ON i.id = r.inspection_id
    WHERE r.id = ANY (which)
    ON CONFLICT (recommendation_id) DO UPDATE SET words = excluded.words
$$;
SELECT register_search_refresh(ARRAY(SELECT id FROM register_recommendation));
"""


def install(_apps, schema_editor):
    """Make the index, fill it, and keep it true from now on."""
    if schema_editor.connection.vendor == "postgresql":
        made = schema.postgresql_table(TABLE, "id", of="register_inspection")
        schema_editor.execute(made + POSTGRESQL + RECOMMENDATIONS, params=None)
        return
    for statement in SQLITE:
        schema_editor.execute(statement, params=None)


def remove(_apps, schema_editor):
    """Take the index away; what is known of recommendations stays as it is."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_REMOVAL, params=None)
        return
    for statement in SQLITE_REMOVAL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0003_movements_and_priorities")]
    operations = [migrations.RunPython(install, remove)]
