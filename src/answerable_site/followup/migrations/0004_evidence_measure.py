from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('followup', '0003_search'),
    ]

    operations = [
        migrations.AddField(
            model_name='evidence',
            name='measure',
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
