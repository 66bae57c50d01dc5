"""An organisation, locked for the length of one operation."""

from __future__ import annotations

from answerable_site.people import access
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


def _administered(organisation: Organisation, *, by: Viewer) -> Organisation:
    """The organisation as it stands now, locked; `by` administers it.

    Raises:
        access.Refused: the viewer does not.
    """
    access.check_can_administer(by, organisation.pk)
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _subject(organisation: Organisation) -> str:
    return f"people.organisation:{organisation.pk}"
