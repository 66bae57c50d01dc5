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
from answerable_site.figures.operations.releasing import (
    CannotBeReleased,
    CannotBeSentBack,
    CannotBeWithdrawn,
    release_figures,
    send_back,
    withdraw_figures,
)
from answerable_site.figures.operations.replanning import CannotBeReplanned, replan_cut
from answerable_site.figures.operations.resealing import reseal_cut_keys
from answerable_site.figures.operations.verifying import CutAway, note_verified
from answerable_site.figures.operations.working import (
    CannotBeProtected,
    CannotBeWorkedOut,
    WorkOvertaken,
    ask_protection,
    ask_results,
    begin_work,
    keep_protected,
    keep_results,
    refuse_work,
)

__all__ = [
    "CannotBeErased",
    "CannotBeProtected",
    "CannotBeReleased",
    "CannotBeReplanned",
    "CannotBeSentBack",
    "CannotBeWithdrawn",
    "CannotBeWorkedOut",
    "CutAway",
    "CutOvertaken",
    "WorkOvertaken",
    "Written",
    "ask_cut",
    "ask_erasure",
    "ask_protection",
    "ask_results",
    "begin_cut",
    "begin_work",
    "call_off_erasure",
    "cancel_cut",
    "confirm_erasure",
    "end_cut_left_behind",
    "erase_cut",
    "keep_protected",
    "keep_results",
    "make_cut",
    "note_verified",
    "put_files_right",
    "refuse_cut",
    "refuse_work",
    "release_figures",
    "replan_cut",
    "reseal_cut_keys",
    "send_back",
    "sweep_cut",
    "withdraw_figures",
]
