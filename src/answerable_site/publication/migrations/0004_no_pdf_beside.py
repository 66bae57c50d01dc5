import answerable_site.publication.rules
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publication", "0003_files_apart")]
    operations = [
        migrations.RemoveField(model_name="publicresponse", name="pdf"),
        migrations.AddConstraint(
            model_name='publicresponse',
            constraint=models.CheckConstraint(condition=models.Q(('kind', answerable_site.publication.rules.VersionKind['FIRST']), models.Q(('because', ''), _negated=True), _connector='OR'), name='publication_a_further_version_says_why'),
        ),
    ]
