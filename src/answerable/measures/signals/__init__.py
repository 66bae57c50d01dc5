"""Signals of a measure, from a cut: its figures in order, its rare events, its units."""

from answerable.measures.signals.comparison import Comparison, comparison
from answerable.measures.signals.events import Events, events
from answerable.measures.signals.series import NoSeries, Series, series

__all__ = ["Comparison", "Events", "NoSeries", "Series", "comparison", "events", "series"]
