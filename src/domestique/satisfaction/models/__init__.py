"""What customers feel, in their own words."""

from domestique.satisfaction.models.opinions import Alternative, Complaint, Pulse, ValueScore
from domestique.satisfaction.models.surveys import Invitation, Survey, SurveyAnswer, SurveyQuestion

__all__ = [
    "Alternative",
    "Complaint",
    "Invitation",
    "Pulse",
    "Survey",
    "SurveyAnswer",
    "SurveyQuestion",
    "ValueScore",
]
