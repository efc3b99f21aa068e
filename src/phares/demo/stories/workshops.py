"""One evening of sorting cards, from its preparation to its minutes; then what is told back of the season, corrected."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from phares.demo.stories.problems import BIKES, BUS, MEALS, PAPERS, SHADE, WEDNESDAY
from phares.demo.telling import Telling
from phares.rooms.territory import actions
from phares.rooms.territory.models import Observation, Problem, Voice, Workshop

TITLE = "Que dit-on aux Lanternes ?"
WAITING = "Attendre le bus debout, dans le noir"
WALKING = "Rentrer le soir à pied"
THERE = (
    ("missing", "moving", "À l’arrêt du 26, ni banc ni lumière : l’hiver on n’attend pas, on renonce.", True),
    ("could", "moving", "Un abri fait à l’atelier bois, on sait le faire.", True),
    ("missing", "moving", "J’ai peur le soir à cet arrêt.", False),
    ("could", "food", "Garder les invendus du pain pour le samedi.", True),
)
UNDER = {MEALS: (4, 5), WEDNESDAY: (7, 8), SHADE: (12,)}
DOTS = {WAITING: 17, WEDNESDAY: 11, MEALS: 9, SHADE: 6}
WHY_NOT = {
    BUS: "La ligne dépend de l’agglomération : elle a répondu que rien n’est prévu avant l’été. Nous redemandons en mars.",
    MEALS: "Les Jardins d’Aval pourraient tenir un panier le jeudi ; il manque encore 2 000 euros pour l’année.",
    WEDNESDAY: "Une sortie au jardin est possible, pas décidée : personne n’a encore dit oui pour les mercredis.",
    SHADE: "Refusé pour l’instant : la cour est en travaux jusqu’en septembre.",
    "Planter avec l’école": "L’école est d’accord, on attend la fin des travaux de la cour.",
}
LEAD = "Cet automne, vous avez parlé de vélos, de bus, de mercredis et de papiers. Voici ce que vos mots deviennent."
NEXT = "Le prochain atelier regarde l’abri de l’arrêt du 26. Venez comme vous êtes."
IN_PORTUGUESE = {
    LEAD: "Neste outono falaram de bicicletas, de autocarros, das quartas-feiras e de papéis. Eis o que é feito disso.",
    NEXT: "O próximo encontro olha para o abrigo da paragem do 26. Venham como são.",
    BUS: "Voltar à noite sem autocarro",
    WHY_NOT[
        BUS
    ]: "A linha depende da aglomeração: respondeu que nada está previsto antes do verão. Perguntamos de novo em março.",
    WAITING: "Esperar o autocarro de pé, no escuro",
    "L’Établi dessine un abri.": "L’Établi desenha um abrigo.",
    WHY_NOT[SHADE]: "Recusado por agora: o pátio está em obras até setembro.",
}


def prepared(telling: Telling) -> None:
    """Plan the evening, choose the words that everybody may read and what a structure sees, put up known problems."""
    maud, pole = telling.cast.actor("maud"), telling.cast.pole
    held = timezone.make_aware(datetime.combine(telling.day(2), time(18, 30)))
    workshop = actions.plan_workshop(
        pole=pole, title=TITLE, starts_at=held, place="La cour du Fanal, sous l’auvent", by=maud, at=telling.at(6)
    )
    numbers = [number for some in UNDER.values() for number in some]
    voices = Voice.objects.filter(pole=pole, mark__in=[f"demonstration-{number}" for number in numbers])
    seen = Observation.objects.filter(problem__pole=pole, structure=telling.cast.structures["numerique"])
    actions.choose_cards(workshop=workshop, voices=voices, observations=seen, by=maud, at=telling.at(4))
    for title in (MEALS, WEDNESDAY, SHADE):
        known = Problem.objects.get(pole=pole, title=title)
        actions.put_problem(workshop=workshop, problem=known, by=maud, at=telling.at(4))


def held(telling: Telling) -> None:
    """Count who is there, sort, write four cards on the spot, find a new problem, place dots, decide."""
    maud, workshop = telling.cast.actor("maud"), _workshop(telling)
    people = {"residents": 14, "structures": 5, "authority": 2}
    actions.count_people(workshop=workshop, counts=people, by=maud, at=telling.at(2))
    actions.turn_workshop(workshop=workshop, phase="sort", by=maud, at=telling.at(2))
    walls = {one.title: one for one in workshop.wall.all()}
    walls[WAITING] = actions.put_problem(
        workshop=workshop, title=WAITING, kinds=["social"], by=maud, at=telling.at(2),
        split_from=Problem.objects.get(pole=workshop.pole, title=BUS),
    )  # fmt: skip
    walls[WALKING] = actions.put_problem(
        workshop=workshop, title=WALKING, kinds=["social"], by=maud, at=telling.at(2)
    )  # fmt: skip
    places = {f"demonstration-{number}": title for title, some in UNDER.items() for number in some}
    for card in workshop.cards.select_related("voice"):
        under = walls.get(places.get(card.voice.mark, "")) if card.voice else None
        actions.sort_card(card=card, under=under, is_aside=under is None, by=maud, at=telling.at(2))
    for sense, theme, text, is_public in THERE:
        card = actions.write_card(
            workshop=workshop, text=text, sense=sense, theme=theme, is_public=is_public, by=maud, at=telling.at(2)
        )
        under = walls[MEALS if theme == "food" else WAITING if is_public else WALKING]
        actions.sort_card(card=card, under=under, by=maud, at=telling.at(2))
    actions.merge_on_wall(wall=walls[WALKING], into=walls[WAITING], by=maud, at=telling.at(2))
    actions.turn_workshop(workshop=workshop, phase="vote", by=maud, at=telling.at(2))
    counts = {walls[title].pk: dots for title, dots in DOTS.items()}
    actions.place_dots(workshop=workshop, counts=counts, by=maud, at=telling.at(2))
    actions.note_decision(
        workshop=workshop, wall=walls[WAITING], words="Dessiner un abri et le montrer à la ville",
        structure=telling.cast.structures["etabli"], due_on=telling.day(-40), by=maud, at=telling.at(2),
    )  # fmt: skip
    actions.note_decision(
        workshop=workshop, wall=walls[MEALS], words="Demander au fournil ce qui reste le samedi",
        who="Les Mains dans le Cambouis", due_on=telling.day(-12), by=maud, at=telling.at(2),
    )  # fmt: skip


def closed(telling: Telling) -> None:
    """Close the evening and pin its minutes up."""
    maud, workshop = telling.cast.actor("maud"), _workshop(telling)
    actions.close_workshop(
        workshop=workshop, next_on=telling.day(-42), next_words="au même endroit, pour voir l’abri dessiné",
        by=maud, at=telling.at(2) + timedelta(hours=5),
    )  # fmt: skip
    words = "affiché dans le hall des tours 2 et 4, donné à qui était là"
    actions.send_minutes(workshop=workshop, sent_on=telling.day(1), words=words, by=maud, at=telling.at(1))


def being_prepared(telling: Telling) -> None:
    """Plan the next evening, for which nothing is chosen yet."""
    when = timezone.make_aware(datetime.combine(telling.day(-42), time(18, 30)))
    actions.plan_workshop(
        pole=telling.cast.pole, title="L’abri du 26, dessiné", starts_at=when, place="La cour du Fanal",
        by=telling.cast.actor("maud"), at=telling.at(1),
    )  # fmt: skip


def told_back(telling: Telling) -> None:
    """Tell back the season: what is done and by whom, what is not and why; a mistake is corrected in a new version."""
    lena, pole = telling.cast.actor("lena"), telling.cast.pole
    told = actions.begin_restitution(
        pole=pole, first_on=telling.day(100), last_on=telling.day(2), by=lena, at=telling.at(1)
    )
    actions.write_restitution(
        restitution=told,
        lead=LEAD,
        next_words=NEXT,
        voices=told.voices.all(),
        by=lena,
        at=telling.at(1),
    )
    for problem in Problem.objects.filter(pole=pole).standing():
        if problem.title in (BIKES, PAPERS):
            continue
        said = (
            {"why_not": WHY_NOT[problem.title]} if problem.title in WHY_NOT else {"done": "L’Établi dessine un abri."}
        )
        understood = problem.text or problem.causes
        actions.tell_of_problem(
            restitution=told, problem=problem, understood=understood, **said, by=lena, at=telling.at(1)
        )
    actions.publish_restitution(restitution=told, by=lena, at=telling.at(1))
    meals = Problem.objects.get(pole=pole, title=MEALS)
    actions.tell_of_problem(
        restitution=told, problem=meals, understood=meals.causes, by=lena, at=telling.at(0),
        why_not="Les Jardins d’Aval pourraient tenir un panier le jeudi ; il manque encore 1 200 euros pour l’année.",
    )  # fmt: skip
    actions.translate_restitution(
        restitution=told, language="pt", translator="le groupe du jeudi", texts=IN_PORTUGUESE, by=lena, at=telling.at(0)
    )
    actions.publish_restitution(
        restitution=told, corrected="Il manque 1 200 euros pour les paniers, et non 2 000.", by=lena, at=telling.at(0)
    )


def _workshop(telling: Telling) -> Workshop:
    return Workshop.objects.select_related("pole", "gathering__pole").get(
        pole=telling.cast.pole, gathering__title=TITLE
    )
