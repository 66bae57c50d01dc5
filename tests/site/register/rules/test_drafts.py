from __future__ import annotations

from answerable_site.register.rules import (
    Addressed,
    Draft,
    DraftLimb,
    RecommendationKind,
    joined_drafts,
)

KIND = RecommendationKind.RECOMMENDATION


class TestJoinedDrafts:
    def test_puts_the_words_one_after_the_other(self):
        joined = joined_drafts(
            [
                Draft(KIND, "First.", addressees=(Addressed("Forces", "forces"),)),
                Draft(
                    KIND,
                    "Second.",
                    number="4",
                    limbs=(DraftLimb("A point."),),
                    addressees=(Addressed("Forces", "forces"), Addressed("the CPS", "cps")),
                    deadline="2026-05",
                ),
            ]
        )
        assert joined.text == "First.\nSecond."
        assert (joined.number, joined.deadline) == ("4", "2026-05")
        assert [one.name for one in joined.addressees] == ["Forces", "the CPS"]
        assert [limb.text for limb in joined.limbs] == ["A point."]


class TestFromProposal:
    def test_cuts_what_a_hostile_file_words_at_length(self):
        draft = Draft.from_proposal(
            {
                "kind": "recommendation",
                "number": "9" * 99,
                "text": "Forces should act.",
                "sub_points": [],
                "sub_point_details": [],
                "addressee_details": [],
                "deadline": None,
                "deadline_worded": "soon " * 99,
            }
        )
        assert (len(draft.number), len(draft.deadline_worded)) == (40, 300)
