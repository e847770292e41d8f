"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class SourceType(Choice):
    """Where something in the inbox comes from; nothing enters without it."""

    WISH = "customer wish", "", "önskemål från kund", "asiakkaan toive"
    DEMAND = "demand", "", "krav", "vaatimus"
    COMPLAINT = "complaint", "", "klagomål", "valitus"
    REPORT = "report", "", "rapport", "raportti"
    MEASUREMENT = "measurement", "", "mätning", "mittaus"
    PROPOSAL = "improvement proposal", "", "förbättringsförslag", "parannusehdotus"
    OBSERVATION = "desk observation", "", "iakttagelse i servicedesk", "palvelupisteen havainto"


class Triage(Choice):
    """Where an item goes from the inbox."""

    IMPROVE = "improve", "", "förbättra", "paranna"
    NEED = "need", "", "behov", "tarve"
    PORTFOLIO = "portfolio", "", "portfölj"
    DELIVERY = "delivery", "", "leverans", "toimitus"
    ANSWER = "answer", "", "svara", "vastaa"
    DROP = "drop", "", "avskriv", "hylkää"


class ImprovementState(Choice):
    """How far an improvement has come."""

    PROPOSED = "proposed", "", "föreslagen", "ehdotettu"
    PLANNED = "planned", "", "planerad", "suunniteltu"
    STARTED = "started", "", "påbörjad", "aloitettu"
    DONE = "done", "", "klar", "valmis"
    STOPPED = "stopped", "", "stoppad", "keskeytetty"
