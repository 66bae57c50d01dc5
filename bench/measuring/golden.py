"""Print shares and bands of scikit-survival, which tests hold ours to.

    python -m bench.measuring.golden > tests/library/measures/scikit_survival.json

scikit-survival is under the GPL: it is installed beside the product for this one time, and nothing
of it but its numbers is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random

from bench.peers import beside, peers

PEER = "scikit-survival"
ENDINGS = 3
CASES = 150
LONGEST = 60
_ASK = """
import json, sys
import numpy as np
import sksurv
from sksurv.nonparametric import cumulative_incidence_competing_risks as shares
left, ending = map(np.array, json.load(sys.stdin))
days, found, bands = shares(
    ending, left.astype(float), conf_type="log-log", var_type="Dinse_Approx"
)
print(json.dumps({
    "made_with": "scikit-survival " + sksurv.__version__ + ", Dinse_Approx, log-log",
    "left": left.tolist(), "ending": ending.tolist(), "days": days.tolist(),
    "shares": found[1:].tolist(),
    "low": bands[1:, 0].tolist(), "high": bands[1:, 1].tolist(),
}, allow_nan=True))
"""


def drawn(cases: int, seed: int = 1) -> tuple[list[int], list[int]]:
    """The days on which so many cases were last seen, and their endings; 0 where they had none."""
    lots = Random(seed)
    return (
        [lots.randint(1, LONGEST) for _ in range(cases)],
        [lots.randint(0, ENDINGS) for _ in range(cases)],
    )


def main() -> None:
    """Install the peer, ask it, print what it says."""
    with peers(PEER) as folder:
        done = subprocess.run(
            [sys.executable, "-c", _ASK],
            input=json.dumps(drawn(CASES)),
            env=beside(folder),
            capture_output=True,
            text=True,
            check=True,
        )
    print(done.stdout, end="")


if __name__ == "__main__":
    main()
