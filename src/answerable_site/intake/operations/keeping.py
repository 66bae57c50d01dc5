"""An extract is kept while somebody looks at what would come of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.core.files import File
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.intake import access
from answerable_site.intake.models import Source
from answerable_site.people.rules import Viewer
from answerable_site.register.operations import KeptList

FOLDER: Final = "extracts"


@transaction.atomic
def keep_extract(
    *, by: Viewer, at: datetime, source: Source, name: str, content: File[Any]
) -> KeptList:
    """Keep an extract byte for byte under a random name, until `forget_extracts` erases it.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
    """
    access.check_can_load(by, source.organisation)
    kept = KeptList.beside_others(content, name=name, folder=FOLDER)
    record(
        by=by,
        at=at,
        act="intake.keep_extract",
        subject=f"intake.source:{source.pk}",
        details={"sha256": kept.sha256},
    )
    return kept
