"""Signals of a measure, from a cut: its figures in order, its rare events, its units."""

from answerable.measures.signals.events import Events, events
from answerable.measures.signals.series import NoSeries, Series, series
from answerable.measures.signals.units import Units, units

__all__ = ["Events", "NoSeries", "Series", "Units", "events", "series", "units"]
