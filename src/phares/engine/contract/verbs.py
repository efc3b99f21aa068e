"""The verbs of the engine: what each reads, what it does, what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from phares.engine.contract import barter, coalitions, matching, network, pooling, shapley, split
from phares.engine.contract.error import ContractError
from phares.engine.contract.shape import Schema, Shape
from phares.engine.contract.text import parse, written

DRAFT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Verb:
    """One thing the engine does: the shape it reads, its work on what was read, the schema of what it writes."""

    reads: Shape
    works: Callable[[Any], Mapping[str, Any]]
    writes: Schema


VERBS: dict[str, Verb] = {
    "coalitions": Verb(coalitions.INPUT, coalitions.answered, coalitions.OUTPUT),
    "match": Verb(matching.INPUT, matching.answered, matching.OUTPUT),
    "cycles": Verb(barter.INPUT, barter.chained, barter.OUTPUT),
    "network": Verb(network.INPUT, network.answered, network.OUTPUT),
    "pool": Verb(pooling.INPUT, pooling.pooled, pooling.OUTPUT),
    "shapley": Verb(shapley.INPUT, shapley.answered, shapley.OUTPUT),
    "split": Verb(split.INPUT, split.answered, split.OUTPUT),
}


def run(verb: str, text: str) -> str:
    """The answer of one verb to a JSON text, as JSON text."""
    asked = _verb(verb)
    return written(asked.works(asked.reads.read(parse(text), "")))


def schema(verb: str) -> str:
    """The JSON Schemas of a verb's input and output, as JSON text."""
    asked = _verb(verb)
    return written({"input": {"$schema": DRAFT, **asked.reads.schema()}, "output": {"$schema": DRAFT, **asked.writes}})


def _verb(name: str) -> Verb:
    if name not in VERBS:
        raise ContractError("verb", f"unknown ({name}); known: {', '.join(sorted(VERBS))}")
    return VERBS[name]
