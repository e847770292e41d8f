"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class Step(Choice):
    """A step of a need. They may come in any order, and none has to come at all."""

    CAPTURED = "captured"
    UNDERSTOOD = "understood"
    INVESTIGATED = "investigated"
    PREPARED = "prepared"
    DECIDED = "decided"
    HANDED_OVER = "handed over"
    TAKEN_OVER = "taken over"
    RETURNED = "returned"
    FULFILLED = "fulfilled"
    DECLINED = "declined"
    PROPOSED = "proposed", "handed to the portfolio"


class AsksFor(Choice):
    """What a need asks for."""

    USE = "use", "", "använda", "käyttö"
    ORDER = "order", "", "beställa", "tilaus"
    CHANGE = "change", "", "ändra", "muutos"
    NEW_SERVICE = "new service", "", "ny tjänst", "uusi palvelu"
    LEVEL = "level", "", "nivå", "taso"
    PRICE = "price", "", "pris", "hinta"


class RequirementState(Choice):
    """How far a requirement has come."""

    PROPOSED = "proposed", "", "föreslaget", "ehdotettu"
    DISCUSSED = "discussed", "", "diskuterat", "keskusteltu"
    ESTABLISHED = "established", "", "fastställt", "vahvistettu"
    MET = "met", "", "uppfyllt", "täytetty"
    CHANGED = "changed", "", "ändrat", "muutettu"
    WITHDRAWN = "withdrawn", "", "återtaget", "peruttu"


OVER = frozenset({RequirementState.CHANGED, RequirementState.WITHDRAWN})
STANDING = frozenset({RequirementState.ESTABLISHED, RequirementState.MET})


class Channel(Choice):
    """How people met."""

    MEETING = "meeting", "", "möte", "kokous"
    CALL = "call", "", "samtal", "puhelu"
    MESSAGE = "message", "", "meddelande", "viesti"
    VISIT = "visit", "", "besök", "vierailu"
    CORRIDOR = "corridor", "", "korridor", "käytävä"


class Forum(Choice):
    """Where a question is decided; the three last are the steps of an escalation."""

    CUSTOMER = "customer", "", "kund", "kunden", "asiakas"
    OPERATIVE = "operative", "", "operativ", "operatiivinen"
    TACTICAL = "tactical", "", "taktisk", "taktinen"
    STEERING = "it steering group", "", "it-styrgrupp", "it-styrgruppen", "it-ohjausryhmä"


class MeetingKind(Choice):
    """Two kinds of meeting with the customer, kept apart, and the team's own about her."""

    DIALOGUE = "development dialogue", "", "utvecklingsdialog", "kehityskeskustelu"
    FOLLOW_UP = "follow-up", "", "uppföljning", "seuranta"
    TEAM = "customer team meeting", "", "kundteammöte", "asiakastiimin kokous"


class MeetingMood(Choice):
    """How a meeting felt."""

    CREATIVE = "creative", "", "skapande", "kreativ", "luova"
    NEUTRAL = "neutral", "", "neutraali"
    ACCUSING = "accusing", "", "anklagande", "syyttävä"


class ItemKind(Choice):
    """What an item of a meeting is about; each kind has one meeting it belongs to."""

    GOAL = "goal", "", "mål", "tavoite"
    OBSTACLE = "obstacle", "", "hinder", "este"
    IDEA = "idea", "", "idé", "ajatus"
    NEW_NEED = "new need", "", "nytt behov", "uusi tarve"
    TRIAL = "30-day trial", "", "30-dagarsförsök", "30 päivän kokeilu"
    STATISTICS = "statistics", "", "statistik", "tilasto"
    BREACH = "breach", "", "avvikelse", "poikkeama"
    NEAR_MISS = "near miss", "", "nära ögat", "läheltä piti"
    CONSUMPTION = "consumption and cost", "", "förbrukning och kostnad", "kulutus ja kustannus"
    SATISFACTION = "satisfaction", "", "nöjdhet", "tyytyväisyys"
    LEVEL = "level", "", "nivå", "taso"
    DECISION = "decision", "", "beslut", "päätös"
    ACTION = "action", "", "åtgärd", "toimenpide"
    NOTE = "note", "", "anteckning", "muistiinpano"
