"""After a decision to take no further action: how it was told, and what could be done then."""

from datetime import date

from answerable.surveys.instrument import Choice, Instrument, Option, SurveyStage, Words

VERSIONS = (
    Instrument(
        name="decision_told",
        version=1,
        from_on=date(2026, 1, 1),
        stage=SurveyStage.DECISION_TOLD,
        title="About how you were told",
        opening="These questions are about how you were told of the decision in your case.",
        questions=(
            Choice(
                key="as_wished",
                text="Were you told in the way that you had asked for?",
                hint="For example in person, by telephone or through somebody who supports you.",
                options=(
                    Option("yes", "Yes"),
                    Option("no", "No"),
                    Option("not_asked", "Nobody had asked me"),
                ),
                recommendations=("6",),
            ),
            Choice(
                key="in_time",
                text="Were you told in good time?",
                options=(
                    Option("yes", "Yes"),
                    Option("late", "No, it took too long"),
                    Option("sudden", "No, it came without warning"),
                ),
                recommendations=("6",),
            ),
            Choice(
                key="reasons",
                text="Did you understand the reasons that you were given?",
                options=(
                    Option("yes", "Yes"),
                    Option("partly", "Partly"),
                    Option("no", "No"),
                    Option("none_given", "I was given none"),
                ),
                recommendations=("6",),
            ),
            Choice(
                key="review",
                text="Were you told that you can ask for the decision to be looked at again?",
                options=(
                    Option("yes", "Yes"),
                    Option("no", "No"),
                    Option("unsure", "I am not sure"),
                ),
                recommendations=("7",),
            ),
            Words(
                key="better",
                text="What would have made it better?",
                recommendations=("6",),
            ),
        ),
        changed="First version.",
    ),
)
