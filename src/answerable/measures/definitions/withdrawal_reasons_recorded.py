"""Withdrawals with a reason of the victim."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="withdrawal_reasons_recorded",
    title="Withdrawals with the victim’s reason",
    asks=("When victims withdrew, was at least one reason recorded that came from them?"),
    recommendations=("3",),
    subject="withdrawals",
    population=("Withdrawals, whatever became of the case and whether or not the victim came back"),
    numerator="At least one reason is recorded, and it came from the victim",
    not_applicable="",
    unknown_means="",
    met=holds("is_reasoned"),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    breakdowns=("stage", "statement"),
    good=Good.HIGHER,
    owner="Head of investigations of the force",
    source="Recommendation 3 of the joint inspection of July 2021",
    cautions=("Declining to say why is an answer, and counts as one.",),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
