"""Words that the components of govuk-frontend say by themselves, for pages in Welsh.

In English they say them as govuk-frontend does, which a test compares with its fixtures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from answerable.languages import Sentence, say

_WORDS: Mapping[str, Mapping[str, Sentence]] = {
    "breadcrumbs": {"labelText": say("Breadcrumb")},
    "character-count": {
        "charactersUnderLimitText.one": say("You have %{count} character remaining"),
        "charactersUnderLimitText.other": say("You have %{count} characters remaining"),
        "charactersAtLimitText": say("You have 0 characters remaining"),
        "charactersOverLimitText.one": say("You have %{count} character too many"),
        "charactersOverLimitText.other": say("You have %{count} characters too many"),
        "textareaDescriptionText": say("You can enter up to %{count} characters"),
    },
    "error-message": {"visuallyHiddenText": say("Error")},
    "exit-this-page": {
        "text": say("Exit this page"),
        "activatedText": say("Loading."),
        "timedOutText": say("Exit this page expired."),
        "pressTwoMoreTimesText": say("Shift, press 2 more times to exit."),
        "pressOneMoreTimeText": say("Shift, press 1 more time to exit."),
    },
    "notification-banner": {"titleText": say("Important")},
    "pagination": {"landmarkLabel": say("Pagination")},
    "password-input": {
        "showPasswordText": say("Show"),
        "hidePasswordText": say("Hide"),
        "showPasswordAriaLabelText": say("Show password"),
        "hidePasswordAriaLabelText": say("Hide password"),
        "passwordShownAnnouncementText": say("Your password is visible"),
        "passwordHiddenAnnouncementText": say("Your password is hidden"),
    },
    "service-navigation": {
        "ariaLabel": say("Service information"),
        "menuButtonText": say("Menu"),
    },
}
_PAGES = (("previous", say("Previous page")), ("next", say("Next page")))
_SUCCESS = say("Success")
_ERROR = say("Error")


def in_welsh(
    component: str, options: Mapping[str, Any], aloud: Callable[[str], str]
) -> dict[str, Any]:
    """The options of a component, with the words that it would say in English otherwise."""
    said: dict[str, Any] = dict(options)
    for name, words in _WORDS.get(component, {}).items():
        option, _, form = name.partition(".")
        if form:
            said[option] = {form: aloud(words), **said.get(option, {})}
        else:
            said.setdefault(option, aloud(words))
    if component == "notification-banner" and options.get("type") == "success":
        said["titleText"] = options.get("titleText", aloud(_SUCCESS))
    if component == "pagination":
        for name, words in _PAGES:
            if said.get(name):
                said[name] = {"text": aloud(words), **said[name]}
    if said.get("errorMessage"):
        said["errorMessage"] = {"visuallyHiddenText": aloud(_ERROR), **said["errorMessage"]}
    return said
