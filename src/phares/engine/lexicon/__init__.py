"""What the engine knows of French beforehand: how rare a word is, and which words share an idea.

Reading the data files of this package is the one input the engine is allowed (`lexicon.files`); they are reference
data, reviewed like code, each with its source.
"""

from phares.engine.lexicon.concepts import Concept, Lexicon, default_lexicon
from phares.engine.lexicon.rarity import gram_weight, stem_weight
from phares.engine.lexicon.term import Mention, Term

__all__ = ["Concept", "Lexicon", "Mention", "Term", "default_lexicon", "gram_weight", "stem_weight"]
