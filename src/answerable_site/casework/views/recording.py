"""Recording what happened in a case: chosen, asked, checked, kept."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import BY_TAG, KINDS
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable_site.casework import access, forms, operations, presenters, queries
from answerable_site.casework.models import Case
from answerable_site.casework.rules import side_of
from answerable_site.people.models import Organisation
from answerable_site.people.requests import Request
