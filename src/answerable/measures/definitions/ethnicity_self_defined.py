"""Ethnicity as the victim says it, not as somebody else saw it."""

from datetime import date

from answerable.measures.conditions import every, holds, missing, present, unless
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="ethnicity_self_defined",
    title="Ethnicity defined by the victim",
    asks="Where something is known of a victim’s ethnicity, did the victim say it themselves?",
    recommendations=("1",),
    subject="victims",
    population="Victims of cases",
    numerator="The victim’s own statement of their ethnicity is recorded",
    not_applicable="Asked, the victim preferred not to say, and has not said it since",
    unknown_means="Neither a statement nor an observation of anybody is recorded",
    applies=unless(every(present("not_said_on"), missing("self_defined_on"))),
    unknown=every(missing("self_defined_on"), unless(holds("is_ethnicity_seen"))),
    met=present("self_defined_on"),
    basis=Basis.COHORT,
    dated_by="known_on",
    breakdowns=("enhanced_rights",),
    good=Good.HIGHER,
    owner="Data quality lead of the force",
    source="Recommendation 1 of the joint inspection of July 2021; the harmonised standard",
    cautions=(
        "What an officer saw is never taken for what a victim is.",
        "Old cases had longer to be completed than new ones: compare months of one age.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
