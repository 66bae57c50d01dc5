"""Looking back on the whole way: whether one was listened to, and what should change."""

from datetime import date

from answerable.surveys.instrument import Choice, Instrument, Option, SurveyStage, Words

_HOW_OFTEN = (
    Option("always", "Always"),
    Option("mostly", "Most of the time"),
    Option("sometimes", "Sometimes"),
    Option("never", "Never"),
)

VERSIONS = (
    Instrument(
        name="looking_back",
        version=1,
        from_on=date(2026, 1, 1),
        stage=SurveyStage.LOOKING_BACK,
        title="Looking back",
        opening="These questions are about the whole way, from the beginning until now.",
        questions=(
            Choice(
                key="listened",
                text="Did you feel listened to?",
                options=_HOW_OFTEN,
                recommendations=("2",),
            ),
            Choice(
                key="kept_informed",
                text="Were you kept informed?",
                options=_HOW_OFTEN,
                recommendations=("2", "6"),
            ),
            Choice(
                key="support_throughout",
                text="Did you have the support that you wanted?",
                options=_HOW_OFTEN,
                recommendations=("2",),
            ),
            Words(
                key="helped",
                text="What helped you?",
                recommendations=("2",),
            ),
            Words(
                key="change",
                text="What should be different for others?",
                recommendations=("2", "6"),
            ),
        ),
        changed="First version.",
    ),
)
