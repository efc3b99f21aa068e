"""Reads the command line, finds the command, and turns what happens into an exit code: 0 ok, 1 failed, 2 misused."""

import argparse
import difflib
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

import phares
from phares.cli.commands import COMMANDS, Command
from phares.cli.words import say, tell

FAILED, MISUSED, INTERRUPTED = 1, 2, 130

# The sentences of argparse itself that a reader may meet; it looks them up by its own name `_`.
FRENCH = {
    "usage: ": "usage\u202f: ",
    "options": "options",
    "positional arguments": "arguments",
    "show this help message and exit": "montrer cette aide",
    "the following arguments are required: %s": "il manque\u202f: %s",
    "expected one argument": "une valeur est attendue",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r n’est pas un de\u202f: %(choices)s",
    "invalid %(type)s value: %(value)r": "valeur refusée\u202f: %(value)r",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s\u202f: %(message)s",
}


class Parser(argparse.ArgumentParser):
    """An argument parser that says its errors in one line of the reader's language."""

    def error(self, message: str) -> NoReturn:
        tell(f"{message}. Voir {self.prog} --help", f"{message}. See {self.prog} --help")
        raise SystemExit(MISUSED)


def overview() -> str:
    """Return the text of `phares --help`: every command and what it does."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.summary()}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            say(
                "Phares fait vivre un pôle de coopération\u202f: qui peut aider qui, ce qui est promis et tenu.",
                "Phares runs a pole of cooperation: who can help whom, what was promised and kept.",
            ),
            "",
            say("usage\u202f: phares COMMANDE [options]", "usage: phares COMMAND [options]"),
            "",
            say("Commandes", "Commands"),
            *lines,
            "",
            say(
                "Pour commencer\u202f: phares demo    ·    Sur une commande\u202f: phares COMMANDE --help",
                "To begin: phares demo    ·    About one command: phares COMMAND --help",
            ),
        ]
    )


def parser_of(name: str, command: Command) -> Parser:
    """Return the parser of one command."""
    parser = Parser(prog=f"phares {name}", description=command.summary())
    command.arguments(parser)
    return parser


def unknown(name: str) -> int:
    """Say that there is no such command, and which one looks like it."""
    near = difflib.get_close_matches(name, COMMANDS, n=1)
    tell(
        f"commande inconnue «\u202f{name}\u202f». "
        + (f"Peut-être «\u202f{near[0]}\u202f»\u202f?" if near else "Toutes les commandes\u202f: phares --help"),
        f"unknown command '{name}'. " + (f"Did you mean '{near[0]}'?" if near else "Every command: phares --help"),
    )
    return MISUSED


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    argparse._ = lambda text: say(FRENCH.get(text, text), text)  # type: ignore[attr-defined]
    name, *rest = list(arguments) or ["--help"]
    if name in {"-h", "--help", "help"}:
        print(overview())
        return 0
    if name in {"-V", "--version"}:
        print(f"phares {phares.__version__}")
        return 0
    if name not in COMMANDS:
        return unknown(name)
    command = COMMANDS[name]
    parser = parser_of(name, command)
    options, unread = parser.parse_known_args(rest)
    if unread and not command.takes_more:
        parser.error(say(f"option inconnue «\u202f{unread[0]}\u202f»", f"unknown option '{unread[0]}'"))
    options.more, options.command = unread, name
    return _carry_out(command, options)


def _carry_out(command: Command, options: argparse.Namespace) -> int:
    """Load the command's own module, which may need the whole environment, and run it."""
    try:
        result: int = importlib.import_module(command.module).command(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away: `phares engine … | head`
        sys.stderr.close()
        return FAILED
    return result
