"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class Face(Choice):
    """How the customer feels about what she gets."""

    POSITIVE = "positive", "", "positiv", "myönteinen"
    NEUTRAL = "neutral", "", "neutraali"
    NEGATIVE = "negative", "", "negativ", "kielteinen"


class WhoseWords(Choice):
    """Whose words a pulse holds: said by herself, heard by us, or guessed by us. They are kept apart."""

    HERS = "hers"
    HEARD = "heard by us"
    GUESS = "our guess"


class Contemplation(Choice):
    """What a customer who is not satisfied considers doing."""

    NOTHING = "nothing", "", "inget", "ei mitään"
    COMPLAIN = "complain", "", "klaga", "valittaa"
    GO_AROUND = "go around", "", "gå runt", "kiertää"
    BUY = "buy elsewhere", "", "buy saas", "köpa på annat håll", "ostaa muualta"
    OUTSOURCE = "outsource", "", "lägga ut", "ulkoistaa"
    CUT = "cut", "", "skära ner", "karsia"


class AlternativeState(Choice):
    """How far a customer has gone with something else."""

    CONTEMPLATED = "contemplated", "", "övervägs", "harkinnassa"
    TRIED = "tried", "", "prövas", "kokeilussa"
    IN_USE = "in use", "", "i bruk", "käytössä"
    DROPPED = "dropped", "", "nedlagd", "luovuttu"


class SurveyRole(Choice):
    """Whom a survey asks; each role has its own short form."""

    CUSTOMER = "customer"
    ORDERER = "orderer"
    USER = "user"


class QuestionKind(Choice):
    """What an answer is: 1 to 5 (CSAT), 0 to 10 (NPS), one of three faces, or words."""

    CSAT = "csat"
    NPS = "nps"
    FACE = "face"
    WORDS = "words"
