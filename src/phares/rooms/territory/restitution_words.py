"""The headings of what is told back, in the languages that a pole may choose for its cards; words of our own."""

from typing import NamedTuple


class Headings(NamedTuple):
    """The few headings of a restitution in one language."""

    title: str
    said: str
    understood: str
    done: str
    why_not: str
    more: str


HEADINGS: dict[str, Headings] = {
    "fr": Headings("Ce que vous avez dit, ce que cela devient", "Ce qui a été dit", "Ce que nous avons compris",
                   "Ce qui se fait, et par qui", "Ce qui ne se fait pas, et pourquoi", "Dire autre chose"),
    "en": Headings("What you said, what becomes of it", "What was said", "What we understood",
                   "What is being done, and by whom", "What is not being done, and why", "Say something else"),
    "pt": Headings("O que disseram, o que acontece", "O que foi dito", "O que compreendemos",
                   "O que se faz, e quem faz", "O que não se faz, e porquê", "Dizer outra coisa"),
    "es": Headings("Lo que dijeron, en qué queda", "Lo que se dijo", "Lo que hemos entendido",
                   "Lo que se hace, y quién lo hace", "Lo que no se hace, y por qué", "Decir otra cosa"),
    "ro": Headings("Ce ați spus, ce se întâmplă", "Ce s-a spus", "Ce am înțeles",
                   "Ce se face și de către cine", "Ce nu se face și de ce", "Spuneți altceva"),
    "tr": Headings("Söyledikleriniz ve sonucu", "Söylenenler", "Anladıklarımız",
                   "Yapılanlar ve yapanlar", "Yapılmayanlar ve nedeni", "Başka bir şey söyleyin"),
    "pl": Headings("Co Państwo powiedzieli i co z tego wynika", "Co powiedziano", "Co zrozumieliśmy",
                   "Co się robi i kto to robi", "Czego się nie robi i dlaczego", "Powiedzieć coś innego"),
    "uk": Headings("Що ви сказали і що з цього вийшло", "Що було сказано", "Що ми зрозуміли",
                   "Що робиться і ким", "Що не робиться і чому", "Сказати щось інше"),
    "ru": Headings("Что вы сказали и что из этого вышло", "Что было сказано", "Что мы поняли",
                   "Что делается и кем", "Что не делается и почему", "Сказать другое"),
    "it": Headings("Che cosa avete detto, che cosa ne è", "Che cosa è stato detto", "Che cosa abbiamo capito",
                   "Che cosa si fa, e chi lo fa", "Che cosa non si fa, e perché", "Dire altro"),
}  # fmt: skip


def headings_in(languages: list[str], reader: str) -> tuple[Headings, dict[str, list[tuple[str, str]]]]:
    """Return the headings in the reader's language, and for each heading the others, each with its language."""
    first = reader if reader in HEADINGS else "fr"
    others = [code for code in languages if code in HEADINGS and code != first]
    return HEADINGS[first], {
        name: [(code, getattr(HEADINGS[code], name)) for code in others] for name in Headings._fields
    }
