"""After support was offered: whether it was, how it was explained, and what would have helped."""

from datetime import date

from answerable.languages import message
from answerable.surveys.instrument import Choice, Instrument, Option, SurveyStage, Words

VERSIONS = (
    Instrument(
        name="support_offered",
        version=1,
        from_on=date(2026, 1, 1),
        stage=SurveyStage.SUPPORT_OFFERED,
        title=message("About the help you were offered"),
        opening=message(
            "These questions are about the help that you were offered, and how you were told."
        ),
        questions=(
            Choice(
                key="explained",
                text=message("Was it explained to you what help there is?"),
                options=(
                    Option("clearly", message("Yes, clearly")),
                    Option("partly", message("Partly")),
                    Option("no", message("No")),
                    Option("unsure", message("I am not sure")),
                ),
                recommendations=("2",),
            ),
            Choice(
                key="who_does_what",
                text=message(
                    "Did you know who does what: the police and the people who support you?"
                ),
                options=(
                    Option("yes", message("Yes")),
                    Option("partly", message("Partly")),
                    Option("no", message("No")),
                ),
                recommendations=("2",),
            ),
            Choice(
                key="in_time",
                text=message("When did the help come?"),
                options=(
                    Option("in_time", message("When I needed it")),
                    Option("late", message("Too late")),
                    Option("early", message("Too early")),
                    Option("never", message("It did not come")),
                    Option("not_wanted", message("I did not want any")),
                ),
                recommendations=("2",),
            ),
            Words(
                key="would_have_helped",
                text=message("What would have helped you more?"),
                recommendations=("2",),
            ),
        ),
        changed="First version.",
    ),
)
