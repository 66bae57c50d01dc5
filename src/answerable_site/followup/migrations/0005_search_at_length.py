"""The indexes of commitments and of actions take what is said at length, and words as SQLite does.

A later migration that makes SQLite rebuild followup_commitment or followup_action must run `remove`
of 0003 before, and `install` of 0003 and of this one after: a rebuilt table has lost its triggers,
and tests of the search fail.
"""

from django.db import migrations

from answerable_site.fulltext import schema

INDEXED = (("followup_commitment", "summary", "promise"), ("followup_action", "title", "words"))


def _sqlite(table, title, words):
    index, said = f"{table}_search", f"{title} || ' ' || reference || ' ' || {words}"
    new = f"NEW.{title} || ' ' || NEW.reference || ' ' || NEW.{words}"
    put = f"INSERT INTO {index} (rowid, words) VALUES (NEW.id, {new});"
    return (
        f"DROP TRIGGER {index}_changed",
        f"DROP TRIGGER {index}_new",
        f"CREATE TRIGGER {index}_new AFTER INSERT ON {table} BEGIN {put} END",
        f"CREATE TRIGGER {index}_changed AFTER UPDATE OF {title}, reference, {words} ON {table}"
        f" BEGIN DELETE FROM {index} WHERE rowid = OLD.id; {put} END",
        f"DELETE FROM {index}",
        f"INSERT INTO {index} (rowid, words) SELECT id, {said} FROM {table}",
    )


def _postgresql(table, title, words):
    index = f"{table}_search"
    old = schema.postgresql_english(f"concat_ws(' ', {title}, reference, {words})")
    new = schema.postgresql_english(f"concat_ws(' ', NEW.{title}, NEW.reference, NEW.{words})")
    return f"""
DROP TRIGGER {index}_refresh ON {table};
CREATE OR REPLACE FUNCTION {index}_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO {index} (id, words) VALUES (NEW.id, {new})
            ON CONFLICT (id) DO UPDATE SET words = excluded.words;
        RETURN NULL;
    END
$$;
CREATE TRIGGER {index}_refresh AFTER INSERT OR UPDATE OF {title}, reference, {words} ON {table}
    FOR EACH ROW EXECUTE FUNCTION {index}_refresh();
INSERT INTO {index} (id, words) SELECT id, {old} FROM {table}
    ON CONFLICT (id) DO UPDATE SET words = excluded.words;
"""


def install(_apps, schema_editor):
    """Take more into the indexes, and keep it true from now on."""
    for table, title, words in INDEXED:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(_postgresql(table, title, words), params=None)
            continue
        for statement in _sqlite(table, title, words):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("followup", "0004_evidence_measure")]
    # Going back leaves more in the indexes than is asked for there.
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
