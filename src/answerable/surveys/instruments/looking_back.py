"""Looking back on the whole way: whether one was listened to, and what should change."""

from datetime import date

from answerable.languages import message
from answerable.surveys.instrument import Choice, Instrument, Option, SurveyStage, Words

_HOW_OFTEN = (
    Option("always", message("Always")),
    Option("mostly", message("Most of the time")),
    Option("sometimes", message("Sometimes")),
    Option("never", message("Never")),
)

VERSIONS = (
    Instrument(
        name="looking_back",
        version=1,
        from_on=date(2026, 1, 1),
        stage=SurveyStage.LOOKING_BACK,
        title=message("Looking back"),
        opening=message("These questions are about the whole way, from the beginning until now."),
        questions=(
            Choice(
                key="listened",
                text=message("Did you feel listened to?"),
                options=_HOW_OFTEN,
                recommendations=("2",),
            ),
            Choice(
                key="kept_informed",
                text=message("Were you kept informed?"),
                options=_HOW_OFTEN,
                recommendations=("2", "6"),
            ),
            Choice(
                key="support_throughout",
                text=message("Did you have the support that you wanted?"),
                options=_HOW_OFTEN,
                recommendations=("2",),
            ),
            Words(
                key="helped",
                text=message("What helped you?"),
                recommendations=("2",),
            ),
            Words(
                key="change",
                text=message("What should be different for others?"),
                recommendations=("2", "6"),
            ),
        ),
        changed="First version.",
    ),
)
