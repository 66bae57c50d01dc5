"""Limits of casework: how long something in a case may take, by the day it starts to run.

A limit is data: what it asks, where that is written, how sure we are, and from when to when it is
in force. A case is measured against the version in force on the day of its own decision.
"""

from answerable.statute.limits import (
    bail,
    characteristics,
    investigation,
    prosecution,
    report,
    review,
    telling,
)
from answerable.statute.limits.counted import how_counted
from answerable.statute.limits.model import Limit, Limits, NoLimitInForce, Unit
from answerable.statute.limits.table import as_markdown
from answerable.statute.limits.uncounted import UNCOUNTED

LIMITS = Limits(
    limit
    for part in (report, characteristics, investigation, bail, prosecution, telling, review)
    for limit in part.LIMITS
)
"""Every limit that is known, as it applies where an organisation has set nothing else."""

__all__ = [
    "LIMITS",
    "UNCOUNTED",
    "Limit",
    "Limits",
    "NoLimitInForce",
    "Unit",
    "as_markdown",
    "how_counted",
]
