"""Results to draw, made up without a cut, and what stands in a drawing."""

from __future__ import annotations

import re
from datetime import date
from random import Random
from xml.etree import ElementTree as ET

from answerable.charts.labels import width_of
from answerable.measures import behaviour, funnel, rare
from answerable.measures.answer import Answer
from answerable.measures.competing import incidence
from answerable.measures.curves import Course, Which
from answerable.measures.definition import Basis
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.signals import Events, Series, Units
from answerable.measures.standing import Standing

AS_OF = date(2026, 3, 31)
CUT = "ab12cd34ef56aa77"
SVG = "{http://www.w3.org/2000/svg}"
TOLD = DEFINITIONS["victims_told"]
SHARES = [0.5, 0.55, 0.45, 0.5, 0.05, 0.5, 0.55, *[0.7, 0.75] * 4, 0.5, 0.45]


def answer(numerator, denominator=40, *, definition=TOLD, **group):
    return Answer(
        measure=definition.name,
        version=1,
        group=group,
        numerator=numerator,
        denominator=denominator,
        not_applicable=0,
        pending=0,
        unknown=0,
        basis=Basis.COHORT,
        as_of=AS_OF,
        cut=CUT,
    )


def series(shares=SHARES, *, definition=TOLD, rebases=()):
    months = [f"{2024 + place // 12}-{place % 12 + 1:02}" for place in range(len(shares))]
    answers = [
        answer(round(40 * share), month=month) for share, month in zip(shares, months, strict=True)
    ]
    chart = behaviour.chart([one.recorded_rate for one in answers], rebases)
    return Series(definition, "month", {}, tuple(answers), (), chart)


def events(lengths=(20, 26) * 8 + (300, 0, 0, 1), *, of=Standing.MISSED):
    days = [date(2022, 1, 5).toordinal()]
    for length in lengths:
        days.append(days[-1] + length)
    on = tuple(map(date.fromordinal, days))
    return Events(TOLD, of, {}, on, rare.gaps(days), AS_OF, CUT)


def units(many=24):
    lots = Random(2)
    sizes = [lots.randint(20, 900) for _ in range(many)]
    counts = {f"Force {n}": (round(size * 0.6), size) for n, size in enumerate(sizes, 1)}
    counts |= {"Force 98": (80, 300), "Force 99": (290, 300), "Force 97": (284, 300)}
    return Units(TOLD, "force", {}, funnel.funnel(counts), AS_OF, CUT)


def course(cases=400, *, which=Which.FIRST, ended=True):
    """Cases of which most ended, or one in ten alone."""
    lots = Random(5)
    left = [lots.randint(1, 900) for _ in range(cases)]
    weights = (20 if ended else 900, 6, 30, 5, 40, 4, 0)
    ending = [lots.choices(range(7), weights)[0] for _ in range(cases)]
    curve = incidence(entered=[0] * cases, left=left, ending=ending, endings=which.endings)
    return Course({}, curve, cases, 2, 3, 0, which, AS_OF, CUT)


def root_of(picture):
    return ET.fromstring(picture.svg)


def words_in(picture):
    """Every piece of words in the drawing."""
    return [one.text for one in root_of(picture).iter(f"{SVG}text")]


def boxes_in(picture):
    """For every piece of words where it stands: left, top, right, bottom."""
    for one in root_of(picture).iter(f"{SVG}text"):
        size = float(one.attrib["font-size"])
        moved = re.fullmatch(r"translate\((\S+) (\S+)\)", one.get("transform", ""))
        x, y = moved.groups() if moved else (one.attrib["x"], one.attrib["y"])
        wide = width_of(one.text, size, is_bold=one.get("font-weight") == "700")
        part = {"middle": 0.5, "end": 1.0}.get(one.get("text-anchor", ""), 0.0)
        left = float(x) - part * wide
        yield one.text, (left, float(y) - 0.75 * size, left + wide, float(y) + 0.1 * size)
