"""What holds for every test."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from tests.databases import copied_into, migrated_database
from tests.rooms_together import RoomsTogether

# A busy machine is no fault of what is tested: nothing here is a matter of time.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

# Tests start hundreds of processes, and each would compile the whole product anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> RoomsTogether | None:
    """Which worker runs what, where there are several and no other way is asked for."""
    return RoomsTogether(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Test databases start as copies of a migrated one."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_database(
            os.environ["ANSWERABLE_DATABASE_URL"]
        )
        yield
        return
    name = connection.creation._get_test_db_name()
    with closing(sqlite3.connect(name, uri=True)) as kept_in_memory:
        copied_into(kept_in_memory)
        yield
