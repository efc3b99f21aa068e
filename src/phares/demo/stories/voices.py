"""What residents of Port-Aval say: cards, a stall, calls, the page; read over, told back, one taken away."""

import json
from typing import Any

from phares.demo.telling import Telling
from phares.rooms.directory.actors import VISITOR
from phares.rooms.territory import actions
from phares.rooms.territory.actions.voice import ContactDraft
from phares.rooms.territory.models import District, Voice
from phares.rooms.territory.models.contact import Way

OUTLINES = {
    "Les Lanternes": [[2.330, 48.930], [2.345, 48.931], [2.347, 48.938], [2.336, 48.941], [2.329, 48.936], [2.330, 48.930]],
    "Le Vieux Quai": [[2.345, 48.931], [2.358, 48.932], [2.360, 48.939], [2.347, 48.938], [2.345, 48.931]],
    "Les Écluses": [[2.329, 48.936], [2.336, 48.941], [2.347, 48.938], [2.349, 48.946], [2.334, 48.948], [2.329, 48.936]],
}  # fmt: skip
SAID: list[tuple[int, str, str, str, str, str, str]] = [
    (75, "missing", "moving", "Les Lanternes", "card", "J’ai trois vélos à la cave et personne pour réparer, le magasin c’est 60 euros.", "public"),
    (74, "missing", "moving", "Les Lanternes", "card", "Les petits n’ont pas de vélo pour aller à l’école, c’est loin à pied.", "public"),
    (74, "could", "reuse", "Le Vieux Quai", "stall", "On pourrait réparer les vélos ensemble le samedi, j’ai des outils.", "public"),
    (73, "missing", "moving", "Les Écluses", "stall", "Le bus 26 ne passe plus après 20 h, pour le ménage du soir je rentre à pied.", "public"),
    (60, "missing", "food", "Les Lanternes", "card", "Le marché a fermé, il faut aller à l’hypermarché pour des légumes.", "public"),
    (58, "could", "food", "Les Lanternes", "page", "Un panier de légumes pas cher, à prendre en bas de la tour.", "public"),
    (55, "missing", "meeting", "Les Lanternes", "call", "Mon mari est mort, je ne vois plus personne la semaine.", "pole"),
    (51, "missing", "children", "Les Écluses", "card", "Rien pour les enfants le mercredi quand on travaille.", "public"),
    (44, "missing", "children", "Le Vieux Quai", "page", "Pas de place au centre de loisirs le mercredi.", "public"),
    (38, "missing", "rights", "Les Lanternes", "stall", "Les papiers sur internet je n’y arrive pas, il faut attendre trois semaines.", "public"),
    (33, "could", "rights", "Les Écluses", "card", "Quelqu’un qui parle bambara à la mairie un matin par semaine.", "public"),
    (27, "missing", "elders", "Le Vieux Quai", "call", "Je ne peux plus descendre seule, l’ascenseur est en panne depuis septembre.", "public"),
    (20, "missing", "nature", "Les Lanternes", "page", "Pas un arbre devant l’école, on cuit en juin.", "public"),
    (12, "could", "nature", "Les Lanternes", "card", "Mettre des bacs et planter avec les enfants de l’école.", "public"),
]  # fmt: skip


