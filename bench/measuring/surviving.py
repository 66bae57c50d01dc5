"""Shares of a million cases by ending: `python -m bench.measuring.surviving PEER OUT`.

PEER is `answerable`, `scikit-survival` or `lifelines`. Prints the seconds that it took on the
processor, and writes the shares as JSON: by ending, at the end of each day.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

CASES = 1_000_000
DAYS = 1_500
ENDINGS = 5
Shares = dict[str, Any]


def main(peer: str, out: Path) -> None:
    """Ask one of them, and say what it took."""
    lots = np.random.default_rng(1)
    left = lots.integers(1, DAYS + 1, CASES)
    ending = lots.integers(0, ENDINGS + 1, CASES)
    asked = _PEERS[peer]()
    began = process_time()
    told = asked(left, ending)
    print(process_time() - began)
    out.write_text(json.dumps(told), encoding="utf-8")


def _answerable() -> Callable[..., Shares]:
    from answerable.measures.competing import incidence

    def asked(left: Any, ending: Any) -> Shares:
        names = [str(one) for one in range(1, ENDINGS + 1)]
        nobody = np.zeros(len(left), dtype=np.int64)
        curve = incidence(entered=nobody, left=left, ending=ending, endings=names)
        return {name: shares.tolist() for name, shares in curve.incidence.items()}

    return asked


def _scikit_survival() -> Callable[..., Shares]:
    from sksurv.nonparametric import cumulative_incidence_competing_risks

    def asked(left: Any, ending: Any) -> Shares:
        _, shares, _ = cumulative_incidence_competing_risks(
            ending, left.astype(float), conf_type="log-log", var_type="Dinse_Approx"
        )
        return {str(one): shares[one].tolist() for one in range(1, ENDINGS + 1)}

    return asked


def _lifelines() -> Callable[..., Shares]:
    """It takes no ties and has no quick bands: ties are parted by hand, open cases last, which
    changes no share at the end of a day, and no band is asked for."""
    from lifelines import AalenJohansenFitter

    def asked(left: Any, ending: Any) -> Shares:
        order = np.lexsort((ending == 0, left))
        apart = np.empty(len(left))
        apart[order] = left[order] - 0.5 + np.arange(len(left)) / (2 * len(left))
        ends = np.arange(1, DAYS + 1)
        found: Shares = {}
        for one in range(1, ENDINGS + 1):
            fitter = AalenJohansenFitter(calculate_variance=False)
            fitter.fit(apart, ending, event_of_interest=one)
            shares = fitter.cumulative_density_.iloc[:, 0]
            places = np.searchsorted(shares.index.to_numpy(), ends, side="right") - 1
            found[str(one)] = shares.to_numpy()[places].tolist()
        return found

    return asked


_PEERS = {
    "answerable": _answerable,
    "scikit-survival": _scikit_survival,
    "lifelines": _lifelines,
}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
