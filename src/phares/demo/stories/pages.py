"""What structures say of themselves, in a few lines of their own, each on its day."""

from phares.demo.telling import Telling

PRESENTATIONS = {
    "etabli": (
        210,
        "Trois ateliers : le bois, le métal, le vélo. On vient avec quelque chose de cassé, on repart avec la chose et avec "
        "le geste. Deux salariés, dix-sept bénévoles, et des machines que personne n’aurait seul.",
    ),
    "roue": (
        320,
        "Une formation de neuf mois, six places, un diplôme. La moitié du temps à l’établi, l’autre moitié avec des gens qui "
        "ont besoin de leur vélo demain matin.",
    ),
    "cantine": (
        75,
        "Soixante couverts le midi, chacun paie ce qu’il peut. Le soir, le traiteur fait vivre la cantine et embauche.",
    ),
    "ressourcerie": (
        130,
        "Deux cents tonnes par an passent par le hangar sud. Ce qui se répare est réparé, ce qui reste est démonté, pesé, trié.",
    ),
    "pain": (
        260,
        "Du pain au levain, cuit la nuit par celles et ceux qui apprennent le métier. Deux tonnes de farine par mois.",
    ),
    "accueil": (
        400,
        "Ouvert sept jours sur sept. On ne demande ni papiers ni raison : un café, une douche, une boîte aux lettres.",
    ),
    "compost": (
        55,
        "Un triporteur, deux tournées par semaine, quatorze cuisines. La plateforme fait du compost en cinq mois.",
    ),
    "numerique": (
        18,
        "On reconditionne des ordinateurs, on tient des permanences, on forme les équipes des autres structures.",
    ),
}


def presentations(telling: Telling) -> None:
    """Eight structures write a few lines about what they do."""
    for key, (ago, presentation) in PRESENTATIONS.items():
        telling.describe(ago, key, presentation=presentation)


def change_of_mail(telling: Telling) -> None:
    """One structure changes its mail and has not given the new one yet: its page is to complete."""
    telling.describe(
        13,
        "halte",
        presentation="Un minibus de neuf places, onze bénévoles, et le plein à payer.",
        contact_email="",
    )
