"""Paths of cases: how many go from stage to stage, how long it takes, and in which order."""

from answerable.measures.paths.stages import Stage
from answerable.measures.paths.steps import STEPS, Step, steps
from answerable.measures.paths.variants import Variant, variants

__all__ = ["STEPS", "Stage", "Step", "Variant", "steps", "variants"]
