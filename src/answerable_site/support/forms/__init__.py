"""What is asked of those who answer, ask, code, tell, and keep the directory."""

from answerable_site.support.forms.answering import (
    LONGEST_CODE,
    AnswerSurvey,
    EnterAnswer,
    EnterCode,
)
from answerable_site.support.forms.coding import (
    AddFinding,
    GiveThemes,
    JudgeQuote,
    NameCoders,
    OfferQuote,
)
from answerable_site.support.forms.services import (
    AddContract,
    AddMeeting,
    AddNeed,
    AddPresence,
    AddRolePage,
    AddService,
    Agree,
    DescribeService,
    EndService,
    ExplainRole,
    RecordCapacity,
    ReportOutcome,
)
from answerable_site.support.forms.surveys import (
    GiveUp,
    MakeCodes,
    MoveClosingDay,
    OpenSurvey,
    RecordAsked,
)

__all__ = [
    "LONGEST_CODE",
    "AddContract",
    "AddFinding",
    "AddMeeting",
    "AddNeed",
    "AddPresence",
    "AddRolePage",
    "AddService",
    "Agree",
    "AnswerSurvey",
    "DescribeService",
    "EndService",
    "EnterAnswer",
    "EnterCode",
    "ExplainRole",
    "GiveThemes",
    "GiveUp",
    "JudgeQuote",
    "MakeCodes",
    "MoveClosingDay",
    "NameCoders",
    "OfferQuote",
    "OpenSurvey",
    "RecordAsked",
    "RecordCapacity",
    "ReportOutcome",
]
