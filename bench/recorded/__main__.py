"""Fill the database of the environment and make two cuts of it: `python -m bench.recorded COPIES`.

The last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

from answerable.cuts.verify import verify_cut
from bench.cut_write import same


def main(copies: int) -> None:
    """Fill, make a cut twice, compare them."""
    django.setup()
    from bench.recorded.filling import fill

    fill(copies)
    with tempfile.TemporaryDirectory() as folder:
        first, second = _made(folder), _made(folder)
        files = [Path(one.pop("folder")) for one in (first, second)]
        differing = [
            file.name for file in files[0].iterdir() if not same(file, files[1] / file.name)
        ]
        wrong = verify_cut(files[0], first["digest"])
    told = {
        "first": first,
        "second": second,
        "files that differ between the two": differing,
        "wrong with the first": list(wrong),
    }
    print(json.dumps(told))


def _made(folder: str) -> dict[str, Any]:
    """What making a cut took, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.recorded.making", folder],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    main(int(sys.argv[1]))
