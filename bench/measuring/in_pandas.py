"""The same six measures in pandas: `python -m bench.measuring.in_pandas FOLDER AS_OF`.

AS_OF is the last day of the cut, as it numbers days. For cuts in which everybody has the same
limits. The last line printed is JSON: by measure the seconds on the processor, reading among them,
and the rows.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pandas as pd

EVENT = ["case_number", "event_number"]
VICTIM = ["case_number", "victim"]
ANSWERED = ["recorded", "asked_prefer_not_to_say", "asked_not_known_by_victim"]
VOICES = ["themselves", "support_worker", "lawyer", "survey"]


class Cut:
    """The files of a cut."""

    def __init__(self, folder: Path, as_of: int) -> None:
        self.folder, self.as_of = folder, as_of

    def read(self, name: str, *columns: str) -> pd.DataFrame:
        """Some columns of a table."""
        found = pd.read_parquet(self.folder / f"{name}.parquet", columns=list(columns))
        return found.convert_dtypes(dtype_backend="numpy_nullable")

    def counted(self, rows: pd.DataFrame, dated_by: str) -> list[list[Any]]:
        """How many rows of each month and force stand in each way."""
        days = self.read("calendar", "day", "year", "month").set_index("day")
        rows = rows.assign(month=rows[dated_by].map(days["year"] * 100 + days["month"]))
        counts = rows.groupby(["month", "force", "standing"], dropna=False).size()
        return [
            [None if pd.isna(one) else int(one) for one in (*key, count)]
            for key, count in counts.items()
        ]

    def due(self, limit: str) -> pd.Series:
        """The last day in time by day 0, under the version in force on it."""
        versions = self.read(
            "limits", "code", "version", "count", "unit", "in_force_from", "in_force_to"
        )
        versions = versions[versions["code"] == limit].sort_values(
            ["in_force_from", "version"], na_position="first"
        )
        days = self.read("calendar", "day", "is_working_day", "working_days").set_index("day")
        worked = days[days["is_working_day"]].reset_index().set_index("working_days")["day"]
        found = pd.Series(pd.NA, index=days.index, dtype="Int64")
        for one in versions.itertuples():
            in_force = pd.Series(True, index=days.index)
            if not pd.isna(one.in_force_from):
                in_force &= days.index >= one.in_force_from
            if not pd.isna(one.in_force_to):
                in_force &= days.index <= one.in_force_to
            if one.unit == "working_days":
                ends = (days["working_days"] + one.count).map(worked)
            else:
                ends = pd.Series(days.index + one.count, index=days.index)
            found = found.mask(in_force, ends.astype("Int64"))
        return found

    def victims(self) -> pd.DataFrame:
        """Victims with the day since which the case knows of them."""
        spine = self.read(
            "spine", "case_number", "reported_on", "recorded_on", "not_a_crime_on", "force"
        )
        found = self.read("victims", *VICTIM, "identified_on").merge(spine, on="case_number")
        found["known_on"] = found[["identified_on", "reported_on"]].max(axis=1)
        found["start_on"] = found[["known_on", "recorded_on"]].max(axis=1)
        found["start_on"] = found["start_on"].mask(found["recorded_on"].isna())
        return found


def stood(rows: pd.DataFrame, *branches: tuple[Any, int]) -> pd.DataFrame:
    """With how each row stands: by the first branch that is true of it, else missed."""
    standing = pd.Series(4, index=rows.index)
    for condition, number in reversed(branches):
        standing = standing.mask(condition.fillna(False).astype(bool), number)
    return rows.assign(standing=standing)


def advice_sought(cut: Cut) -> list[list[Any]]:
    """Early advice sought in time."""
    rows = cut.read("spine", "reported_on", "not_a_crime_on", "advice_requested_on", "force")
    due = rows["reported_on"].map(cut.due("consider_advice"))
    asked = stood(
        rows,
        (rows["not_a_crime_on"].notna(), 0),
        (due.isna(), 0),
        (due >= cut.as_of, 1),
        (rows["advice_requested_on"] <= due, 3),
    )
    return cut.counted(asked, "reported_on")


def support_offered(cut: Cut) -> list[list[Any]]:
    """Support offered in time."""
    some = [
        cut.read(name, *VICTIM, "happened_on")
        for name in ("event_support_offered", "event_support_referred")
    ]
    first = pd.concat(some).groupby(VICTIM)["happened_on"].min().rename("supported_on")
    rows = cut.victims().merge(first, on=VICTIM, how="left")
    due = rows["known_on"].map(cut.due("offer_support"))
    asked = stood(rows, (due.isna(), 0), (due >= cut.as_of, 1), (rows["supported_on"] <= due, 3))
    return cut.counted(asked, "known_on")


def characteristics_complete(cut: Cut) -> list[list[Any]]:
    """All nine characteristics in time."""
    said = cut.read(
        "event_characteristic_recorded", *VICTIM, "characteristic", "state", "happened_on"
    )
    said = said[said["state"].isin(ANSWERED)]
    each = said.groupby([*VICTIM, "characteristic"])["happened_on"].min().reset_index()
    nine = each.groupby(VICTIM)["happened_on"].agg(["max", "count"])
    complete = nine[nine["count"] == 9]["max"].rename("answered_on")
    rows = cut.victims().merge(complete, on=VICTIM, how="left")
    due = rows["start_on"].map(cut.due("characteristics_complete"))
    asked = stood(
        rows,
        (rows["not_a_crime_on"].notna(), 0),
        (rows["start_on"].isna(), 2),
        (due.isna(), 0),
        (due >= cut.as_of, 1),
        (rows["answered_on"] <= due, 3),
    )
    return cut.counted(asked, "start_on")


def withdrawal_reasons_recorded(cut: Cut) -> list[list[Any]]:
    """Withdrawals with the victim’s reason."""
    named = cut.read("event_withdrawal_reasons", *EVENT).drop_duplicates().assign(is_named=True)
    rows = _in_its_case(cut, cut.read("event_withdrawal", *EVENT, "happened_on", "through"))
    rows = rows.merge(named, on=EVENT, how="left")
    asked = stood(rows, (rows["through"].isin(VOICES) & rows["is_named"].notna(), 3))
    return cut.counted(asked, "happened_on")


def plan_items_done(cut: Cut) -> list[list[Any]]:
    """Items done by their original target."""
    items = cut.read("items", "case_number", "original_on", "set_on", "ended_on")
    rows = _in_its_case(cut, items)
    rows["asked_on"] = rows["original_on"].fillna(rows["set_on"])
    asked = stood(
        rows,
        (rows["original_on"].isna(), 4),
        (rows["original_on"] >= cut.as_of, 1),
        (rows["ended_on"] <= rows["original_on"], 3),
    )
    return cut.counted(asked, "asked_on")


def decisions_explained(cut: Cut) -> list[list[Any]]:
    """Decisions explained to victims."""
    told = cut.read("event_told", *EVENT, "victim", "decision", "happened_on", "explained")
    told = told[told["decision"].notna()].sort_values(["happened_on", "event_number"])
    first = told.drop_duplicates(["case_number", "victim", "decision"])
    rows = _in_its_case(cut, first)
    return cut.counted(stood(rows, (rows["explained"], 3)), "happened_on")


def _in_its_case(cut: Cut, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.merge(cut.read("spine", "case_number", "force"), on="case_number")


MEASURES: dict[str, Callable[[Cut], list[list[Any]]]] = {
    one.__name__: one
    for one in (
        advice_sought,
        support_offered,
        characteristics_complete,
        withdrawal_reasons_recorded,
        plan_items_done,
        decisions_explained,
    )
}


def main(folder: Path, as_of: int) -> None:
    """Ask each in turn."""
    cut, told = Cut(folder, as_of), {}
    for name, ask in MEASURES.items():
        began = process_time()
        rows = ask(cut)
        told[name] = {"seconds": process_time() - began, "rows": sorted(rows, key=str)}
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
