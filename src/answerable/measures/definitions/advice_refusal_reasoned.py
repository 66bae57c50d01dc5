"""A reason wherever early advice was not sought."""

from datetime import date

from answerable.measures.conditions import at_least
from answerable.measures.definition import Basis, Definition, Good, Version
from answerable.records.rules.advice import SHORTEST_REASON

DEFINITION = Definition(
    name="advice_refusal_reasoned",
    title="A reason where early advice was not sought",
    asks="Where early advice was not sought, does the record say why?",
    recommendations=("5",),
    subject="advice_not_sought",
    population="Each time that it was decided not to seek early advice",
    numerator=f"A reason of {SHORTEST_REASON} characters or more is recorded",
    not_applicable="",
    unknown_means="",
    met=at_least("why_not_length", SHORTEST_REASON),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source="Recommendation 5 of the joint inspection of July 2021",
    cautions=("A long reason is not yet a good one: only its length is in a cut.",),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
