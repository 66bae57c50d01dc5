"""Indexes of the words of commitments and of actions.

A table beside each, which triggers keep true. A later migration that makes SQLite rebuild
followup_commitment or followup_action must run `remove` before and `install` after: a rebuilt table
has lost its triggers, and tests of the search fail.
"""

from django.db import migrations

INDEXED = (("followup_commitment", "summary"), ("followup_action", "title"))
# A reference such as "ABC-12/3" is three words, as the search takes it; PostgreSQL alone would
# take parts of it for a path.
POSTGRESQL_WORDS = """to_tsvector('english', regexp_replace(
    {row}{column} || ' ' || {row}reference, '[^[:alnum:]]+', ' ', 'g'
))"""
POSTGRESQL = """
CREATE TABLE {table}_search (
    id bigint PRIMARY KEY
        REFERENCES {table} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    words tsvector NOT NULL
);
CREATE INDEX {table}_search_words ON {table}_search USING gin (words);
CREATE FUNCTION {table}_search_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO {table}_search (id, words) VALUES (NEW.id, {new})
            ON CONFLICT (id) DO UPDATE SET words = excluded.words;
        RETURN NULL;
    END
$$;
CREATE TRIGGER {table}_search_refresh AFTER INSERT OR UPDATE OF {column}, reference ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_search_refresh();
INSERT INTO {table}_search (id, words) SELECT id, {old} FROM {table};
"""
POSTGRESQL_REMOVAL = """
DROP TRIGGER {table}_search_refresh ON {table};
DROP FUNCTION {table}_search_refresh;
DROP TABLE {table}_search;
"""
SQLITE = (
    "CREATE VIRTUAL TABLE {table}_search USING fts5("
    "words, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')",
    "INSERT INTO {table}_search (rowid, words)"
    " SELECT id, {column} || ' ' || reference FROM {table}",
    "CREATE TRIGGER {table}_search_new AFTER INSERT ON {table} BEGIN {put} END",
    "CREATE TRIGGER {table}_search_changed AFTER UPDATE OF {column}, reference ON {table}"
    " BEGIN {drop} {put} END",
    "CREATE TRIGGER {table}_search_gone AFTER DELETE ON {table} BEGIN {drop} END",
)
SQLITE_REMOVAL = (
    "DROP TRIGGER {table}_search_gone",
    "DROP TRIGGER {table}_search_changed",
    "DROP TRIGGER {table}_search_new",
    "DROP TABLE {table}_search",
)


def install(_apps, schema_editor):
    """Make the indexes, fill them, and keep them true from now on."""
    for table, column in INDEXED:
        if schema_editor.connection.vendor == "postgresql":
            old = POSTGRESQL_WORDS.format(row="", column=column)
            new = POSTGRESQL_WORDS.format(row="NEW.", column=column)
            schema_editor.execute(POSTGRESQL.format(table=table, column=column, old=old, new=new))
            continue
        put = (
            f"INSERT INTO {table}_search (rowid, words)"
            f" VALUES (NEW.id, NEW.{column} || ' ' || NEW.reference);"
        )
        drop = f"DELETE FROM {table}_search WHERE rowid = OLD.id;"
        for statement in SQLITE:
            schema_editor.execute(
                statement.format(table=table, column=column, put=put, drop=drop)
            )


def remove(_apps, schema_editor):
    """Take the indexes away."""
    for table, _ in INDEXED:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(POSTGRESQL_REMOVAL.format(table=table))
            continue
        for statement in SQLITE_REMOVAL:
            schema_editor.execute(statement.format(table=table))


class Migration(migrations.Migration):
    dependencies = [("followup", "0002_passed_on")]
    operations = [migrations.RunPython(install, remove)]
