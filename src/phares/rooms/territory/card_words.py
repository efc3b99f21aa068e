"""What cards and posters ask, in the languages that a pole may choose; words of our own, for paper and for the page."""

from typing import NamedTuple


class CardWords(NamedTuple):
    """The few words of a card in one language."""

    language: str
    missing: str
    could: str
    where: str
    how: str
    free: str
    agreed: str
    part: str
    receipt: str
    words: str
    rather: str
    say: str
    then: str


WORDS: dict[str, CardWords] = {
    "fr": CardWords("français", "Qu’est-ce qui manque ici ?", "Que pourrait-on faire ?", "Où ?",
                    "Dites-le avec vos mots. Ni compte, ni nom.",
                    "Pour avoir la réponse (facultatif) : un prénom, un téléphone ou un jour de passage",
                    "Tout le monde peut lire ces mots, sans mon nom", "Je veux participer",
                    "Code du reçu (à l’accueil)",
                    "Vos mots", "C’est plutôt", "Le dire",
                    "Quelqu’un relit avant que d’autres ne lisent. Un code permet de suivre, ou de tout effacer."),
    "en": CardWords("English", "What is missing here?", "What could we do?", "Where?",
                    "Say it in your own words. No account, no name.",
                    "To hear back (optional): a first name, a phone number or the day you come by",
                    "Everybody may read these words, without my name", "I want to take part",
                    "Code of the receipt (at reception)",
                    "Your words", "It is rather", "Say it",
                    "Somebody reads before others do. A code will let you follow, or erase everything."),
    "pt": CardWords("português", "O que falta aqui?", "O que poderíamos fazer?", "Onde?",
                    "Diga-o com as suas palavras. Sem conta, sem nome.",
                    "Para ter resposta (facultativo): um nome, um telefone ou o dia em que passa",
                    "Toda a gente pode ler estas palavras, sem o meu nome", "Quero participar",
                    "Código do recibo (na receção)",
                    "As suas palavras", "É antes", "Dizer",
                    "Alguém lê antes dos outros. Um código permitirá acompanhar, ou apagar tudo."),
    "es": CardWords("español", "¿Qué falta aquí?", "¿Qué podríamos hacer?", "¿Dónde?",
                    "Dígalo con sus palabras. Sin cuenta, sin nombre.",
                    "Para tener respuesta (opcional): un nombre, un teléfono o el día en que pasa",
                    "Todo el mundo puede leer estas palabras, sin mi nombre", "Quiero participar",
                    "Código del recibo (en la recepción)",
                    "Sus palabras", "Es más bien", "Decirlo",
                    "Alguien lee antes que los demás. Un código le permitirá seguirlo, o borrarlo todo."),
    "ro": CardWords("română", "Ce lipsește aici?", "Ce am putea face?", "Unde?",
                    "Spuneți cu cuvintele dumneavoastră. Fără cont, fără nume.",
                    "Pentru un răspuns (opțional): un prenume, un telefon sau ziua în care treceți",
                    "Oricine poate citi aceste cuvinte, fără numele meu", "Vreau să particip",
                    "Codul de pe recipisă (la recepție)",
                    "Cuvintele dumneavoastră", "Este mai degrabă", "Spun",
                    "Cineva citește înaintea celorlalți. Un cod vă va permite să urmăriți sau să ștergeți totul."),
    "tr": CardWords("Türkçe", "Burada ne eksik?", "Ne yapabiliriz?", "Nerede?",
                    "Kendi sözlerinizle anlatın. Hesap yok, isim yok.",
                    "Cevap almak için (isteğe bağlı): bir ad, bir telefon ya da uğradığınız gün",
                    "Bu sözleri herkes okuyabilir, adım olmadan", "Katılmak istiyorum",
                    "Makbuzun kodu (danışmada)",
                    "Sözleriniz", "Daha çok", "Söyle",
                    "Başkalarından önce biri okur. Bir kod ile takip edebilir ya da her şeyi silebilirsiniz."),
    "pl": CardWords("polski", "Czego tu brakuje?", "Co moglibyśmy zrobić?", "Gdzie?",
                    "Proszę powiedzieć własnymi słowami. Bez konta, bez nazwiska.",
                    "Aby otrzymać odpowiedź (nieobowiązkowo): imię, telefon lub dzień odwiedzin",
                    "Każdy może przeczytać te słowa, bez mojego nazwiska", "Chcę wziąć udział",
                    "Kod z potwierdzenia (w recepcji)",
                    "Państwa słowa", "To raczej", "Powiedzieć",
                    "Ktoś czyta, zanim przeczytają inni. Kod pozwoli śledzić sprawę albo wszystko usunąć."),
    "uk": CardWords("українська", "Чого тут бракує?", "Що ми могли б зробити?", "Де?",
                    "Скажіть своїми словами. Без облікового запису, без імені.",
                    "Щоб отримати відповідь (за бажанням): ім’я, телефон або день, коли ви заходите",
                    "Ці слова можуть читати всі, без мого імені", "Я хочу взяти участь",
                    "Код квитанції (на рецепції)",
                    "Ваші слова", "Це радше", "Сказати",
                    "Хтось читає раніше за інших. Код дасть змогу стежити або все стерти."),
    "ru": CardWords("русский", "Чего здесь не хватает?", "Что мы могли бы сделать?", "Где?",
                    "Скажите своими словами. Без учётной записи, без имени.",
                    "Чтобы получить ответ (по желанию): имя, телефон или день, когда вы заходите",
                    "Эти слова могут читать все, без моего имени", "Я хочу участвовать",
                    "Код квитанции (на стойке)",
                    "Ваши слова", "Это скорее", "Сказать",
                    "Кто-то читает раньше других. Код позволит следить или всё стереть."),
    "it": CardWords("italiano", "Che cosa manca qui?", "Che cosa potremmo fare?", "Dove?",
                    "Ditelo con parole vostre. Senza conto, senza nome.",
                    "Per avere una risposta (facoltativo): un nome, un telefono o il giorno in cui passate",
                    "Tutti possono leggere queste parole, senza il mio nome", "Voglio partecipare",
                    "Codice della ricevuta (all’accoglienza)",
                    "Le vostre parole", "È piuttosto", "Dirlo",
                    "Qualcuno legge prima degli altri. Un codice permetterà di seguire, o di cancellare tutto."),
}  # fmt: skip

OTHER_LANGUAGES = {
    "ar": "العربية", "ber": "tamazight", "bm": "bamanankan", "zh": "中文", "ta": "தமிழ்", "ur": "اردو", "bn": "বাংলা",
    "wo": "wolof", "snk": "soninké", "ff": "pulaar", "ku": "kurdî", "fa": "فارسی", "other": "…",
}  # fmt: skip


def words_asked(code: str, languages: list[str], reader: str) -> CardWords | None:
    """Return the words of the language asked for, where the pole chose it and the page is not in it already."""
    return WORDS[code] if code in languages and code in WORDS and code != reader else None


def spoken_languages() -> list[tuple[str, str]]:
    """Return every language in which somebody may have spoken, each in its own name."""
    return [(code, words.language) for code, words in WORDS.items()] + list(OTHER_LANGUAGES.items())