def listening(telling: Telling) -> None:
    """Choose five languages for cards and posters, and draw the three districts."""
    actions.set_listening_rules(
        pole=telling.cast.pole,
        languages=["fr", "en", "pt", "tr", "uk"],
        contact_months=12,
        by=telling.cast.actor("lena"),
        at=telling.at(80),
    )
    features = [
        {"properties": {"nom": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for name, ring in OUTLINES.items()
    ]
    actions.bring_districts(
        pole=telling.cast.pole,
        content=json.dumps({"type": "FeatureCollection", "features": features}).encode(),
        source="dessin pour la démonstration",
        is_drawn=True,
        by=telling.cast.actor("lena"),
        at=telling.at(80),
    )


def said(telling: Telling) -> None:
    """Let people say what is missing, in every way there is; Maud and Léna read over what they said."""
    districts = {one.name: one for one in District.objects.filter(pole=telling.cast.pole)}
    for number, (ago, sense, theme, district, channel, text, shown) in enumerate(SAID):
        voice = actions.say_voice(
            pole=telling.cast.pole,
            text=text,
            mark=f"demonstration-{number}",
            sense=sense,
            theme=theme,
            district=districts[district],
            channel=channel,
            shown=shown,
            said_aloud=channel in {"stall", "call"},
            by=VISITOR if channel == "page" else telling.cast.actor("maud"),
            at=telling.at(ago),
        )
        _read(telling, voice, ago - 1)


def in_another_language(telling: Telling) -> None:
    """Take down, translated by a neighbour, what somebody says in Turkish at the stall."""
    voice = actions.say_voice(
        pole=telling.cast.pole,
        text="Burada iş arayanlar için Türkçe bilen biri yok.",
        mark="demonstration-turkish",
        language="tr",
        translation="Ici, personne ne parle turc pour aider ceux qui cherchent du travail.",
        translator="une voisine de la tour 4",
        said_aloud=True,
        theme="work",
        channel="stall",
        shown="public",
        by=telling.cast.actor("maud"),
        at=telling.at(41),
    )
    actions.read_voice(
        voice=voice, keep=True, translation=voice.translation, translator=voice.translator,
        by=telling.cast.actor("maud"), at=telling.at(40),
    )  # fmt: skip


def placed(telling: Telling) -> None:
    """Show on the map where the lift is out of order."""
    voice = Voice.objects.get(pole=telling.cast.pole, mark="demonstration-11")
    actions.place_voice(
        voice=voice, latitude=48.9355, longitude=2.352, by=telling.cast.actor("maud"), at=telling.at(26)
    )


def called_back(telling: Telling) -> None:
    """Keep how to call two people back; one was told on Thursday, the other wants to take part."""
    contacts = {
        "Il manque un endroit au sec pour les poussettes dans la tour.": ContactDraft(Way.PASSES, "Mme O.", "le jeudi"),
        "Je sais souder, je peux montrer aux jeunes.": ContactDraft(
            Way.PHONE, "M. A.", "01 99 00 00 00", wants_part=True
        ),
    }
    for number, (text, contact) in enumerate(contacts.items()):
        voice = actions.say_voice(
            pole=telling.cast.pole,
            text=text,
            mark=f"demonstration-contact-{number}",
            sense="could" if contact.wants_part else "missing",
            theme="reuse" if contact.wants_part else "housing",
            place="" if contact.wants_part else "9, quai Neuf",
            channel="call",
            contact=contact,
            by=telling.cast.actor("maud"),
            at=telling.at(25),
        )
        _read(telling, voice, 24)
        if not contact.wants_part:
            actions.tell_of_voice(
                contact=voice.contact,
                told_on=telling.day(18),
                told_words="Le bailleur a été appelé ; il répond d’ici la fin du mois.",
                by=telling.cast.actor("maud"),
                at=telling.at(18),
            )


def taken_away(telling: Telling) -> None:
    """Erase what somebody no longer wants to have said."""
    voice = actions.say_voice(
        pole=telling.cast.pole, text="Une phrase regrettée", mark="demonstration-gone", by=VISITOR, at=telling.at(15)
    )
    actions.erase_voice(voice=voice, by=VISITOR, at=telling.at(14))


def wanted_part(telling: Telling) -> None:
    """Let somebody who said it without leaving a name come back with the code, and want to take part."""
    voice = Voice.objects.get(pole=telling.cast.pole, mark="demonstration-13")
    contact = ContactDraft(Way.NEIGHBOUR, "Une maman de l’école", "chez Odile", wants_part=True)
    actions.ask_to_take_part(voice=voice, contact=contact, by=VISITOR, at=telling.at(9))


def brought(telling: Telling) -> None:
    """Bring the notebook of the day centre, copied out in a table."""
    table = "Parole;Dit le;Thème\nUne douche ouverte le dimanche;{0:%d/%m/%Y};santé\nUne consigne pour les sacs;{0:%d/%m/%Y};autre chose"
    content = table.format(telling.day(30)).encode()
    actions.bring_voices(pole=telling.cast.pole, content=content, by=telling.cast.actor("maud"), at=telling.at(7))


def waiting(telling: Telling) -> None:
    """Leave a few that nobody has read over, two of which say nearly the same, and one that names somebody."""
    texts = (
        "Il faudrait un banc devant l’arrêt du 26",
        "Il faudrait un banc devant l’arrêt du bus 26",
        "Le voisin du 3, M. Untel, met la musique toute la nuit",
    )
    for number, text in enumerate(texts):
        actions.say_voice(
            pole=telling.cast.pole,
            text=text,
            mark=f"demonstration-waiting-{number}",
            theme="other",
            shown="public",
            by=VISITOR,
            at=telling.at(3),
        )


def _read(telling: Telling, voice: Voice, ago: int, **more: Any) -> None:
    """Let Léna or Maud keep what was said, a day later."""
    who = telling.cast.actor("lena" if voice.pk % 2 else "maud")
    actions.read_voice(voice=voice, keep=True, by=who, at=telling.at(max(ago, 0)), **more)
