"""After support was offered: whether it was, how it was explained, and what would have helped."""

from datetime import date

from answerable.surveys.instrument import Choice, Instrument, Option, SurveyStage, Words

VERSIONS = (
    Instrument(
        name="support_offered",
        version=1,
        from_on=date(2026, 1, 1),
        stage=SurveyStage.SUPPORT_OFFERED,
        title="About the help you were offered",
        opening="These questions are about the help that you were offered, and how you were told.",
        questions=(
            Choice(
                key="explained",
                text="Was it explained to you what help there is?",
                options=(
                    Option("clearly", "Yes, clearly"),
                    Option("partly", "Partly"),
                    Option("no", "No"),
                    Option("unsure", "I am not sure"),
                ),
                recommendations=("2",),
            ),
            Choice(
                key="who_does_what",
                text="Did you know who does what: the police and the people who support you?",
                options=(
                    Option("yes", "Yes"),
                    Option("partly", "Partly"),
                    Option("no", "No"),
                ),
                recommendations=("2",),
            ),
            Choice(
                key="in_time",
                text="When did the help come?",
                options=(
                    Option("in_time", "When I needed it"),
                    Option("late", "Too late"),
                    Option("early", "Too early"),
                    Option("never", "It did not come"),
                    Option("not_wanted", "I did not want any"),
                ),
                recommendations=("2",),
            ),
            Words(
                key="would_have_helped",
                text="What would have helped you more?",
                recommendations=("2",),
            ),
        ),
        changed="First version.",
    ),
)
