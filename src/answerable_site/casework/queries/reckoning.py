"""Cases that are to be reckoned anew."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet

from answerable_site.casework.models import Case


def cases_to_reckon(on: date) -> QuerySet[Case]:
    """Cases that were not reckoned as at a day or a later one, those that wait longest first.

    What is due and what is late changes with the day, and with the limits of the force. A decoy has
    nothing to reckon, for nobody has anything to do in it.
    """
    waits = Q(reckoned_on__isnull=True) | Q(reckoned_on__lt=on)
    return Case.objects.filter(waits, is_decoy=False).order_by(
        F("reckoned_on").asc(nulls_first=True), "pk"
    )
