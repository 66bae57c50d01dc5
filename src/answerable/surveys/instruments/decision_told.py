"""After a decision to take no further action: how it was told, and what could be done then."""

from datetime import date

from answerable.languages import message
from answerable.surveys.instrument import Choice, Instrument, Option, SurveyStage, Words

VERSIONS = (
    Instrument(
        name="decision_told",
        version=1,
        from_on=date(2026, 1, 1),
        stage=SurveyStage.DECISION_TOLD,
        title=message("About how you were told"),
        opening=message(
            "These questions are about how you were told of the decision in your case."
        ),
        questions=(
            Choice(
                key="as_wished",
                text=message("Were you told in the way that you had asked for?"),
                hint=message(
                    "For example in person, by telephone or through somebody who supports you."
                ),
                options=(
                    Option("yes", message("Yes")),
                    Option("no", message("No")),
                    Option("not_asked", message("Nobody had asked me")),
                ),
                recommendations=("6",),
            ),
            Choice(
                key="in_time",
                text=message("Were you told in good time?"),
                options=(
                    Option("yes", message("Yes")),
                    Option("late", message("No, it took too long")),
                    Option("sudden", message("No, it came without warning")),
                ),
                recommendations=("6",),
            ),
            Choice(
                key="reasons",
                text=message("Did you understand the reasons that you were given?"),
                options=(
                    Option("yes", message("Yes")),
                    Option("partly", message("Partly")),
                    Option("no", message("No")),
                    Option("none_given", message("I was given none")),
                ),
                recommendations=("6",),
            ),
            Choice(
                key="review",
                text=message(
                    "Were you told that you can ask for the decision to be looked at again?"
                ),
                options=(
                    Option("yes", message("Yes")),
                    Option("no", message("No")),
                    Option("unsure", message("I am not sure")),
                ),
                recommendations=("7",),
            ),
            Words(
                key="better",
                text=message("What would have made it better?"),
                recommendations=("6",),
            ),
        ),
        changed="First version.",
    ),
)
