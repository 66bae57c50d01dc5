"""Work in the background: data cuts, results of measures, their protection."""

from answerable_site.figures.tasks.cuts import make_data_cut, make_waiting
from answerable_site.figures.tasks.working import (
    protect_figures,
    protect_waiting,
    work_out_results,
    work_out_waiting,
)

__all__ = [
    "make_data_cut",
    "make_waiting",
    "protect_figures",
    "protect_waiting",
    "work_out_results",
    "work_out_waiting",
]
