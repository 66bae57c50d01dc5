"""A response as an office publishes it: every recommendation quoted, answered, owned and dated."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from answerable.statute import SECTION_55
from answerable.writing.blocks import (
    Block,
    Heading,
    NumberedList,
    Paragraph,
    Run,
    Table,
    WrittenDocument,
    plain,
)
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import (
    BodyFacts,
    ChiefOfficerFacts,
    ExplanationFacts,
    ExplanationKind,
    FindingFacts,
    InvitationFacts,
    LimbFacts,
    ReportFacts,
    ResponseFacts,
    SignatoryFacts,
)

PUBLISHED = date(2025, 7, 16)
SIGNED = date(2025, 9, 8)

_BEGINNINGS = (
    "The force should make sure that",
    "By the end of the year, the chief constable should satisfy themselves that",
    "With immediate effect, supervisors should check that",
)
_MIDDLES = (
    "every record of a decision is dated, reasoned and reviewed by a second person",
    "people who report a crime are told within five working days what will happen next",
    "vulnerable callers are found at the first contact and are not asked the same things twice",
    "training on rights and welfare reaches everybody who works in custody, also at night",
    "the quality of supervision is measured, and that what is measured leads to a change",
)
_ANSWERS = (
    "We have begun a monthly review of one case in ten, and publish what it finds.",
    "A new form asks for the reason first. It went live in June and is used in every district.",
    "The panel meets every six weeks. Its first report showed where records were thin.",
    "We asked the force for the figures of each quarter and will compare them with last year’s.",
)
_WELSH = (
    "Mae’r ymateb hwn ar gael yn Gymraeg. Croesawn bob llythyr, sgwrs a chŵyn yn y naill iaith "
    "neu’r llall, ac ni fydd dewis iaith yn peri oedi."
)


def response_of(recommendations: int, *, seed: int = 55) -> WrittenDocument:
    """The signed document of a response to that many recommendations."""
    chance = random.Random(seed)
    findings = tuple(_finding(number, chance) for number in range(1, recommendations + 1))
    return compose(
        ResponseFacts(
            report=ReportFacts(
                title="Held to account: records and reasons",
                published_on=PUBLISHED,
                basis=SECTION_55,
                inspectorates=("The inspectorate of constabulary",),
                findings=findings,
                key_findings=tuple(f"{middle.capitalize()}." for middle in _MIDDLES),
                source_address="https://example.org/reports/held-to-account?part=1&page=2",
            ),
            body=BodyFacts(
                name="Office for Policing in Wexmoor",
                holder_title="Police and Crime Commissioner",
                chief_officer_title="Chief Constable",
                force_name="Wexmoor Police",
            ),
            invitation=InvitationFacts(PUBLISHED, PUBLISHED + timedelta(days=28)),
            chief_officer=ChiefOfficerFacts(
                text=_words(chance, 12) + "\n\n- we accept every point\n- we have begun",
                received_on=PUBLISHED + timedelta(days=20),
                author_name="A. Person",
                author_title="Chief Constable",
            ),
            own_comments="\n\n".join(_words(chance, 5) for _ in range(4)),
            reply=_words(chance, 4),
        ),
        signatory=SignatoryFacts("B. Person", "Police and Crime Commissioner", SIGNED),
    )


def response_with_table_and_welsh(recommendations: int, *, seed: int = 55) -> WrittenDocument:
    """The same, with a table of all actions, a numbered list, and words in Welsh."""
    document = response_of(recommendations, seed=seed)
    actions = tuple(
        (str(number), _ANSWERS[number % len(_ANSWERS)], "A. Person\nHead of Custody")
        for number in range(1, recommendations + 1)
    )
    more: tuple[Block, ...] = (
        Heading(1, "All actions"),
        Table("Actions by number, with their owners", ("Number", "Action", "Owner"), actions),
        NumberedList((plain("Read the table."), plain("Write to the office."))),
        Heading(1, "Yn Gymraeg", language="cy-GB"),
        Paragraph((Run(_WELSH, language="cy-GB"), Run(" The Welsh words come first."))),
    )
    return replace(document, blocks=(*document.blocks, *more))


def _finding(number: int, chance: random.Random) -> FindingFacts:
    limbs = tuple(
        LimbFacts(label, f"{chance.choice(_MIDDLES)};", ("Chief constables",))
        for label in ("a", "b", "c")[: number % 4]
    )
    proposed = number % 3 == 0
    return FindingFacts(
        id=number,
        kind=RecommendationKind.RECOMMENDATION,
        number=str(number),
        text=f"{chance.choice(_BEGINNINGS)} {chance.choice(_MIDDLES)}.",
        limbs=limbs,
        addressees=("Wexmoor Police",),
        deadline_worded="within six months of this report" if number % 2 else "",
        explanation=ExplanationFacts(
            kind=ExplanationKind.ACTION_PROPOSED if proposed else ExplanationKind.ACTION_TAKEN,
            text="\n\n".join(_words(chance, 3) for _ in range(2)),
            due_on=SIGNED + timedelta(days=30 + number) if proposed else None,
            owner="Head of Custody" if proposed else "",
        ),
    )


def _words(chance: random.Random, sentences: int) -> str:
    return " ".join(chance.choice(_ANSWERS) for _ in range(sentences))
