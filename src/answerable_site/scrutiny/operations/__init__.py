"""Every write of scrutiny."""

from answerable.writing.pdf import NotPrinted
from answerable_site.scrutiny.operations.agendas import (
    accept_items,
    add_item,
    leave_out,
    move_item,
    propose_items,
    set_publicity,
)
from answerable_site.scrutiny.operations.freezing import AgendaOpen, correct_pack, freeze_pack
from answerable_site.scrutiny.operations.moving import call_off, move_meeting
from answerable_site.scrutiny.operations.passing import pass_meetings
from answerable_site.scrutiny.operations.planning import (
    MeetingPlan,
    add_series,
    attend,
    change_meeting,
    drop_attendance,
    end_series,
    hold_meeting,
    plan_meeting,
)
from answerable_site.scrutiny.operations.proceeding import (
    Decided,
    ItemMissing,
    agree_minutes,
    answer,
    ask,
    decide,
    write_minutes,
)
from answerable_site.scrutiny.operations.publishing import hand_over
from answerable_site.scrutiny.rules import NothingSaid

__all__ = [
    "AgendaOpen",
    "Decided",
    "ItemMissing",
    "MeetingPlan",
    "NotPrinted",
    "NothingSaid",
    "accept_items",
    "add_item",
    "add_series",
    "agree_minutes",
    "answer",
    "ask",
    "attend",
    "call_off",
    "change_meeting",
    "correct_pack",
    "decide",
    "drop_attendance",
    "end_series",
    "freeze_pack",
    "hand_over",
    "hold_meeting",
    "leave_out",
    "move_item",
    "move_meeting",
    "pass_meetings",
    "plan_meeting",
    "propose_items",
    "set_publicity",
    "write_minutes",
]
