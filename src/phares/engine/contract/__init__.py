"""The engine from the outside: JSON text in, JSON text out, one verb at a time (`phares engine VERB`)."""

from phares.engine.contract.error import ContractError
from phares.engine.contract.verbs import VERBS, Verb, run, schema

__all__ = ["VERBS", "ContractError", "Verb", "run", "schema"]
