"""The words of what is public, and an index of them, Welsh apart.

A later migration that makes SQLite rebuild publication_publictext must run `remove` before and
`install` after: a rebuilt table has lost its triggers, and tests of the search fail.
"""

import answerable_site.publication.rules.finding
import django.db.models.deletion
from django.db import migrations, models

from answerable_site.fulltext import schema

OF = "publication_publictext"
TABLE = f"{OF}_search"
COLUMNS = "title, body_name, text, has_welsh"
NEW = "NEW.title || ' ' || NEW.body_name || ' ' || NEW.text"
NEW_WELSH = f"CASE WHEN NEW.has_welsh THEN {NEW} ELSE '' END"
POSTGRESQL = f"""
CREATE FUNCTION {TABLE}_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO {TABLE} (id, words, welsh) VALUES (
            NEW.id, {schema.postgresql_english(NEW)}, {schema.postgresql_welsh(NEW_WELSH)}
        ) ON CONFLICT (id) DO UPDATE SET words = excluded.words, welsh = excluded.welsh;
        RETURN NULL;
    END
$$;
CREATE TRIGGER {TABLE}_refresh AFTER INSERT OR UPDATE OF {COLUMNS} ON {OF}
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_refresh();
"""
POSTGRESQL_REMOVAL = f"""
DROP TRIGGER {TABLE}_refresh ON {OF};
DROP FUNCTION {TABLE}_refresh;
DROP TABLE {TABLE};
"""
PUT = (
    f"INSERT INTO {TABLE} (rowid, words) VALUES (NEW.id, {NEW});"
    f" INSERT INTO {TABLE}_welsh (rowid, words) VALUES (NEW.id, {NEW_WELSH});"
)
DROP = (
    f"DELETE FROM {TABLE} WHERE rowid = OLD.id; DELETE FROM {TABLE}_welsh WHERE rowid = OLD.id;"
)
SQLITE = (
    schema.sqlite_english(TABLE),
    schema.sqlite_welsh(TABLE),
    f"CREATE TRIGGER {TABLE}_new AFTER INSERT ON {OF} BEGIN {PUT} END",
    f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE OF {COLUMNS} ON {OF} BEGIN {DROP} {PUT} END",
    f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON {OF} BEGIN {DROP} END",
)
SQLITE_REMOVAL = (
    *(f"DROP TRIGGER {TABLE}_{name}" for name in ("gone", "changed", "new")),
    f"DROP TABLE {TABLE}_welsh",
    f"DROP TABLE {TABLE}",
)


def install(_apps, schema_editor):
    """Make the index; the table that it is of is empty."""
    if schema_editor.connection.vendor == "postgresql":
        made = schema.postgresql_table(TABLE, "id", of=OF, has_welsh=True)
        schema_editor.execute(made + POSTGRESQL, params=None)
        return
    for statement in SQLITE:
        schema_editor.execute(statement, params=None)


def remove(_apps, schema_editor):
    """Take the index away."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_REMOVAL, params=None)
        return
    for statement in SQLITE_REMOVAL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('publication', '0009_feedback'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(answerable_site.publication.rules.finding.Findable['INSPECTION'], answerable_site.publication.rules.finding.Findable['INSPECTION']), (answerable_site.publication.rules.finding.Findable['RECOMMENDATION'], answerable_site.publication.rules.finding.Findable['RECOMMENDATION']), (answerable_site.publication.rules.finding.Findable['RESPONSE'], answerable_site.publication.rules.finding.Findable['RESPONSE']), (answerable_site.publication.rules.finding.Findable['FIGURES'], answerable_site.publication.rules.finding.Findable['FIGURES']), (answerable_site.publication.rules.finding.Findable['MEETING'], answerable_site.publication.rules.finding.Findable['MEETING'])], max_length=20)),
                ('title', models.CharField(max_length=700)),
                ('body_name', models.CharField(max_length=200)),
                ('on', models.DateField()),
                ('text', models.TextField(blank=True)),
                ('has_welsh', models.BooleanField(default=False)),
                ('data_set', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='publication.publicdataset')),
                ('entry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='publication.publicinspection')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='publication.publicmeeting')),
            ],
            options={
                'ordering': ('-on', 'pk'),
                'indexes': [models.Index(fields=['-on', 'id'], name='publication_texts_in_order')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('data_set__isnull', True), ('entry__isnull', False), ('meeting__isnull', True)), models.Q(('data_set__isnull', False), ('entry__isnull', True), ('meeting__isnull', True)), models.Q(('data_set__isnull', True), ('entry__isnull', True), ('meeting__isnull', False)), _connector='OR'), name='publication_words_are_of_one_thing')],
            },
        ),
        migrations.RunPython(install, remove),
    ]
