"""Django's entry to the room."""

from domestique.records import guarded_room


class SatisfactionConfig(guarded_room.GuardedRoom):
    """The satisfaction room as Django knows it."""

    name = "domestique.satisfaction"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard
        from domestique.satisfaction import guards, models
        from domestique.satisfaction.guard_queries import sides_of

        anybody, own = Guard((Ability.CHANGE_RECORDS,)), (Ability.SEE_OWN, Ability.CHANGE_RECORDS)
        set_guards(
            {
                models.Pulse: Guard(
                    (Ability.SEE_PICTURE, *own), guards.pulse, sides_of, gates=guards.PULSE_GATES
                ),
                models.Alternative: Guard((Ability.SEE_PICTURE, Ability.CHANGE_RECORDS)),
                models.ValueScore: Guard(
                    own, guards.value_score, sides_of, gates=guards.SCORE_GATES
                ),
                models.Complaint: Guard(
                    own,
                    guards.complaint,
                    sides_of,
                    stays=guards.complaint_stands,
                    gates=guards.COMPLAINT_GATES,
                ),
                models.SurveyAnswer: Guard((), guards.survey_answer, gates=guards.ANSWER_GATES),
                models.Survey: anybody,
                models.SurveyQuestion: anybody,
            }
        )
