"""Who held the office when a response was signed, and who holds it now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words

if TYPE_CHECKING:
    from answerable_site.people.models import Tenure


def holder_changed(then: Tenure | None, now: Tenure | None, *, signed_on: date) -> str:
    """What a publisher should know if the office changed hands after the signature; else empty.

    The signature stays valid: the holder of that day, or a delegate, approved this text.

    Args:
        then: the tenure that counted on the day of the signature, if one is recorded.
        now: the one that counts on the day of publication.
        signed_on: the civil date of the signature.
    """
    if then == now:
        return ""
    before = f"{then.holder_name}, {then.title}," if then else "Nobody that is recorded here"
    after = (
        f"{now.holder_name}, {now.title}, holds it since {date_in_words(now.from_on)}"
        if now
        else "nobody that is recorded here holds it today"
    )
    return (
        f"The office changed hands after the signature. {before} held it on "
        f"{date_in_words(signed_on)}; {after}. What was signed stays valid and can be published; "
        "make sure that whoever holds the office now knows of it."
    )
