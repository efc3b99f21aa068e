"""Reasons as every verb writes them: a code and what it stands on, never a sentence."""

from phares.engine.contract.shape import Schema

REASONS: Schema = {
    "type": "array",
    "items": {"type": "object", "required": ["code"], "properties": {"code": {"type": "string", "minLength": 1}}},
}
