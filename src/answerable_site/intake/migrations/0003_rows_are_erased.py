"""A row that nobody settled in time is erased."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_loads_behind_a_wall")]

    operations = [
        migrations.AlterField(
            model_name="setasiderow",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "Waiting"),
                    ("taken", "Corrected and taken"),
                    ("given_up", "Given up"),
                    ("sent_again", "Sent again in a later file"),
                    ("erased", "Erased, for nobody settled it in time"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    ]
