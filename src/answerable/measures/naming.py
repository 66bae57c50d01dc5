"""What the groups of a breakdown are called, where people read them."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.cuts.columns import Holds
from answerable.measures.answer import Cell
from answerable.measures.compiling import written
from answerable.measures.definition import Definition
from answerable.measures.groups import TIMES
from answerable.measures.running import Cut
from answerable.measures.subjects import SUBJECTS
from answerable.measures.subjects.pilot import PilotGroup
from answerable.measures.subjects.relations import table

Names = Mapping[tuple[str, Cell], str]
"""What codes are called, by the name of the breakdown and the code."""
PILOT: dict[tuple[str, Cell], str] = {("pilot", one.value): one.label for one in PilotGroup}


def names_in(cut: Cut, definition: Definition) -> Names:
    """What the codes of every breakdown of a measure are called, by the lists of the cut."""
    columns = [SUBJECTS[definition.subject].column(name) for name in definition.breakdowns]
    lists = {one.code_list: one.name for one in columns if one.holds is Holds.OPEN_CODE}
    codes = table("codes")
    wanted = codes.filter(codes["code_list"].isin([*lists])).select("code_list", "code", "label")
    rows = cut.engine.rows(written(wanted, cut.engine.dialect)) if lists else []
    return PILOT | {(lists[code_list], code): label for code_list, code, label in rows}


def named(by: str, value: Cell, names: Names) -> str:
    """What one group of a breakdown is called, such as "Force 3" or "Interviewed"."""
    words = by.replace("_", " ")
    if value is None:
        return f"No {words}"
    if (by, value) in names:
        return names[by, value]
    if isinstance(value, bool):
        return f"{words}: {'yes' if value else 'no'}".capitalize()
    return f"{words} {value}".capitalize() if by not in TIMES else str(value)
