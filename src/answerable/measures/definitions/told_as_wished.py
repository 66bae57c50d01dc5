"""Victims told in the way that they chose."""

from datetime import date

from answerable.measures.conditions import denied, every, holds, missing, same, some, unless
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="told_as_wished",
    title="Victims told as they wished",
    asks="Were victims told of decisions in the way that they had chosen?",
    recommendations=("6",),
    subject="notices",
    population="The first time that each victim was told of each decision",
    numerator=(
        "By the method and the person that the victim had chosen, with their support worker "
        "where they wanted them there"
    ),
    not_applicable="",
    unknown_means="Nobody had asked by then how the victim wanted to be told",
    unknown=missing("wished_method"),
    met=every(
        same("method", "wished_method"),
        some(missing("wished_teller"), same("teller", "wished_teller")),
        unless(every(holds("wished_support"), denied("support_present"))),
    ),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    breakdowns=("maker", "made", "method"),
    good=Good.HIGHER,
    owner="Head of criminal justice of the force",
    source=(
        "Recommendation 6 of the joint inspection of July 2021; Right 6 of the Code of "
        "Practice for Victims of Crime"
    ),
    cautions=("A wish that was recorded only after the telling does not count.",),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
