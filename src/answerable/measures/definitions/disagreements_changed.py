"""Disagreements after which something changed."""

from datetime import date

from answerable.measures.conditions import holds, present
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="disagreements_changed",
    title="Disagreements that changed something",
    asks="Of the disagreements that ended, after how many was what they were about changed?",
    recommendations=("5",),
    subject="disagreements",
    population="Disagreements that ended",
    numerator="What it was about was changed",
    not_applicable="It has not ended",
    unknown_means="",
    applies=present("resolved_on"),
    met=holds("decision_changed"),
    basis=Basis.PERIOD,
    dated_by="resolved_on",
    breakdowns=("raised_by", "subject"),
    good=Good.NEITHER,
    owner="Head of investigations of the force, with the CPS Area",
    source="Recommendation 5 of the joint inspection of July 2021",
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
