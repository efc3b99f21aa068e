"""The short words around what is told back, in the languages that a pole may choose; words of our own.

Each count stands after its label and a colon, so that no language needs its plurals here.
"""

from typing import NamedTuple

from phares.rooms.commons.typography import NARROW

CODES = (
    "housing", "food", "work", "moving", "health", "children", "elders", "rights", "meeting", "nature", "reuse",
    "safety", "other",
)  # fmt: skip


class Labels(NamedTuple):
    """The short words of a restitution in one language; `themes` are in the order of CODES."""

    voices: str
    few: str
    together: str
    nothing: str
    withdrawn: str
    now: str
    running: str
    over: str
    part: str
    whole: str
    left: str
    themes: str

    @property
    def colon(self) -> str:
        """Return the colon between a label and its count, as the language prints it."""
        return f"{NARROW}: " if self is LABELS["fr"] else ": "

    def theme(self, code: str) -> str:
        """Return what a theme is called."""
        return self.themes.split("; ")[CODES.index(code)]

    def stage(self, code: str) -> str:
        """Return where a response stands: only what is under way or over is told back."""
        return self.over if code == "over" else self.running

    def extent(self, code: str) -> str:
        """Return how much of the problem a response answers."""
        return self.whole if code == "whole" else self.part


LABELS: dict[str, Labels] = {
    "fr": Labels("paroles", "Quelques paroles.", "d’autres sujets, ensemble", "Rien encore.",
                 "réponse retirée depuis par celles et ceux qui la portaient", "Et maintenant", "en cours", "terminée",
                 "en partie", "en entier", "autres problèmes, sur la page",
                 "logement; manger; travail, formation; se déplacer; santé, soin; enfants, jeunes; personnes âgées; "
                 "papiers, droits, numérique; se rencontrer, culture; nature, cadre de vie; réparer, jeter moins; "
                 "tranquillité; autre chose"),
    "en": Labels("voices", "A few voices.", "other subjects, together", "Nothing yet.",
                 "response withdrawn since by those who carried it", "And now", "under way", "ended",
                 "in part", "in whole", "other problems, on the page",
                 "housing; food; work, training; getting about; health, care; children, young people; older people; "
                 "papers, rights, digital; meeting, culture; nature, surroundings; mending, wasting less; "
                 "peace and quiet; something else"),
    "pt": Labels("opiniões", "Algumas opiniões.", "outros assuntos, em conjunto", "Ainda nada.",
                 "resposta retirada entretanto por quem a levava a cabo", "E agora", "em curso", "terminada",
                 "em parte", "por inteiro", "outros problemas, na página",
                 "habitação; comer; trabalho, formação; deslocar-se; saúde, cuidados; crianças, jovens; "
                 "pessoas idosas; documentos, direitos, informática; encontros, cultura; natureza, espaço de vida; "
                 "reparar, deitar menos fora; sossego; outra coisa"),
    "es": Labels("palabras", "Algunas palabras.", "otros temas, en conjunto", "Nada todavía.",
                 "respuesta retirada desde entonces por quienes la llevaban", "Y ahora", "en curso", "terminada",
                 "en parte", "por completo", "otros problemas, en la página",
                 "vivienda; comer; trabajo, formación; desplazarse; salud, cuidados; infancia, jóvenes; "
                 "personas mayores; papeles, derechos, informática; encontrarse, cultura; naturaleza, entorno; "
                 "reparar, tirar menos; tranquilidad; otra cosa"),
    "ro": Labels("păreri", "Câteva păreri.", "alte subiecte, împreună", "Nimic încă.",
                 "răspuns retras între timp de cei care îl duceau la capăt", "Și acum", "în curs", "încheiat",
                 "în parte", "în întregime", "alte probleme, pe pagină",
                 "locuință; mâncare; muncă, formare; deplasare; sănătate, îngrijire; copii, tineri; "
                 "persoane în vârstă; acte, drepturi, digital; întâlniri, cultură; natură, cadru de viață; "
                 "a repara, a arunca mai puțin; liniște; altceva"),
    "tr": Labels("söz", "Birkaç söz.", "diğer konular, birlikte", "Henüz bir şey yok.",
                 "yürütenler tarafından sonradan geri çekilen yanıt", "Ve şimdi", "sürüyor", "bitti",
                 "kısmen", "tamamen", "diğer sorunlar, sayfada",
                 "konut; yemek; iş, eğitim; ulaşım; sağlık, bakım; çocuklar, gençler; yaşlılar; "
                 "belgeler, haklar, dijital; buluşma, kültür; doğa, yaşam çevresi; onarmak, daha az atmak; "
                 "huzur; başka bir şey"),
    "pl": Labels("wypowiedzi", "Kilka wypowiedzi.", "inne tematy, razem", "Jeszcze nic.",
                 "odpowiedź wycofana od tego czasu przez tych, którzy ją prowadzili", "A teraz", "w toku", "zakończone",
                 "częściowo", "w całości", "inne problemy, na stronie",
                 "mieszkanie; jedzenie; praca, szkolenia; przemieszczanie się; zdrowie, opieka; dzieci, młodzież; "
                 "osoby starsze; dokumenty, prawa, sprawy cyfrowe; spotkania, kultura; przyroda, otoczenie; "
                 "naprawiać, mniej wyrzucać; spokój; coś innego"),
    "uk": Labels("висловлювання", "Кілька висловлювань.", "інші теми, разом", "Поки що нічого.",
                 "відповідь відтоді відкликали ті, хто її здійснював", "А тепер", "триває", "завершено",
                 "частково", "повністю", "інші проблеми, на сторінці",
                 "житло; харчування; робота, навчання; пересування; здоров’я, догляд; діти, молодь; літні люди; "
                 "документи, права, цифрове; зустрічі, культура; природа, довкілля; ремонтувати, менше викидати; "
                 "спокій; інше"),
    "ru": Labels("высказывания", "Несколько высказываний.", "другие темы, вместе", "Пока ничего.",
                 "ответ с тех пор отозван теми, кто его осуществлял", "А теперь", "продолжается", "завершено",
                 "частично", "полностью", "другие проблемы, на странице",
                 "жильё; питание; работа, обучение; передвижение; здоровье, уход; дети, молодёжь; пожилые люди; "
                 "документы, права, цифровое; встречи, культура; природа, среда; чинить, меньше выбрасывать; "
                 "спокойствие; другое"),
    "it": Labels("parole", "Qualche parola.", "altri argomenti, insieme", "Ancora niente.",
                 "risposta ritirata nel frattempo da chi la portava avanti", "E adesso", "in corso", "conclusa",
                 "in parte", "per intero", "altri problemi, sulla pagina",
                 "alloggio; mangiare; lavoro, formazione; spostarsi; salute, cura; bambini, giovani; anziani; "
                 "documenti, diritti, digitale; incontrarsi, cultura; natura, ambiente di vita; "
                 "riparare, buttare meno; tranquillità; altro"),
}  # fmt: skip


def labels_in(language: str) -> Labels:
    """Return the short words in a language, else in French."""
    return LABELS.get(language, LABELS["fr"])
