import pytest
from datetime import date
from tests import factories_cases
from tests.factories_cases import AT
from answerable_site.casework import operations, queries
from answerable_site.casework.models import *
from answerable_site.people.rules import Role
from answerable.records.kinds import people, decision, telling, KINDS
from answerable_site.casework import forms
pytestmark = pytest.mark.django_db

def test_it(client):
    c = factories_cases.county()
    by = c.viewer(Role.INVESTIGATOR)
    e = operations.record_event(by=by, at=AT, case=c.case, event=people.VictimIdentified(on=date(2026,5,30), victim=1))
    print(CaseDue.objects.values_list("rule","words","due_on"))
    desk = queries.desk_of(by, c.case, at=AT)
    for k in KINDS:
        f = forms.RecordEvent(None, kind=k, offered=forms.Offered())
        str(f)
