"""Support offered within two working days."""

from datetime import date

from answerable.measures.definition import Basis, Clock, Definition, Good, Version

DEFINITION = Definition(
    name="support_offered",
    title="Support offered in time",
    asks="Were victims offered support within two working days?",
    recommendations=("2",),
    subject="victims",
    population="Victims of cases",
    numerator="Support was offered, or the victim was referred to it, by the last day in time",
    not_applicable="The case knew of the victim on a day on which no limit was in force",
    unknown_means="",
    clock=Clock(starts="known_on", done="supported_on", limit="offer_support"),
    basis=Basis.COHORT,
    dated_by="known_on",
    breakdowns=("enhanced_rights",),
    good=Good.HIGHER,
    owner="Head of victim services of the policing body",
    source=(
        "Recommendation 2 of the joint inspection of July 2021; Right 4 of the Code of Practice "
        "for Victims of Crime (to be verified)"
    ),
    cautions=(
        "An offer that nobody recorded counts as none.",
        "Counted from the day on which the case knew of the victim, which is the report or later.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
