"""Inventions that tests share, made once."""

from __future__ import annotations

from datetime import date
from functools import cache

from answerable.synthetic.cases.forces import Forces, invented
from answerable.synthetic.cases.invent import Invention

KNOWN_UNTIL = date(2026, 3, 31)


def invention(cases, seed=1, forces=Forces.ALL, known_until=KNOWN_UNTIL):
    return Invention(invented(forces), cases, seed, known_until)


@cache
def part(cases, seed=1, forces=Forces.ALL):
    (only,) = invention(cases, seed, forces).parts()
    return only
