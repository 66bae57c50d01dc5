"""Days from stage to stage, as pm4py counts them: `python -m bench.measuring.in_pm4py EVENTS OUT`.

EVENTS is a CSV file of case_number, stage and day, in the order in which stages usually come.
Writes, for each stage and the next, how many cases took the step and the median of its days.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pm4py

SECONDS_OF_A_DAY = 86_400


def main(events: Path, out: Path, stages: list[str]) -> None:
    """Ask about each step in turn."""
    log = pd.read_csv(events)
    log["time:timestamp"] = pd.to_datetime(log["day"], unit="D", utc=True)
    log["case:concept:name"] = log["case_number"].astype(str)
    log["concept:name"] = log["stage"]
    told = {}
    for step in pairwise(stages):
        some = log[log["stage"].isin(step)]
        many, _, _ = pm4py.discover_dfg(some)
        took, _, _ = pm4py.discover_performance_dfg(some, perf_aggregation_key="median")
        told[" ".join(step)] = [many.get(step, 0), took.get(step, 0) / SECONDS_OF_A_DAY]
    out.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    events, out, *stages = sys.argv[1:]
    main(Path(events), Path(out), stages)
