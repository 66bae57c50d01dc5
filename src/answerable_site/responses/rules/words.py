"""The words from which people choose while a response is made, each with its meaning."""

from __future__ import annotations

from enum import StrEnum


class BindingGround(StrEnum):
    """Why the duty under section 55 binds a body for a report, or does not.

    Guidance of the inspectorate to local policing bodies: every report that relates to the force
    counts unless the force is clearly not its subject; where a national and a force report have
    the same findings and recommendations, the force report alone needs the procedure.
    """

    ABOUT_THE_FORCE = "about_the_force"
    ABOUT_EVERY_FORCE = "about_every_force"
    COMMISSIONED = "commissioned"
    NOT_THE_SUBJECT = "not_the_subject"
    ANSWERED_WITH_ANOTHER = "answered_with_another"
    ANOTHER_BASIS = "another_basis"

    @property
    def binds(self) -> bool:
        """Whether section 55 asks the body for a response."""
        return self in _BINDING


_BINDING = frozenset(
    {
        BindingGround.ABOUT_THE_FORCE,
        BindingGround.ABOUT_EVERY_FORCE,
        BindingGround.COMMISSIONED,
    }
)


class Position(StrEnum):
    """Whether a body accepts a recommendation. The law does not ask; readers do."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    NOT_ACCEPTED = "not_accepted"


class Language(StrEnum):
    """The language of a text."""

    ENGLISH = "en-GB"
    WELSH = "cy-GB"


class RevisionKind(StrEnum):
    """Why a further version of a published response is made."""

    CORRECTED = "corrected"
    """Something in it was wrong."""
    SUPPLEMENTED = "supplemented"
    """Something was missing or came later, such as the chief officer's comments."""


class ExcludedPart(StrEnum):
    """The part of a response out of which a passage is left."""

    CHIEF_OFFICER = "chief_officer"
    OWN_COMMENTS = "own_comments"
    REPLY = "reply"
    EXPLANATION = "explanation"


class Purpose(StrEnum):
    """What a dispatch is for."""

    INVITATION = "invitation"
    """Section 55(4): the chief officer is invited to comment."""
    COPY_TO_INSPECTORS = "copy_to_inspectors"
    """Section 55(6)(a)."""
    COPY_TO_SECRETARY = "copy_to_secretary"
    """Section 55(6)(b)."""
    PLACE_TOLD = "place_told"
    """The inspectorate is told where the response is published."""
    PANEL_TOLD = "panel_told"
    """The police and crime panel is told of report and response."""


class Channel(StrEnum):
    """How something was sent."""

    FROM_HERE = "from_here"
    """By e-mail, sent by the product."""
    EMAIL = "email"
    POST = "post"
    PORTAL = "portal"
    BY_HAND = "by_hand"


class DispatchState(StrEnum):
    """How far a dispatch has come."""

    WAITING = "waiting"
    """An e-mail that the product has still to send."""
    SENT = "sent"
    FAILED = "failed"


class InformationKind(StrEnum):
    """What the Specified Information Order asks an elected body to show.

    Elected Local Policing Bodies (Specified Information) Order 2011, Schedule, paragraph 7B,
    inserted by S.I. 2021/547, in force 31 May 2021.
    """

    PEEL_REPORT = "peel_report"
    SUMMARY_ASSESSMENT = "summary_assessment"
