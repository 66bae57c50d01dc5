"""The PDF of each version moves into a row of its own; versions after the first get their kind."""

import hashlib

from django.db import migrations


def apart(apps, schema_editor):
    response_model = apps.get_model("publication", "PublicResponse")
    file_model = apps.get_model("publication", "PublishedFile")
    for response in response_model.objects.iterator(chunk_size=20):
        content = bytes(response.pdf)
        file_model.objects.create(
            response=response,
            format="pdf",
            content=content,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        if response.version > 1:
            response.kind = "after_withdrawal"
            response.because = "The version before was withdrawn."
            response.save(update_fields=["kind", "because"])


class Migration(migrations.Migration):
    dependencies = [("publication", "0002_versions_and_files")]
    operations = [migrations.RunPython(apart, migrations.RunPython.noop, elidable=False)]
