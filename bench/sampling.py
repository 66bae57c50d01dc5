"""Samples of case files come again from seed and frame, and their intervals cover as they say.

A frame of 532 invented files is drawn a second time by a program that knows nothing of the product,
for many seeds; every file is drawn as often as any other of its stratum. Then samples of 82 are
simulated ten thousand times each, for many true shares, designs and questions that apply to some
files only, and how often the interval holds the true share is counted. Agreement and intervals are
held against numbers that others published, or that R’s and Python’s packages gave.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import product
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from answerable.casereviews.agreement import (
    gwet_ac1,
    kappa,
    nominal_alpha,
    ordinal_alpha,
    squared,
)
from answerable.casereviews.drawing import draw
from answerable.casereviews.estimates import Counted, estimated
from answerable.casereviews.frames import Frame
from answerable.casereviews.intervals import Method, clopper_pearson, wilson
from answerable.casereviews.sizes import in_proportion, sample_size
from bench.proof import Proof

CLAIM = "Samples come again from seed and frame, and intervals cover as they say"
GOAL = (
    "every draw repeated by a second program; no file drawn more or less often than chance allows; "
    "Wilson’s intervals of a simple sample and of one in proportion cover 93 to 97% wherever five "
    "files or more are expected on either side; where fewer are, of fixed numbers a stratum, and "
    "the exact ones, never less than 93%; agreement and intervals as published or as other "
    "packages give them, to 9 decimals"
)
FILES = {"police_supports": 140, "police_no_support": 251, "cps": 38, "charged": 61,
         "open_long": 42}  # fmt: skip
DRAWN = 82
EACH_FIXED = 17
SEEDS = 300
SAMPLES, SAMPLES_IN_FULL = 2_000, 10_000
SHARES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
APART = (0.04, -0.04, 0.05, 0.05, -0.05)
"""How far the share of each stratum lies from that of all."""
APPLIES = (1.0, 0.6)
LEAST, MOST = 0.93, 0.97
ENOUGH = 5
"""Files expected on either side; with fewer, whole numbers alone make coverage jump."""
_LIMIT_OF_CHANCE = 5.0
"""Standard deviations beyond which a file would be drawn too often or too seldom."""
_GOLDEN_ALPHA = (0.743421052631579, 0.8153875037548814)
_FOUR_OBSERVERS = (
    *((1, 1, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4)),
    *((4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2), (5, 5, 5), (1, 1), (3,)),
)
_FIVE = ((31, 4, 1, 0, 2), (5, 9, 3, 0, 1), (0, 2, 7, 0, 2), (1, 0, 0, 6, 0), (1, 1, 2, 0, 5))


def prove(*, full: bool) -> Proof:
    """Draw again by hand, count who is drawn, simulate coverage, compare with others’ numbers."""
    repeated, furthest = _draws()
    coverage = _coverage(SAMPLES_IN_FULL if full else SAMPLES)
    _show(coverage)
    wilsons = [
        found
        for (design, method, share, applies), found in coverage.items()
        if design != "fixed numbers"
        and method is Method.WILSON
        and min(share, 1 - share) * applies * DRAWN >= ENOUGH
    ]
    others = _furthest_from_others()
    figures: dict[str, Any] = {
        "draws repeated by a second program": f"{repeated} of {SEEDS}",
        "furthest from an even draw, in standard deviations": round(furthest, 2),
        "files for plus or minus 10 and 5 points of 532": [
            sample_size(532, 0.10),
            sample_size(532, 0.05),
        ],
        "coverage at nominal 95%, Wilson, least": round(min(wilsons), 4),
        "coverage at nominal 95%, Wilson, most": round(max(wilsons), 4),
        "coverage at nominal 95%, Wilson, mean": round(float(np.mean(wilsons)), 4),
        "coverage of every other setting, least": round(min(coverage.values()), 4),
        "settings": len(coverage),
        "samples of each": SAMPLES_IN_FULL if full else SAMPLES,
        "furthest from numbers of others": f"{others:.1e}",
    }
    holds = (
        repeated == SEEDS
        and furthest < _LIMIT_OF_CHANCE
        and min(wilsons) >= LEAST
        and max(wilsons) <= MOST
        and min(coverage.values()) >= LEAST
        and others < 1e-9
        and (sample_size(532, 0.10), sample_size(532, 0.05)) == (82, 224)
    )
    return Proof(CLAIM, figures, GOAL, holds=holds)


def _frame() -> Frame:
    numbered = enumerate(
        (stratum for stratum, count in FILES.items() for _ in range(count)), start=1
    )
    return Frame.of((str(number), stratum) for number, stratum in numbered)


def _draws() -> tuple[int, float]:
    """How many draws a second program repeats, and how far from even the files were drawn."""
    frame, sizes = _frame(), in_proportion(FILES, DRAWN)
    repeated, taken = 0, Counter[str]()
    for seed in map(str, range(SEEDS)):
        found = {one.reference for one in draw(frame, sizes, seed=seed)}
        repeated += found == _by_hand(dict(frame.strata), sizes, seed)
        taken.update(found)
    furthest = 0.0
    for reference, stratum in frame.strata:
        chance = sizes[stratum] / FILES[stratum]
        spread = (SEEDS * chance * (1 - chance)) ** 0.5
        furthest = max(furthest, abs(taken[reference] - SEEDS * chance) / spread)
    return repeated, furthest


def _by_hand(strata: dict[str, str], sizes: dict[str, int], seed: str) -> set[str]:
    """The draw from the words of docs/reference/samples-of-case-files.md alone."""
    text = "answerable.casereviews-frame/1\n"
    for reference in sorted(strata):
        text += f"{reference}\t{strata[reference]}\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    found: set[str] = set()
    for stratum, size in sizes.items():
        lots = sorted(
            (hashlib.sha256(f"{seed}\n{digest}\nreview\n{one}".encode()).hexdigest(), one)
            for one in strata
            if strata[one] == stratum
        )
        found.update(one for _, one in lots[:size])
    return found


_Setting = tuple[str, Method, float, float]


def _coverage(samples: int) -> dict[_Setting, float]:
    """How often the interval held the true share, for each design, method, share and question."""
    chance = np.random.default_rng(20261201)
    designs = {
        "simple": ({"all": 532}, {"all": DRAWN}),
        "in proportion": (FILES, in_proportion(FILES, DRAWN)),
        "fixed numbers": (FILES, {one: min(EACH_FIXED, count) for one, count in FILES.items()}),
    }
    return {
        (design, method, share, applies): _covered(chance, *designs[design], share, applies, method,
                                                   samples)
        for design, method, share, applies in product(designs, Method, SHARES, APPLIES)
        # Exact intervals are slow to make; of a simple sample they show what they are.
        if method is Method.WILSON or design == "simple"
    }  # fmt: skip


def _covered(
    chance: np.random.Generator,
    population: dict[str, int],
    drawn: dict[str, int],
    share: float,
    applies: float,
    method: Method,
    samples: int,
) -> float:
    apart = APART if len(population) > 1 else (0.0,)
    applying = {one: round(count * applies) for one, count in population.items()}
    met = {
        one: round(applying[one] * min(max(share + off, 0.01), 0.99))
        for one, off in zip(population, apart, strict=True)
    }
    truth = sum(met.values()) / sum(applying.values())
    draws = {
        one: chance.multivariate_hypergeometric(
            [met[one], applying[one] - met[one], count - applying[one]], drawn[one], size=samples
        )
        for one, count in population.items()
    }
    seen = Counter(
        tuple((int(row[0] + row[1]), int(row[0])) for row in rows)
        for rows in zip(*draws.values(), strict=True)
    )
    hits = 0
    for counts, times in seen.items():
        counted = [
            Counted(count, drawn[one], *counts[place])
            for place, (one, count) in enumerate(population.items())
        ]
        found = estimated(counted, method=method)
        hits += times * (found is not None and found.interval.low <= truth <= found.interval.high)
    return hits / samples


def _furthest_from_others() -> float:
    """How far numbers of the product lie from those of others, at the most."""
    pairs = [
        (one, other)
        for one, row in enumerate(_FIVE)
        for other, count in enumerate(row)
        for _ in range(count)
    ]
    scale = range(5)
    near, exact = wilson(0.8, 10), clopper_pearson(8, 10)
    found = (
        kappa(pairs, scale),
        kappa(pairs, scale, squared),
        gwet_ac1(pairs, scale),
        nominal_alpha(pairs),
        ordinal_alpha(pairs, scale),
        nominal_alpha(_FOUR_OBSERVERS),
        ordinal_alpha(_FOUR_OBSERVERS, range(1, 6)),
        *(near.low, near.high, exact.low, exact.high),
    )
    # statsmodels 0.15.0, irrCAC 0.4.4, krippendorff 0.9.0; Krippendorff 2011; statsmodels again.
    others = (
        *(0.574969274887341, 0.656438689097330, 0.633982316495050),
        *(0.577313249308331, 0.695610473168822),
        *_GOLDEN_ALPHA,
        *(0.490162471536642, 0.943317848545625, 0.443904537692356, 0.974789273673167),
    )
    return max(abs((mine or 0.0) - theirs) for mine, theirs in zip(found, others, strict=True))


def _show(coverage: dict[_Setting, float]) -> None:
    table = Table(title="Coverage in % at nominal 95%, by true share", title_justify="left")
    for heading in ("design", "interval", "applies to", *(f"{share:.0%}" for share in SHARES)):
        table.add_column(heading)
    for design, method, applies in sorted({(one[0], one[1], one[3]) for one in coverage}):
        row = (f"{100 * coverage[design, method, share, applies]:.1f}" for share in SHARES)
        table.add_row(design, method.value, f"{applies:.0%}", *row)
    Console(width=120).print(table)
