from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0005_ended_at_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="must_change_password",
            field=models.BooleanField(default=False),
        ),
    ]
