"""The one door to background work.

Django's task interface enters Django itself with version 6; until then it comes from a backport
whose name will change. Everything else imports from here.
"""

from django_tasks import task

__all__ = ["task"]
