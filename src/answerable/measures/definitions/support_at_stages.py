"""Support at every stage that a case reached."""

from datetime import date

from answerable.measures.conditions import holds
from answerable.measures.definition import Basis, Definition, Good, Version

DEFINITION = Definition(
    name="support_at_stages",
    title="Support at each stage reached",
    asks=("Did victims have support, or an offer of it, at each stage that their case reached?"),
    recommendations=("2",),
    subject="stages",
    population="The stages that the case of each victim reached, each for itself",
    numerator=(
        "Support was offered at the stage, or a referral to support went on when the stage began"
    ),
    not_applicable="",
    unknown_means="",
    met=holds("has_support"),
    basis=Basis.COHORT,
    dated_by="reached_on",
    breakdowns=("stage",),
    good=Good.HIGHER,
    owner="Head of victim services of the policing body",
    source="Recommendation 2 of the joint inspection of July 2021",
    cautions=(
        (
            "No limit is known for an offer at a stage, so a stage that began a few days "
            "before the cut counts like any other."
        ),
        (
            "A stage is reached by its milestone (account, suspect spoken to, submission, "
            "charge, plea hearing, trial); a milestone that nobody recorded is a stage that "
            "nobody counts."
        ),
    ),
    history=(Version(1, date(2026, 11, 30), "First meaning."),),
)
