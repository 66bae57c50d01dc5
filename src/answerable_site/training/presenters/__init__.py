"""How training is worded."""

from answerable_site.training.presenters.asking import question
from answerable_site.training.presenters.courses import shown_course, shown_event
from answerable_site.training.presenters.figures import (
    capacity_in_words,
    figure_rows,
    shown_figures,
)
from answerable_site.training.presenters.intake import (
    attendance_rows,
    counts,
    shown_columns,
    shown_row,
    template_rows,
)
from answerable_site.training.presenters.records import (
    listed_people,
    shown_place,
    shown_record,
)
from answerable_site.training.presenters.worklists import shown_waiting, shown_workers

__all__ = [
    "attendance_rows",
    "capacity_in_words",
    "counts",
    "figure_rows",
    "listed_people",
    "question",
    "shown_columns",
    "shown_course",
    "shown_event",
    "shown_figures",
    "shown_place",
    "shown_record",
    "shown_row",
    "shown_waiting",
    "shown_workers",
    "template_rows",
]
