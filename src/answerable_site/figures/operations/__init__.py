"""Every write of the figures."""

from answerable_site.figures.operations.asking import (
    CutOvertaken,
    ask_cut,
    begin_cut,
    cancel_cut,
    end_cut_left_behind,
    refuse_cut,
    sweep_cut,
)
from answerable_site.figures.operations.erasing import (
    CannotBeErased,
    ask_erasure,
    call_off_erasure,
    confirm_erasure,
    erase_cut,
    put_files_right,
)
from answerable_site.figures.operations.making import Written, make_cut
from answerable_site.figures.operations.replanning import CannotBeReplanned, replan_cut
from answerable_site.figures.operations.resealing import reseal_cut_keys
from answerable_site.figures.operations.verifying import CutAway, note_verified

__all__ = [
    "CannotBeErased",
    "CannotBeReplanned",
    "CutAway",
    "CutOvertaken",
    "Written",
    "ask_cut",
    "ask_erasure",
    "begin_cut",
    "call_off_erasure",
    "cancel_cut",
    "confirm_erasure",
    "end_cut_left_behind",
    "erase_cut",
    "make_cut",
    "note_verified",
    "put_files_right",
    "refuse_cut",
    "replan_cut",
    "reseal_cut_keys",
    "sweep_cut",
]
