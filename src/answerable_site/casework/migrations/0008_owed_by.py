"""What is due says from which organisation, so that a CPS Area’s list need not look at the whole
country. What is asked of prosecutors waits to be reckoned anew."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def say_whose(apps, _schema_editor):
    apps.get_model("casework", "CaseDue").objects.filter(side="police").update(owed_by=F("force"))
    apps.get_model("casework", "Case").objects.update(reckoned_on=None)


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0007_walls_asked_once'),
        ('people', '0006_first_passwords'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='casedue',
            name='casework_due_by_force',
        ),
        migrations.RemoveIndex(
            model_name='casedue',
            name='casework_due_by_day',
        ),
        migrations.AddField(
            model_name='casedue',
            name='owed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AddIndex(
            model_name='casedue',
            index=models.Index(fields=['owed_by', 'due_on', 'id'], name='casework_due_by_organisation'),
        ),
        migrations.RunPython(say_whose, migrations.RunPython.noop),
    ]
