"""The commands: what each is for, what it accepts, and the module that carries it out."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from phares.cli.words import say

Parser = argparse.ArgumentParser


def _from(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number between two bounds, and says them where it is not one."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                say(
                    f"un nombre de {least} à {most} est attendu, pas «\u202f{text}\u202f»",
                    f"a number from {least} to {most} is expected, not '{text}'",
                )
            )
        return int(text)

    return read


_PORT = _from(1, 65_535)


def _nothing(parser: Parser) -> None:
    """Accept nothing."""


def _demo(parser: Parser) -> None:
    parser.add_argument("--fresh", action="store_true", help=say("repartir d’une démo neuve", "start from a new demo"))
    parser.add_argument(
        "--port", type=_PORT, metavar="N", help=say("port, 8000 ou le suivant libre", "port, 8000 or the next free")
    )


def _serve(parser: Parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help=say("adresse d’écoute", "address to listen on"))
    parser.add_argument(
        "--port", type=_PORT, default=8000, metavar="N", help=say("port, 8000 par défaut", "port, 8000 by default")
    )
    parser.add_argument(
        "--workers", type=_from(1, 64), default=1, metavar="N", help=say("processus du serveur web", "web processes")
    )


def _test(parser: Parser) -> None:
    parser.add_argument(
        "--postgres",
        action="store_true",
        help=say("sur un PostgreSQL jetable, démarré pour l’occasion", "on a throw-away PostgreSQL, started for it"),
    )
    parser.add_argument(
        "--browser",
        action="store_true",
        help=say("aussi les parcours dans un navigateur", "the journeys in a browser too"),
    )
    parser.epilog = say("Tout le reste est passé à pytest.", "Anything else is handed to pytest.")


def _bench(parser: Parser) -> None:
    parser.add_argument(
        "name", metavar=say("NOM", "NAME"), help=say("le fichier bench/NOM.py", "the file bench/NAME.py")
    )
    parser.epilog = say("Tout le reste est passé à la mesure.", "Anything else is handed to the measurement.")


def _screenshots(parser: Parser) -> None:
    parser.add_argument(
        "folder", metavar=say("DOSSIER", "FOLDER"), help=say("où écrire les images", "where to write the pictures")
    )


def _engine(parser: Parser) -> None:
    verbs = "match, pool, cycles, coalitions, network, split, shapley"
    parser.add_argument("verb", metavar=say("VERBE", "VERB"), help=say(f"un de\u202f: {verbs}", f"one of {verbs}"))
    parser.add_argument(
        "file",
        nargs="?",
        metavar=say("FICHIER", "FILE"),
        help=say("un fichier JSON, ou - pour l’entrée", "a JSON file, or - for the input"),
    )
    parser.add_argument(
        "--schema",
        action="store_true",
        help=say("montrer les schémas d’entrée et de sortie", "show the schemas of input and output"),
    )


def _found(parser: Parser) -> None:
    parser.add_argument(
        "--pole", required=True, metavar=say("NOM", "NAME"), help=say("le nom du pôle", "name of the pole")
    )
    parser.add_argument("--commune", required=True, help=say("où il se trouve", "the town it stands in"))
    parser.add_argument(
        "--given-name",
        required=True,
        metavar=say("PRÉNOM", "NAME"),
        help=say("de qui le coordonne", "of its coordinator"),
    )
    parser.add_argument("--family-name", default="", metavar=say("NOM", "NAME"), help=say("facultatif", "optional"))
    parser.add_argument(
        "--email",
        required=True,
        metavar=say("COURRIEL", "MAIL"),
        help=say("pour entrer", "the coordinator's, to enter"),
    )


def _file(parser: Parser) -> None:
    parser.add_argument("file", metavar=say("FICHIER", "FILE"), help=say("le fichier", "the file"))


def _export(parser: Parser) -> None:
    parser.add_argument(
        "pole", metavar=say("PÔLE", "POLE"), help=say("son nom dans les adresses", "its name in addresses")
    )
    _file(parser)


def _import(parser: Parser) -> None:
    parser.add_argument(
        "what",
        metavar="{pole,fiche}",
        choices=["pole", "fiche"],
        help=say("un pôle entier, ou une fiche d’expérience (texte ou PDF)", "a whole pole, or a sheet (text or PDF)"),
    )
    _file(parser)
    parser.add_argument(
        "--as", dest="slug", default="", metavar=say("NOM", "NAME"),
        help=say("le pôle, sous un autre nom dans les adresses", "the pole, under another name in addresses"),
    )  # fmt: skip
    parser.add_argument(
        "--pole", default="", metavar=say("PÔLE", "POLE"),
        help=say("la fiche, dans ce pôle (inutile s’il est seul)", "the sheet, into this pole (needless if alone)"),
    )  # fmt: skip
    parser.add_argument(
        "--publisher", default="", metavar=say("NOM", "NAME"),
        help=say("la fiche, parue chez qui (le pôle sinon)", "the sheet, published by whom (else the pole)"),
    )  # fmt: skip


@dataclass(frozen=True)
class Command:
    """One command of the line."""

    french: str
    english: str
    module: str
    arguments: Callable[[Parser], None] = _nothing
    takes_more: bool = False

    def summary(self) -> str:
        """Say in one line what the command is for."""
        return say(self.french, self.english)


COMMANDS = {
    "demo": Command(
        "la démonstration, deux pôles complets, dans votre navigateur",
        "the demonstration, two whole poles, in your browser",
        "phares.cli.demo",
        _demo,
    ),
    "serve": Command(
        "une installation réelle\u202f: serveur, tâches et minuterie",
        "a real installation: server, jobs and minute tick",
        "phares.cli.serve",
        _serve,
    ),
    "worker": Command("les tâches de fond, seules", "the background jobs alone", "phares.cli.site_commands"),
    "tick": Command("la minuterie, seule", "the minute tick alone", "phares.cli.site_commands"),
    "migrate": Command(
        "prépare ou met à jour la base et les fichiers",
        "prepares or updates database and files",
        "phares.cli.site_commands",
    ),
    "found": Command(
        "crée le premier pôle et qui le coordonne",
        "creates the first pole and its coordinator",
        "phares.cli.site_commands",
        _found,
    ),
    "backup": Command(
        "toute l’installation dans un fichier, sans l’arrêter",
        "the whole installation in one file, without stopping it",
        "phares.cli.site_commands",
        _file,
    ),
    "restore": Command(
        "rétablit une sauvegarde ailleurs, comparée ligne à ligne",
        "brings a backup back elsewhere, compared row by row",
        "phares.cli.site_commands",
        _file,
    ),
    "export": Command(
        "un pôle entier dans un fichier, pour une autre installation",
        "a whole pole in one file, for another installation",
        "phares.cli.site_commands",
        _export,
    ),
    "import": Command(
        "apporte ici un pôle venu d’une autre installation, ou une fiche parue ailleurs",
        "brings in a pole from another installation, or a sheet published elsewhere",
        "phares.cli.site_commands",
        _import,
    ),
    "doctor": Command(
        "dit ce qui ne va pas dans une installation (0 : rien, 1 : cassé, 3 : à voir)",
        "says what is wrong with an installation (0: nothing, 1: broken, 3: to be watched)",
        "phares.cli.site_commands",
    ),
    "engine": Command("un calcul, de JSON à JSON", "one computation, from JSON to JSON", "phares.cli.engine", _engine),
    "test": Command("les tests", "the tests", "phares.cli.testing", _test, takes_more=True),
    "check": Command("toutes les vérifications du code", "every check of the code", "phares.cli.check"),
    "bench": Command("une mesure", "one measurement", "phares.cli.bench", _bench, takes_more=True),
    "screenshots": Command(
        "toutes les pages en images, pour chaque rôle",
        "every page as a picture, for each role",
        "phares.cli.screenshots",
        _screenshots,
    ),
}
