"""Invented documents for the tests of the register."""

RESPONSE = """Office for Policing in Wexmoor
Response to inspections

Inspection Title:
Thematic Inspection of the Response to Stalking – Phase one: From call to safeguarding

Date Published:
16/07/2021

Type of Inspection:
National Inspection

Key Findings

Callers were answered quickly, but records of earlier calls were seldom read.

Recommendations:

1. Immediately, police forces should make sure that every call about stalking is recorded as such.
2. Police forces should review the training of call handlers by May 2022.
3. Police forces and the CPS should agree how they share evidence.
As a minimum, the following should be included:
· A named contact in every force.
· A review of each refused case.
6. The Home Office should publish guidance within nine months of this report.

PCC & Chief Constable Response to Report and Recommendations:

The Police and Crime Commissioner welcomes the report: “I will continue to look closely at how the
Constabulary protects victims of stalking.”

The Chief Constable for Wexmoor said:
“Since October 2021 the Constabulary has run a course for every call handler, and it will go on.”
"""
