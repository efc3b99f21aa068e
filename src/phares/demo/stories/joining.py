"""Who joins what others do already: a residents' group that all accepted, a structure that waits for one more yes."""

from phares.demo.telling import Telling
from phares.demo.work_telling import party
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Cooperation, Joining


def newcomers(telling: Telling) -> None:
    """The cyclists bring their hands to the school's chairs; a welcome centre would open its kitchen to a resident."""
    chairs = Cooperation.objects.get(title="Les chaises du lycée")
    cyclists = _asks(telling, 60, chairs, "velos", "vient à deux le vendredi, pour les roulettes et les freins")
    _agree(telling, 58, cyclists, "lycee", "etabli")
    telling.fact(
        30, chairs, "etabli", "Séance à trois : les fauteuils à roulettes de la vie scolaire roulent de nouveau."
    )
    dishes = Cooperation.objects.get(title="Un plat contre un cours")
    welcome = _asks(telling, 6, dishes, "accueil", "ouvre sa cuisine un vendredi par mois")
    _agree(telling, 5, welcome, "samira", "langues")


def _asks(telling: Telling, ago: int, cooperation: Cooperation, key: str, role: str) -> Joining:
    return actions.ask_to_join(
        cooperation=cooperation, holder=telling.holder(key), role=role, by=telling.speaker(key), at=telling.at(ago)
    )


def _agree(telling: Telling, ago: int, joining: Joining, *keys: str) -> None:
    """Let parties agree, each by its person."""
    seen = joining.cooperation.agreements.get(replaced_at=None).number
    for key in keys:
        actions.agree_to_joining(
            joining=joining,
            party=party(telling, joining.cooperation, key),
            seen=seen,
            by=telling.speaker(key),
            at=telling.at(ago),
        )
