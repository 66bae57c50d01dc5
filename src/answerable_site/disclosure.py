"""The one door to the policy by which figures are protected: the office's own, or the shipped one.

It is read each time: whoever changes the file need not start the site anew, and figures that were
protected under another policy say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from answerable.disclosure.policy import Policy


def policy_of(profile: str) -> Policy:
    """The policy under which figures are protected here, for one of its profiles.

    Raises:
        answerable.disclosure.policy.UnusablePolicy: the office's own cannot be applied.
        OSError: its file cannot be opened.
    """
    from answerable.disclosure.policy import read_policy, shipped_policy

    file = settings.DISCLOSURE_POLICY
    return read_policy(file, profile) if file else shipped_policy(profile)
