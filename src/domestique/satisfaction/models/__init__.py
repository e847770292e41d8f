"""What customers feel, in their own words."""

from domestique.satisfaction.models.opinions import (
    Alternative,
    AlternativeState,
    Complaint,
    Face,
    Pulse,
    ValueScore,
    Whose,
)
from domestique.satisfaction.models.surveys import (
    Invitation,
    QuestionKind,
    Survey,
    SurveyAnswer,
    SurveyQuestion,
    SurveyRole,
)

__all__ = [
    "Alternative",
    "AlternativeState",
    "Complaint",
    "Face",
    "Invitation",
    "Pulse",
    "QuestionKind",
    "Survey",
    "SurveyAnswer",
    "SurveyQuestion",
    "SurveyRole",
    "ValueScore",
    "Whose",
]
