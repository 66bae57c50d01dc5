"""The legal bases under which an inspection document may want an answer.

Data, not code: each entry carries its citation, where to read it and how sure we are.
"""

from __future__ import annotations

from datetime import date

from answerable.statute.model import Confidence, LegalBasis, Period

SECTION_55 = LegalBasis(
    code="police_act_1996_s55",
    name="Inspection report on a police force",
    citation="section 55 of the Police Act 1996",
    summary=(
        "The local policing body invites the chief officer to comment, publishes its own comments, "
        "the chief officer’s comments and any reply to them within 56 days beginning with the day "
        "on which the report is published, explains for each recommendation the action taken or "
        "proposed or why there is none, and sends copies to the inspectors of constabulary and the "
        "Secretary of State."
    ),
    source="https://www.legislation.gov.uk/ukpga/1996/16/section/55",
    confidence=Confidence.CONFIRMED,
    periods=(
        Period(
            days=56,
            published_from=date(2017, 5, 2),
            published_to=None,
            citation="section 55(5A) of the Police Act 1996",
            commencement=(
                "inserted by section 37 of the Policing and Crime Act 2017, in force 2 May 2017 "
                "(S.I. 2017/399, regulation 4(a))"
            ),
            confidence=Confidence.CONFIRMED,
        ),
    ),
    explains_each_recommendation=True,
)

SUPER_COMPLAINT = LegalBasis(
    code="police_super_complaint",
    name="Report on a police super-complaint",
    citation="Part 2A of the Police Reform Act 2002",
    summary="The answer is given in the way, and by the date, that the report itself determines.",
    source="https://www.legislation.gov.uk/ukpga/2002/30/part/2A",
    confidence=Confidence.TO_BE_VERIFIED,
)

FIRE_CAUSE_OF_CONCERN = LegalBasis(
    code="fire_cause_of_concern",
    name="Cause of concern letter to a fire and rescue service",
    citation="section 28 of the Fire and Rescue Services Act 2004",
    summary=(
        "The service sends an action plan by the date, or within the days, that the letter states."
    ),
    source="https://www.legislation.gov.uk/ukpga/2004/21/section/28",
    confidence=Confidence.TO_BE_VERIFIED,
)

IOPC_LEARNING = LegalBasis(
    code="iopc_learning_recommendation",
    name="Learning recommendation of the Independent Office for Police Conduct",
    citation="paragraph 28A of Schedule 3 to the Police Reform Act 2002",
    summary=(
        "The person to whom the recommendation is made answers it; the local policing body "
        "receives a copy. The time limit of paragraph 28B has not been checked and is not counted "
        "here."
    ),
    source="https://www.legislation.gov.uk/ukpga/2002/30/schedule/3",
    confidence=Confidence.TO_BE_VERIFIED,
)

PREVENTION_OF_FUTURE_DEATHS = LegalBasis(
    code="prevention_of_future_deaths",
    name="Report of a coroner to prevent future deaths",
    citation="paragraph 7 of Schedule 5 to the Coroners and Justice Act 2009",
    summary="The person addressed answers the coroner by the date that the report states.",
    source="https://www.legislation.gov.uk/ukpga/2009/25/schedule/5",
    confidence=Confidence.TO_BE_VERIFIED,
)

NO_BASIS = LegalBasis(
    code="none",
    name="No statutory duty to answer",
    citation="no statutory basis",
    summary="Nothing in law asks for an answer or sets a date. The office may answer all the same.",
    source="",
    confidence=Confidence.REASONED,
)

BASES: dict[str, LegalBasis] = {
    basis.code: basis
    for basis in (
        SECTION_55,
        SUPER_COMPLAINT,
        FIRE_CAUSE_OF_CONCERN,
        IOPC_LEARNING,
        PREVENTION_OF_FUTURE_DEATHS,
        NO_BASIS,
    )
}


class UnknownBasis(LookupError):
    """No legal basis has this code."""


def basis(code: str) -> LegalBasis:
    """The legal basis with this code.

    Raises:
        UnknownBasis: there is none; the message lists those there are.
    """
    try:
        return BASES[code]
    except KeyError:
        raise UnknownBasis(
            f"There is no legal basis {code!r}. Choose one of: {', '.join(BASES)}."
        ) from None


_SIGNS: tuple[tuple[str, LegalBasis], ...] = (
    ("super-complaint", SUPER_COMPLAINT),
    ("supercomplaint", SUPER_COMPLAINT),
    ("prevent future deaths", PREVENTION_OF_FUTURE_DEATHS),
    ("prevention of future deaths", PREVENTION_OF_FUTURE_DEATHS),
    ("independent office for police conduct", IOPC_LEARNING),
    ("fire and rescue", FIRE_CAUSE_OF_CONCERN),
)


def propose_basis(title: str) -> LegalBasis:
    """The legal basis that a document's title suggests; section 55 unless it says otherwise.

    A proposal only: a person confirms it. The name of the inspectorate itself ("... and Fire &
    Rescue Services") is not a sign of a fire letter.
    """
    words = " ".join(title.casefold().replace("&", "and").split())
    words = words.replace("constabulary and fire and rescue services", "")
    for sign, found in _SIGNS:
        if sign in words:
            return found
    return SECTION_55
