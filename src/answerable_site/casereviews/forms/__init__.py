"""What is asked of those who plan, score and release reviews of case files."""

from answerable_site.casereviews.forms.panels import AddSitting, Convene, PanelSays, WriteBundle
from answerable_site.casereviews.forms.planning import Draw, Nothing, Plan, Reviewers, Words
from answerable_site.casereviews.forms.releasing import Prepare
from answerable_site.casereviews.forms.scoring import Reconcile, ScoreFile

__all__ = [
    "AddSitting",
    "Convene",
    "Draw",
    "Nothing",
    "PanelSays",
    "Plan",
    "Prepare",
    "Reconcile",
    "Reviewers",
    "ScoreFile",
    "Words",
    "WriteBundle",
]
