"""Django's entry to the room."""

from domestique.records import guarded_room


class ImprovementConfig(guarded_room.GuardedRoom):
    """The improvement room as Django knows it."""

    name = "domestique.improvement"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.improvement import guards, models
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard

        refuses, sorting = guards.for_desk_and_teams, guards.SORTING
        set_guards(
            {
                models.InboxItem: Guard(
                    (Ability.NOTE, *sorting), guards.inbox_item, lacking=refuses
                ),
                models.Improvement: Guard((Ability.SEE_PICTURE, *sorting), lacking=refuses),
            }
        )
