"""Nobody is told of by subtracting what was released: 200 programmes of 16 releases.

Each programme releases tables of one to three columns, cut and uncut, from three versions of the
data, each beside all before it. Then an attacker of `bench/programmes` takes everything that was
shown, and asks of each small cell and of each small difference between versions how many values it
could have. One in two programmes only adds people, and the attacker knows that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from multiprocessing import Pool

from rich.progress import track

from answerable.disclosure.policy import shipped_policy
from bench.programmes.attacker import Attacker
from bench.programmes.inventing import RELEASES, programme
from bench.proof import Proof

PROGRAMMES, PROGRAMMES_FULL = 200, 1000
VALUES = 5
SHARE = 0.70
CLAIM = "Nobody is told of by subtracting one release from another"
GOAL = (
    "of 200 programmes of 16 releases over three versions of the data: 0 cells of 1 to 4 pinned to "
    "fewer than 5 values, 0 differences of 1 or 2 people with fewer than 5 values, no shown cell "
    "further from the truth than rounding, and at least 70% of cells of 5 or more shown"
)


def prove(*, full: bool) -> Proof:
    """Release, attack, and count what could be told."""
    seen: Counter[str] = Counter()
    seeds = range(PROGRAMMES_FULL if full else PROGRAMMES)
    with Pool(2) as pool:
        for found in track(pool.imap_unordered(_one, seeds), "Programmes", total=len(seeds)):
            seen.update(found)
    share = seen["large shown"] / seen["large"]
    return Proof(
        claim=CLAIM,
        figures={
            "programmes": len(seeds),
            "releases": seen["releases"],
            "releases of which nothing could be shown": seen["blank"],
            "tables refused since earlier releases tell of few": seen["refused"],
            "small cells attacked": seen["small"],
            "small cells pinned": seen["small pinned"],
            "small differences attacked": seen["differences"],
            "small differences told": seen["differences told"],
            "shown cells further off than rounding": seen["too far"],
            "share of cells of 5 or more that is shown": share,
        },
        goal=GOAL,
        holds=not seen["small pinned"]
        and not seen["differences told"]
        and not seen["too far"]
        and seen["small"] > 0
        and seen["differences"] > 0
        and share >= SHARE,
    )


def _one(seed: int) -> Counter[str]:
    """One programme, released and attacked."""
    policy, only_added = shipped_policy(), seed % 2 == 0
    data, released = programme(seed, policy, only_added=only_added)
    seen: Counter[str] = Counter(releases=len(released), refused=RELEASES - len(released))
    truth: dict[tuple[int, ...], dict[int, int]] = defaultdict(dict)
    for one in released:
        seen["blank"] += not any(cell.is_shown for cell in one.protected.release.cells)
        for labels, shown in one.protected.shown.items():
            kinds = one.kinds(labels)
            count = truth[kinds][one.version] = int(data[one.version][list(kinds)].sum())
            seen["large"] += count >= policy.threshold
            if not isinstance(shown, str):
                seen["large shown"] += 1
                seen["too far"] += abs(shown - count) > policy.profile.rounding // 2
    attacker = Attacker(released, rounding=policy.profile.rounding, threshold=policy.threshold)
    attacker.load(only_added=only_added)
    for kinds, counts in truth.items():
        for version, count in counts.items():
            if 0 < count < policy.threshold:
                seen["small"] += 1
                seen["small pinned"] += attacker.values((version, kinds)) < VALUES
        for before, after in combinations(sorted(counts), 2):
            if abs(counts[after] - counts[before]) in {1, 2}:
                seen["differences"] += 1
                told = attacker.values((after, kinds), less=(before, kinds)) < VALUES
                seen["differences told"] += told
    return seen
