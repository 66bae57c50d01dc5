"""Both names, numbers and addresses in what is written."""

from datetime import date

from answerable.measures.conditions import every, holds, one_of
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="letters_with_contacts",
    title="Written communications with both direct contacts",
    asks="Does what police and prosecutors write say how to reach both sides directly?",
    recommendations=("5",),
    subject="communications",
    population="Letters, e-mails and messages, to each other and to victims",
    numerator=(
        "Both investigator and prosecutor are named, each with a direct telephone number and a "
        "direct e-mail address"
    ),
    not_applicable="What was said by telephone or in person",
    unknown_means="",
    applies=one_of("form", "letter", "email", "system_message"),
    met=every(
        holds("investigator_named"),
        holds("investigator_telephone"),
        holds("investigator_email"),
        holds("prosecutor_named"),
        holds("prosecutor_telephone"),
        holds("prosecutor_email"),
    ),
    basis=Basis.PERIOD,
    dated_by="happened_on",
    breakdowns=("direction", "form"),
    good=Good.HIGHER,
    owner="Head of investigations of the force, with the CPS Area",
    source="Recommendation 5 of the joint inspection of July 2021",
    cautions=("A switchboard and a shared mailbox are not direct.",),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
