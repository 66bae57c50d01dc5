"""The kinds of addressee, and the words by which each is known."""

from __future__ import annotations

import re
from typing import Final

KINDS: Final = (
    "forces",
    "force",
    "chief_constables",
    "local_policing_bodies",
    "cps",
    "home_office",
    "ministry_of_justice",
    "college_of_policing",
    "national_lead",
    "inspectorate",
    "support_services",
    "fire_service",
    "government",
    "other",
)

_THE: Final = r"(?:[Tt]he\s+)?"
_EACH: Final = r"(?:(?i:all|each|every|the|local)\s+)?"
_ANY: Final = (
    r"(?:(?i:all|each|every|any|the|both|those|these|other|police|local|relevant|some|individual"
    r"|participating|affected|inspected)\s+){0,3}"
)
_PLACE: Final = r"(?:[A-Z][\w’'-]+(?:(?:\s+(?:and|&)\s+|\s+)[A-Z][\w’'-]+){0,3})"
_OF_PLACE: Final = rf"(?:\s+(?:for|of|in)\s+(?:the\s+)?{_PLACE})?"
_OF_FORCES: Final = (
    r"\s+of\s+(?:(?:all|the|those|both|police)\s+){0,2}forces"
    r"(?:\s+(?:with(?:out)?|in)\s+[\w’'-]+(?:\s+(?!should|must|and\b)[\w’'-]+){0,5})?"
)
_NAME: Final = r"(?:(?!Police\b|Constabulary\b)[A-Z][\w’'-]+\s+(?:(?:and|&|of|the|upon)\s+)?){1,4}"
_NEXT_BODY: Final = r"and\s+(?:the|all|police|forces|chief|home|college|cps|crown)\b"
_SUBJECT_WORD: Final = rf"(?!should\b|must\b|needs?\b|{_NEXT_BODY}|is\b|are\b|to\b)[\w’'&-]+"
_LEAD_FOR: Final = rf"(?:\s+(?:for|on|of)\s+(?:the\s+)?[\w’'&-]+(?:\s+{_SUBJECT_WORD}){{0,7}})?"
_COUNCIL: Final = r"National Police Chiefs[’']? Council(?:\s*\(NPCC\))?"
_COMMISSIONER: Final = (
    r"(?:[Pp]olice,? (?:[Ff]ire )?(?:and|&) [Cc]rime [Cc]ommissioners?"
    r"|[Pp]olice,? [Ff]ire and [Cc]rime [Cc]ommissioners?"
    r"|[Pp]olice,? [Cc]rime and [Vv]ictims[’']? [Cc]ommissioners?)"
)
_NOT_POLICE_AS_SUCH: Final = (
    r"(?!\s+(?:officers?|staff|and [Cc]rime|and [Cc]riminal|custody|decisions?|powers?|stations?"
    r"|training|national|chiefs?|records?|data|response|,))"
)

_FUNCTION_WORD: Final = (
    r"(?i:what|how|why|whom|record|agree|that|to|of|and|or|with|by|for|whether|if|when|which|who"
    r"|whose|so|because|must|should|make"
    r"|sure|in|on|at|as|the|all|each|every|from|is|are|be|it|this|than|then)\b"
)
_AGENT: Final = (
    r"(?i:supervisors|officers|staff|managers|sergeants|inspectors|investigators|detectives"
    r"|commanders|rooms|suites|teams|leaders|directors|coroners|magistrates|judges|courts|hospitals"
    r"|schools|authorities|providers|partners|units|departments|prosecutors|lawyers|trainers"
    r"|heads|governors|agencies|organisations|companies|crews|(?:forensic|ambulance|children[’']s|youth|social|justice|probation"
    r"|health|mental|custody|care|legal|emergency|prison|court|education|community) services?)"
)

_WORDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "national_lead",
        (
            (
                rf"{_THE}(?:(?:relevant|responsible)\s+)?"
                rf"(?:NPCC|{_COUNCIL}|CPS|national(?:\s+polic(?:e|ing))?)(?:[’']s)?\s+"
                r"(?:(?:strategic|national|thematic|portfolio)\s+)?"
                rf"(?:leads?|portfolio holders?|co-?ordinators?){_LEAD_FOR}"
            ),
            rf"{_THE}(?:{_COUNCIL}|NPCC)",
            rf"{_THE}(?:National Fire Chiefs[’']? Council(?:\s*\(NFCC\))?|NFCC)",
        ),
    ),
    (
        "cps",
        (
            (
                rf"{_EACH}(?:CPS|Crown Prosecution Service(?:\s*\(CPS\))?)"
                r"(?:\s+(?:[Aa]reas?(?!\s+for\s+improvement)|[Hh]eadquarters|nationally|prosecutors"
                r"|lead(?:er)?s?|legal managers))?"
            ),
            rf"{_THE}Director of Public Prosecutions",
            r"(?:(?i:all|the)\s+)?[Cc]hief [Cc]rown [Pp]rosecutors?",
        ),
    ),
    (
        "home_office",
        (
            rf"{_THE}Home (?:Office|Secretary)",
            rf"{_THE}Secretary of State for the Home Department",
        ),
    ),
    (
        "ministry_of_justice",
        (
            rf"{_THE}(?:Ministry of Justice(?:\s*\(MoJ\))?|MoJ)",
            rf"{_THE}Lord Chancellor(?: and Secretary of State for Justice)?",
        ),
    ),
    ("college_of_policing", (rf"{_THE}College(?: of Policing)?",)),
    (
        "inspectorate",
        (
            rf"{_THE}(?:HMICFRS|HMIC|HMCPSI|HMI ?Probation|HMI ?Prisons|HMIP|CQC|Estyn|Ofsted)",
            rf"{_THE}(?:His|Her) Majesty[’']s (?:Chief )?Inspector(?:ate)?s? of \w+",
            rf"{_THE}HM (?:Crown Prosecution Service Inspectorate|Inspectorate of \w+)",
            rf"{_THE}(?:Care Quality Commission|(?:criminal justice )?inspectorates)",
        ),
    ),
    (
        "local_policing_bodies",
        (
            rf"{_EACH}{_COMMISSIONER}(?:\s*\(PF?CCs?\))?{_OF_PLACE}",
            rf"{_EACH}PF?CCs?",
            rf"{_EACH}(?:[Ll]ocal |[Ee]lected (?:local )?)[Pp]olicing [Bb]od(?:y|ies)",
            rf"{_EACH}(?:[Dd]eputy )?[Mm]ayors?(?: for [Pp]olicing(?: and [Cc]rime)?)?{_OF_PLACE}",
            r"(?:[Tt]he )?Mayor[’']s Office for Policing and Crime|MOPAC",
            rf"{_EACH}[Cc]ommissioners?(?! of [Pp]olice)",
        ),
    ),
    (
        "chief_constables",
        (
            rf"{_ANY}[Cc]hief [Cc]onstables?(?:{_OF_FORCES}|{_OF_PLACE})",
            rf"{_ANY}[Cc]hief [Oo]fficers?(?:\s+of\s+police)?",
            rf"{_ANY}[Cc]ommissioner of [Pp]olice(?: of the Metropolis)?",
        ),
    ),
    (
        "fire_service",
        (
            rf"(?:{_NAME})?{_ANY}[Ff]ire (?:and|&) [Rr]escue (?:[Ss]ervices?|[Aa]uthorit(?:y|ies))",
            rf"{_ANY}[Cc]hief [Ff]ire [Oo]fficers?",
            rf"{_ANY}[Ff]ire (?:[Ss]ervices?|[Aa]uthorit(?:y|ies))",
            r"FRSs?",
        ),
    ),
    (
        "support_services",
        (
            (
                rf"{_ANY}(?:(?i:specialist|victim|commissioned|third[- ]sector)\s+)?"
                r"[Ss]upport (?:services|providers|organisations|agencies)"
            ),
            rf"{_ANY}voluntary sector (?:partners|organisations)",
        ),
    ),
    (
        "government",
        (
            rf"{_THE}(?:Welsh )?Government|{_THE}Cabinet Office",
            rf"{_THE}Attorney General(?:[’']s Office)?",
            rf"{_THE}Department (?:of|for) [A-Z]\w+(?:(?: and|,)? [A-Z]\w+){{0,4}}",
            rf"{_EACH}(?:National |Local )?[Cc]riminal [Jj]ustice [Bb]oards?|LCJBs?",
            rf"{_THE}(?:HMPPS|(?:HM|(?:His|Her) Majesty[’']s) Prison and Probation Service)",
            rf"{_THE}(?:HMCTS|(?:HM|(?:His|Her) Majesty[’']s) Courts (?:and|&) Tribunals Service)",
            rf"{_THE}(?:Probation Service|NHS England|Judicial (?:Office|College)|Crown Court)",
            rf"{_THE}(?:National Crime Agency|NCA|Independent Office for Police Conduct|IOPC)",
            rf"{_THE}(?:Sentencing Council|Youth Justice Board|[Mm]inisters)",
        ),
    ),
    (
        "other",
        (
            (
                rf"{_ANY}(?:(?:local|statutory|safeguarding|criminal justice|partner)\s+){{1,3}}"
                r"(?:partners|partnerships|agencies|authorities|boards?|councils?)"
            ),
            rf"{_ANY}[Ll]ocal [Aa]uthorit(?:y|ies)",
            rf"{_ANY}[Hh]ealth (?:boards|bodies|services|providers|trusts?)",
            r"NHS trusts?|[Cc]ouncils",
        ),
    ),
    (
        "other",
        (
            (
                rf"{_THE}(?:[A-Z][\w’'-]+\s+){{1,5}}(?:Service|Agency|Authority|Board|Council"
                rf"|Commission"
                r"|Department|Trust|Regulator|Institute|Network|Association|Federation|Group)s?"
            ),
            rf"{_THE}(?:[A-Z][\w’'-]+\s+){{0,3}}Directors?(?:\s+of\s+[A-Z][\w’'-]+(?:\s+[A-Z]\w+){{0,3}})",
            (
                rf"(?:(?i:the|all|each"
                rf"|every)\s+)?(?:(?!{_FUNCTION_WORD})[\w’'-]+\s+){{0,3}}?{_AGENT}"
                rf"(?:\s+(?:of|in"
                rf"|for)\s+(?:(?!{_FUNCTION_WORD})[\w’'-]+)(?:\s+(?!{_FUNCTION_WORD})[\w’'-]+){{0,2}})?"
            ),
        ),
    ),
    (
        "forces",
        (
            rf"{_ANY}(?:[Pp]olice\s+)?[Ff]orces",
            r"(?:(?i:all|both)\s+)?[Cc]onstabularies",
            rf"{_ANY}(?:police )?services",
            r"(?i:each|every|any|a|no|another)\s+(?:police\s+)?(?:force|constabulary|service)",
            rf"{_THE}[Pp]olice(?:\s+service)?{_NOT_POLICE_AS_SUCH}",
        ),
    ),
    (
        "force",
        (
            r"(?:[Tt]he|[Tt]his|[Yy]our|[Ii]ts)\s+(?:[Ff]orce|[Cc]onstabulary|[Ss]ervice)",
            (
                rf"(?:{_NAME})(?:Police(?: Service)?|Constabulary)"
                r"(?!\s+(?:and [Cc]rim|Officer|officer|Federation|Chiefs|National))"
            ),
        ),
    ),
    ("you", (r"[Yy]ou",)),
)

BODIES: Final = tuple(
    (kind, re.compile(rf"(?<![\w’-])(?:{alternative})(?!\w)"))
    for kind, alternatives in _WORDS
    for alternative in alternatives
)
"""Kind and pattern. Of two that overlap the one that starts first stands, then the longer."""
