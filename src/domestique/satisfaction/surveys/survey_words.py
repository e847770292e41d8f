"""The words of a survey's letter and form, in the three languages a question can have.

The form is read by people who never open the product otherwise, in the language of the invitation and not of a
browser; so its few words are kept here, whole in each language, apart from the pages' own translations.
"""

from collections.abc import Mapping

from domestique.satisfaction.choices import Face

LANGUAGES = ("en", "sv", "fi")
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "subject": "%(organisation)s: %(survey)s",
        "letter": "Hello %(person)s,\n\nhow is IT doing for you? %(count)s questions, two minutes:\n\n%(link)s\n\n"
        "The link is yours alone, works once and until %(closes)s. %(privacy)s\n",
        "reminder": "Hello %(person)s,\n\nwe asked you lately how IT is doing, and nobody has answered by your link yet."
        " This is the only reminder. The link below takes the place of the one in the first letter:\n\n%(link)s\n\n"
        "It works once and until %(closes)s. %(privacy)s\n",
        "anonymous": "Your answer is kept without your name, and groups of fewer than five are never shown.",
        "by_name": "Your answer is kept with your name, as agreed.",
        "intro": "%(count)s questions, two minutes. Leave out what you do not want to answer.",
        "send": "Send my answers",
        "thanks": "Thank you. Your answers are in.",
        "after": "You will be told what came of it within a month.",
        "worst": "not at all",
        "best": "very much",
        "skip": "no answer",
        Face.POSITIVE: "good",
        Face.NEUTRAL: "so-so",
        Face.NEGATIVE: "bad",
        "open_until": "Open until %(closes)s.",
        "LinkNotKnown": "This link is not known. If you have had a reminder, the link in it has taken this one's place.",
        "LinkUsed": "This link has been used: somebody has answered by it, and each link takes one answer."
        " It cannot be forwarded.",
        "LinkExpired": "This survey closed on %(day)s, so it takes no more answers. The next one will be sent to you.",
        "SurveyNotOpenYet": "%(survey)s opens on %(day)s; until then it cannot be answered.",
        "NothingAnswered": "Nothing is answered yet. Answer at least one question; your link is still good.",
        "AnswerOutsideScale": "The answer %(answer)s is not on the scale; it must be from %(low)s to %(high)s,"
        " or empty for “don't know”.",
    },
    "sv": {
        "subject": "%(organisation)s: %(survey)s",
        "letter": "Hej %(person)s,\n\nhur går det för dig med IT? %(count)s frågor, två minuter:\n\n%(link)s\n\n"
        "Länken är bara din, fungerar en gång och till och med %(closes)s. %(privacy)s\n",
        "reminder": "Hej %(person)s,\n\nvi frågade nyligen hur det går med IT, och ingen har svarat på din länk än."
        " Det här är den enda påminnelsen. Länken nedan ersätter den i det första brevet:\n\n%(link)s\n\n"
        "Den fungerar en gång och till och med %(closes)s. %(privacy)s\n",
        "anonymous": "Ditt svar sparas utan ditt namn, och grupper med färre än fem svar visas aldrig.",
        "by_name": "Ditt svar sparas med ditt namn, som vi har kommit överens om.",
        "intro": "%(count)s frågor, två minuter. Hoppa över det du inte vill svara på.",
        "send": "Skicka mina svar",
        "thanks": "Tack. Dina svar har kommit fram.",
        "after": "Inom en månad får du veta vad det ledde till.",
        "worst": "inte alls",
        "best": "mycket",
        "skip": "inget svar",
        Face.POSITIVE: "bra",
        Face.NEUTRAL: "sådär",
        Face.NEGATIVE: "dåligt",
        "open_until": "Öppen till och med %(closes)s.",
        "LinkNotKnown": "Länken är okänd. Om du har fått en påminnelse har länken i den ersatt den här.",
        "LinkUsed": "Länken är använd: någon har redan svarat med den, och varje länk tar emot ett svar."
        " Den kan inte skickas vidare.",
        "LinkExpired": "Enkäten stängde %(day)s och tar inte emot fler svar. Nästa enkät skickas till dig.",
        "SurveyNotOpenYet": "%(survey)s öppnar %(day)s; dessförinnan går den inte att besvara.",
        "NothingAnswered": "Inget är besvarat än. Svara på minst en fråga; din länk gäller fortfarande.",
        "AnswerOutsideScale": "Svaret %(answer)s finns inte på skalan; det ska vara från %(low)s till %(high)s,"
        " eller tomt för ”vet inte”.",
    },
    "fi": {
        "subject": "%(organisation)s: %(survey)s",
        "letter": "Hei %(person)s,\n\nmiten IT toimii kannaltasi? %(count)s kysymystä, kaksi minuuttia:\n\n%(link)s\n\n"
        "Linkki on vain sinun, ja se toimii kerran, viimeistään %(closes)s. %(privacy)s\n",
        "reminder": "Hei %(person)s,\n\nkysyimme äskettäin, miten IT toimii, eikä linkilläsi ole vielä vastattu."
        " Tämä on ainoa muistutus. Alla oleva linkki korvaa ensimmäisen kirjeen linkin:\n\n%(link)s\n\n"
        "Se toimii kerran, viimeistään %(closes)s. %(privacy)s\n",
        "anonymous": "Vastauksesi tallennetaan ilman nimeäsi, eikä alle viiden vastauksen ryhmiä näytetä koskaan.",
        "by_name": "Vastauksesi tallennetaan nimelläsi, kuten on sovittu.",
        "intro": "%(count)s kysymystä, kaksi minuuttia. Voit jättää kysymyksiä väliin.",
        "send": "Lähetä vastaukseni",
        "thanks": "Kiitos. Vastauksesi ovat perillä.",
        "after": "Kuukauden kuluessa kerromme, mihin vastaukset johtivat.",
        "worst": "ei lainkaan",
        "best": "erittäin",
        "skip": "ei vastausta",
        Face.POSITIVE: "hyvä",
        Face.NEUTRAL: "siltä väliltä",
        Face.NEGATIVE: "huono",
        "open_until": "Avoinna %(closes)s asti.",
        "LinkNotKnown": "Linkkiä ei tunneta. Jos olet saanut muistutuksen, siinä oleva linkki on korvannut tämän.",
        "LinkUsed": "Linkki on jo käytetty: joku on vastannut sillä, ja kullakin linkillä voi vastata kerran."
        " Sitä ei voi välittää toiselle.",
        "LinkExpired": "Kysely päättyi %(day)s, eikä siihen voi enää vastata. Seuraava kysely lähetetään sinulle.",
        "SurveyNotOpenYet": "%(survey)s avautuu %(day)s; sitä ennen siihen ei voi vastata.",
        "NothingAnswered": "Mihinkään ei ole vielä vastattu. Vastaa ainakin yhteen kysymykseen; linkkisi on yhä voimassa.",
        "AnswerOutsideScale": "Vastaus %(answer)s ei ole asteikolla; sen on oltava %(low)s–%(high)s"
        " tai tyhjä, jos et tiedä.",
    },
}


def language_for(wished: str) -> str:
    """Return the language of the three that somebody is written to in; English if hers is none of them."""
    short = wished.lower().partition("-")[0]
    return short if short in WORDS else LANGUAGES[0]


def worded(language: str, key: str, **values: object) -> str:
    """Return a text of the form in a language, its values filled in."""
    return WORDS[language][key] % values if values else WORDS[language][key]
