"""The share of cases whose advice was sought in time, by month and force, as ehrQL asks for it.

Carried out by ehrQL, never by the product; `measures_peers` writes the cases into its database.
"""

from __future__ import annotations

from datetime import date

from ehrql import INTERVAL, create_measures, days, months
from ehrql.tables import PatientFrame, Series, table

AS_OF = "2026-03-31"


@table
class cases(PatientFrame):  # noqa: N801 - ehrQL takes the name of the table from the class
    """A row a case."""

    reported_on = Series(date)
    not_a_crime_on = Series(date)
    advice_requested_on = Series(date)
    force = Series(int)


due_on = cases.reported_on + days(28)
asked = cases.reported_on.is_during(INTERVAL) & cases.not_a_crime_on.is_null() & (due_on < AS_OF)
measures = create_measures()
measures.configure_disclosure_control(enabled=False)
measures.define_measure(
    name="advice_sought",
    numerator=asked & (cases.advice_requested_on <= due_on),
    denominator=asked,
    group_by={"force": cases.force},
    intervals=months(63).starting_on("2021-01-01"),
)
