"""A case keeps the stage that its events say. What was reckoned before waits to be reckoned anew."""

from django.db import migrations, models


def reckon_anew(apps, _schema_editor):
    apps.get_model("casework", "Case").objects.update(reckoned_on=None)


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0005_events_behind_a_wall'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='stage',
            field=models.CharField(choices=[('before_account', 'Before the victim’s account'), ('before_suspect', 'After the account, before a suspect is spoken to'), ('before_referral', 'After a suspect is spoken to, before referral'), ('with_cps', 'With the prosecutors'), ('charged', 'Charged, before the plea hearing'), ('before_trial', 'Between the plea hearing and the trial'), ('at_trial', 'At trial'), ('ended', 'After the case ended')], default='before_account', max_length=20),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['reckoned_on', 'id'], name='casework_by_reckoning'),
        ),
        migrations.RunPython(reckon_anew, migrations.RunPython.noop),
    ]
