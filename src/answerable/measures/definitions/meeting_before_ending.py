"""A meeting before the prosecutors decide on no further action."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="meeting_before_ending",
    title="Meeting before the prosecutors’ no further action",
    asks=("Did police and prosecutors meet before the prosecutors decided on no further action?"),
    recommendations=("5",),
    subject="cps_endings",
    population=(
        "Decisions of the prosecutors on no further action, for each suspect whom they concern"
    ),
    numerator=(
        "Both sides met about the suspect, in person or by video, on or before the day of the "
        "decision and after any earlier decision about them"
    ),
    not_applicable="",
    unknown_means="",
    met=holds("is_after_a_meeting"),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    good=Good.HIGHER,
    owner="Head of investigations of the force, with the CPS Area",
    source="Recommendation 5 of the joint inspection of July 2021",
    cautions=(
        ("An exception that a manager made is no meeting, and counts as none."),
        "A telephone call or an e-mail is no meeting.",
        "A meeting after the decision heals nothing.",
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
