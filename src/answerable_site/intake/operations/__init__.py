"""Every write of the intake."""

from answerable_site.intake.operations.loading import CannotSupersede, load_batch
from answerable_site.intake.operations.loading.placing import ChangedMeanwhile
from answerable_site.intake.operations.loading.preparing import Prepared
from answerable_site.intake.operations.sources import (
    SamplesDoNotHold,
    VersionNotRaised,
    describe_source,
)
from answerable_site.intake.operations.undoing import CannotBeUndone, undo_batch

__all__ = [
    "CannotBeUndone",
    "CannotSupersede",
    "ChangedMeanwhile",
    "Prepared",
    "SamplesDoNotHold",
    "VersionNotRaised",
    "describe_source",
    "load_batch",
    "undo_batch",
]
