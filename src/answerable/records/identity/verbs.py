"""What people do: a verb after an unknown word at the beginning of a sentence makes it a name."""

from __future__ import annotations

_ONLY_PEOPLE_DO_LISTED = """
said says told tells asks wants replied rang rings texted messaged thought thinks felt feels knew
knows lives lived remembers cried believes spoke speaks drank drove laughed smiled laughs denies
admits alleges recalls insists insisted lied lies hit pushed grabbed kissed slept woke wept ran
walked hates hated loves loved
"""
ONLY_PEOPLE_DO = frozenset(_ONLY_PEOPLE_DO_LISTED.split())
"""None of them reads as what was done to a thing, as in "Property returned"."""
_PEOPLE_DO_LISTED = """
asked stated wanted alleged disclosed described met confirmed denied declined refused remembered
recalled admitted agreed claimed claims reported reports attended attends went came left phoned
contacted explained believed understands understood worked works returned moved gave took has had
"""
PEOPLE_DO = ONLY_PEOPLE_DO | frozenset(_PEOPLE_DO_LISTED.split())
