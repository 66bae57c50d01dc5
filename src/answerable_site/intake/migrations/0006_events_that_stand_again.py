from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0005_links_behind_a_wall")]

    operations = [
        migrations.AddField("loadedevent", "stands_as", models.PositiveIntegerField(null=True))
    ]
