"""The demonstration, as a visitor finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from answerable_site.config.demonstration.loading import load


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The demonstration, made once; every test looks at it and leaves it as it is."""
    with (
        override_settings(CUTS=tmp_path_factory.mktemp("cuts")),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        with override_settings(DEMONSTRATION=True):
            load(today=timezone.localdate(), say=lambda _message: None)
        yield
        transaction.set_rollback(True)
