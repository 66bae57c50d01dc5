"""Six measures as somebody would write them in DuckDB’s SQL, by month and force.

Each gives the columns month, force, standing (as the product numbers them) and how many rows stand
so. `AS_OF` stands for the last day of the cut.
"""

from __future__ import annotations


def _due(limit: str) -> str:
    """The last day in time for each start, of everybody and of those with versions of their own."""
    return f"""
versions AS (SELECT * FROM limits WHERE code = '{limit}'),
binding AS (
    FROM versions
    UNION ALL
    SELECT versions.* REPLACE (owners.organisation AS organisation)
    FROM versions, (SELECT DISTINCT organisation FROM versions) AS owners
    WHERE versions.organisation IS NULL AND owners.organisation IS NOT NULL
),
due AS (
    SELECT organisation, days.day AS start,
           CASE unit WHEN 'working_days' THEN worked.day ELSE days.day + count END AS due
    FROM calendar AS days
    JOIN binding ON coalesce(in_force_from <= days.day, true)
                AND coalesce(days.day <= in_force_to, true)
    LEFT JOIN calendar AS worked
           ON worked.is_working_day AND worked.working_days = days.working_days + count
    QUALIFY row_number() OVER (
        PARTITION BY organisation, days.day
        ORDER BY coalesce(in_force_from, -1000000) DESC, version DESC) = 1
)"""


def _with_due(start: str) -> str:
    return f"""
LEFT JOIN due AS own ON own.organisation = force AND own.start = {start}
LEFT JOIN due AS area ON area.organisation = cps_area AND area.start = {start}
LEFT JOIN due AS every ON every.organisation IS NULL AND every.start = {start}"""


_DUE = "coalesce(own.due, area.due, every.due)"


def _counted(rows: str, dated_by: str) -> str:
    return f"""
SELECT year * 100 + month AS month, force, standing, count(*)
FROM ({rows}) LEFT JOIN calendar ON day = {dated_by}
GROUP BY ALL"""


_VICTIMS = """
victims_since AS (
    SELECT case_number, victim, force, cps_area, not_a_crime_on,
           greatest(identified_on, reported_on) AS known_on,
           CASE WHEN recorded_on IS NOT NULL
                THEN greatest(recorded_on, identified_on, reported_on) END AS start_on
    FROM victims JOIN spine USING (case_number)
)"""

BY_HAND = {
    "advice_sought": f"WITH {_due('consider_advice')}"
    + _counted(
        f"""
SELECT reported_on, force,
       CASE WHEN not_a_crime_on IS NOT NULL THEN 0
            WHEN {_DUE} IS NULL THEN 0
            WHEN {_DUE} >= AS_OF THEN 1
            WHEN advice_requested_on <= {_DUE} THEN 3
            ELSE 4 END AS standing
FROM spine {_with_due("reported_on")}""",
        "reported_on",
    ),
    "support_offered": f"WITH {_due('offer_support')}, {_VICTIMS}"
    + _counted(
        f"""
SELECT known_on, force,
       CASE WHEN {_DUE} IS NULL THEN 0
            WHEN {_DUE} >= AS_OF THEN 1
            WHEN supported_on <= {_DUE} THEN 3
            ELSE 4 END AS standing
FROM victims_since {_with_due("known_on")}
LEFT JOIN (
    SELECT case_number, victim, min(happened_on) AS supported_on
    FROM (SELECT case_number, victim, happened_on FROM event_support_offered
          UNION ALL SELECT case_number, victim, happened_on FROM event_support_referred)
    GROUP BY ALL) USING (case_number, victim)""",
        "known_on",
    ),
    "characteristics_complete": f"WITH {_due('characteristics_complete')}, {_VICTIMS}"
    + _counted(
        f"""
SELECT start_on, force,
       CASE WHEN not_a_crime_on IS NOT NULL THEN 0
            WHEN start_on IS NULL THEN 2
            WHEN {_DUE} IS NULL THEN 0
            WHEN {_DUE} >= AS_OF THEN 1
            WHEN answered_on <= {_DUE} THEN 3
            ELSE 4 END AS standing
FROM victims_since {_with_due("start_on")}
LEFT JOIN (
    SELECT case_number, victim, max(answered_on) AS answered_on
    FROM (SELECT case_number, victim, characteristic, min(happened_on) AS answered_on
          FROM event_characteristic_recorded
          WHERE state IN ('recorded', 'asked_prefer_not_to_say', 'asked_not_known_by_victim')
          GROUP BY ALL)
    GROUP BY ALL HAVING count(*) = 9) USING (case_number, victim)""",
        "start_on",
    ),
    "withdrawal_reasons_recorded": _counted(
        """
SELECT happened_on, force,
       CASE WHEN through IN ('themselves', 'support_worker', 'lawyer', 'survey')
             AND reasons > 0 THEN 3 ELSE 4 END AS standing
FROM event_withdrawal
JOIN (SELECT case_number, force FROM spine) USING (case_number)
LEFT JOIN (SELECT case_number, event_number, count(*) AS reasons
           FROM event_withdrawal_reasons GROUP BY ALL) USING (case_number, event_number)""",
        "happened_on",
    ),
    "plan_items_done": _counted(
        """
SELECT coalesce(original_on, set_on) AS asked_on, force,
       CASE WHEN original_on IS NULL THEN 4
            WHEN original_on >= AS_OF THEN 1
            WHEN ended_on <= original_on THEN 3
            ELSE 4 END AS standing
FROM items JOIN (SELECT case_number, force FROM spine) USING (case_number)""",
        "asked_on",
    ),
    "decisions_explained": _counted(
        """
SELECT happened_on, force, CASE WHEN explained THEN 3 ELSE 4 END AS standing
FROM (FROM event_told WHERE decision IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY case_number, victim, decision
                                 ORDER BY happened_on, event_number) = 1)
JOIN (SELECT case_number, force FROM spine) USING (case_number)""",
        "happened_on",
    ),
}
