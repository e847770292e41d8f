"""What the business wishes back first."""

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, RecordKind
from domestique.records.models import Record


class RestorationWish(Record):
    """The IT steering group's wish: the place of a service in the order in which everything is to come back."""

    declared = RecordKind(
        "restoration_wish",
        say("In which order everything is wished back after a loss."),
        "The ranking that the IT steering group has fixed. What a service stands on inherits its rank.",
        found_by="figures only",
        whose=Business.THE_ORGANISATIONS,
        used_by=("restoration",),
        rules=("R23",),
    )

    rank = declare.whole(say("The place in the order, 1 first."), required=True, least=1)
    service = declare.link("portfolio.Service", say("The service wished back."), required=True)

    class Meta:
        constraints = [declare.key("service", name="one_wish_per_service")]
        ordering = ["rank", "service_id"]
        verbose_name_plural = "restoration wishes"

    def __str__(self) -> str:
        return f"{self.rank} {self.service_id}"
