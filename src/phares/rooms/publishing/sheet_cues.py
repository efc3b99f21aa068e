"""Cues: the words by which a paragraph says of which section it is; one without any cue stays « non rangé »."""

CUES: dict[str, tuple[str, ...]] = {
    "values": ("ne se definit pas", "n est pas un", "plutot que", "valeurs", "l idee est de"),
    "need": ("probleme", "constat", "il manquait", "besoin de depart"),
    "territory": ("le departement de", "quartier", "salaries", "territoire de", "commune de", "chomage"),
    "history": ("a ete cree", "est ne en", "depuis 19", "depuis 20", "a l origine"),
    "action": ("reunit", "propose", "met en place", "accueille", "domaines varies", "organise"),
    "authorities": ("soutenue par", "soutenu par", "agglomeration", "la ville de", "conseil departemental"),
    "governance": ("assemblee generale", "conseil d administration", "gouvernance", "college", "une voix"),
    "means": ("equivalents temps plein", "etp", "metres carres", "m2", "benevoles", "postes"),
    "economy": ("subvention", "chiffre d affaires", "modele economique", "loyer", "autofinancement"),
    "effects": ("utilite sociale", "impact", "effets"),
    "brakes": ("difficulte", "frein", "levier", "obstacle"),
    "transfer": ("conditions de reussite", "transfer", "essaimage", "reproduire"),
    "future": ("perspectives", "a l avenir", "prochaine etape", "prevoit de"),
}
LEAST = 1


def section_of(folded: str) -> str:
    """Return the section with most cues in a paragraph, the first in order where two have as many; else nothing."""
    plain = folded.replace("’", " ").replace("'", " ")
    counted = {section: sum(cue in plain for cue in cues) for section, cues in CUES.items()}
    section = max(counted, key=lambda one: counted[one])
    return section if counted[section] >= LEAST else ""
