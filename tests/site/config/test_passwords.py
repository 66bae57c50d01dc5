"""Which passwords are taken, and that they are checked as they were typed."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import reverse
from tests import factories

LONG = "correct horse battery staple, ŵ and 字; " * 4


class TestAPassword:
    @pytest.mark.parametrize(
        "password", ["only small letters", "123 456 789 0ab", "ŵŷŵŷŵŷŵŷŵŷŵŷ", LONG]
    )
    def test_may_be_made_of_anything(self, db, password):
        validate_password(password)

    @pytest.mark.parametrize(
        ("password", "says"),
        [
            ("eleven char", "too short"),
            ("1234567891011", "too common"),
            ("q1w2e3r4t5y6", "too common"),
        ],
    )
    def test_is_refused_when_short_or_common(self, db, password, says):
        with pytest.raises(ValidationError, match=says):
            validate_password(password)

    def test_is_refused_when_it_is_like_one_s_own_address(self, db):
        officer = factories.office().officer
        with pytest.raises(ValidationError, match="too similar"):
            validate_password(f"1{officer.email}", officer)

    def test_is_checked_as_it_was_typed(self, db):
        officer = factories.office().officer
        officer.set_password(LONG)
        officer.save()
        request = RequestFactory().post("/")
        assert authenticate(request, username=officer.email, password=LONG)
        for other in (LONG.strip(), LONG.upper(), LONG[:72], f"{LONG} "):
            assert authenticate(request, username=officer.email, password=other) is None

    def test_reaches_the_check_with_its_spaces(self, db):
        officer = factories.office().officer
        officer.set_password(LONG)
        officer.save()
        client = Client()
        client.post(reverse("account_login"), {"login": officer.email, "password": LONG})
        assert client.get(reverse("people:account")).status_code == 200
