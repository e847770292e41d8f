"""Django's entry to the room."""

from domestique.records import guarded_room


class CostingConfig(guarded_room.GuardedRoom):
    """The costing room as Django knows it."""

    name = "domestique.costing"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.costing import models
        from domestique.costing.guards import GATES, closed_price, price
        from domestique.parties.closed_months import stands_when_closed
        from domestique.parties.guard_queries import first_open_day
        from domestique.records.ability import Ability
        from domestique.records.door import guard_as_records, set_guards
        from domestique.records.guard import Guard

        set_guards(
            {
                models.Price: Guard(
                    (Ability.KEEP_PRICES,), price, first_open_day, stays=closed_price, gates=GATES
                )
            }
        )
        of_period, of_year = stands_when_closed("period"), stands_when_closed("year")
        guard_as_records(models.Cost, models.CostShare, facts=first_open_day, stays=of_period)
        guard_as_records(models.ExchangeRate, facts=first_open_day, stays=of_year)
