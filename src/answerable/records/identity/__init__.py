"""Signs of identity in free text: what may say who somebody is, for a person to decide about."""

from answerable.records.identity.finding import signs
from answerable.records.identity.sign import Sign, SignKind

__all__ = ["Sign", "SignKind", "signs"]
