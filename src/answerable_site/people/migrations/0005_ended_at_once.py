from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0004_sign_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
