"""Invented reports and responses for properties."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from answerable.statute import BASES
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules import facts
from answerable_site.responses.rules.words import (
    BindingGround,
    ExcludedPart,
    Language,
    Position,
    RevisionKind,
)

words = st.text(
    st.characters(categories=("L", "N", "P", "Zs"), max_codepoint=0x2FF), min_size=1, max_size=60
).filter(lambda text: text.strip())
anything = st.text(max_size=60)
days = st.dates(min_value=date(2012, 1, 1), max_value=date(2035, 1, 1))

ADDRESSES = st.sampled_from(["", "https://example.org/report", "ftp://example.org/x"])
explanations = st.builds(
    facts.ExplanationFacts,
    kind=st.sampled_from(facts.ExplanationKind),
    text=anything,
    due_on=st.none() | days,
    owner=st.just("") | words,
    language=st.sampled_from(Language),
    position=st.none() | st.sampled_from(Position),
    answered_in=st.none() | st.builds(facts.OtherResponseFacts, title=words, address=ADDRESSES),
    priorities=st.tuples() | st.tuples(words),
)
limbs = st.builds(
    facts.LimbFacts,
    label=st.sampled_from(["", "a", "ii"]),
    text=words,
    addressees=st.tuples() | st.tuples(words),
)
KINDS = list(RecommendationKind)


@st.composite
def findings(draw: st.DrawFn) -> tuple[facts.FindingFacts, ...]:
    """Findings whose texts all differ, some under an earlier cause of concern."""
    texts = draw(st.lists(words, max_size=6, unique_by=lambda text: text.strip()))
    found: list[facts.FindingFacts] = []
    for number, text in enumerate(texts):
        causes = [f.id for f in found if f.kind is RecommendationKind.CAUSE_OF_CONCERN]
        found.append(
            facts.FindingFacts(
                id=number,
                kind=draw(st.sampled_from(KINDS)),
                number=draw(st.sampled_from(["", "3", "3a", "12"])),
                text=text,
                parent_id=draw(st.sampled_from([None, *causes])),
                limbs=tuple(draw(st.lists(limbs, max_size=2))),
                addressees=draw(st.tuples() | st.tuples(words)),
                deadline_worded=draw(st.just("") | words),
                explanation=draw(st.none() | explanations),
            )
        )
    return tuple(found)


reports = st.builds(
    facts.ReportFacts,
    title=words,
    published_on=days,
    basis=st.sampled_from(list(BASES.values())),
    inspectorates=st.sampled_from([(), ("HMICFRS",), ("HMICFRS", "HMCPSI")]),
    findings=findings(),
    key_findings=st.lists(anything, max_size=2).map(tuple),
    number_gaps=st.lists(
        st.builds(facts.NumberGapFacts, missing=words, explanation=anything), max_size=1
    ).map(tuple),
    source_address=ADDRESSES,
)
exclusions = st.builds(
    facts.ExclusionFacts,
    part=st.sampled_from(
        [ExcludedPart.CHIEF_OFFICER, ExcludedPart.OWN_COMMENTS, ExcludedPart.REPLY]
    ),
    passage=words,
    public_reason=words,
    decided_as=words,
    decided_on=days,
)
responses = st.builds(
    facts.ResponseFacts,
    report=reports,
    body=st.builds(
        facts.BodyFacts,
        name=words,
        holder_title=words,
        chief_officer_title=words,
        force_name=st.just(""),
    ),
    invitation=st.none()
    | st.builds(facts.InvitationFacts, invited_on=days, comments_wanted_by=days),
    chief_officer=st.none()
    | st.builds(
        facts.ChiefOfficerFacts,
        text=anything,
        received_on=days,
        author_name=words,
        author_title=words,
    )
    | st.builds(facts.ChiefOfficerFacts, text=st.just(""), none_received_by=days),
    own_comments=anything,
    own_comments_language=st.sampled_from(Language),
    reply=anything,
    reply_language=st.sampled_from(Language),
    binding=st.none() | st.builds(facts.BindingFacts, ground=st.sampled_from(BindingGround)),
    exclusions=st.lists(exclusions, max_size=2).map(tuple),
    revision=st.none()
    | st.builds(
        facts.RevisionFacts,
        kind=st.sampled_from(RevisionKind),
        reason=words,
        version=st.integers(2, 9),
        replaces_published_on=days,
    ),
    incomplete_because=st.just("") | words,
)
signatories = st.builds(facts.SignatoryFacts, name=words, title=words, signed_on=days)
