"""Documents that the stories bring as proof, set by typst when the demonstration is told."""

import typst
from django.core.files.uploadedfile import SimpleUploadedFile


def workshop_notebook(first_evening: str) -> SimpleUploadedFile:
    """Return a page of the bicycle workshop's notebook: who came is not on it, what was repaired is."""
    rows = [
        ("1", "frein arrière", "reparti"),
        ("2", "chambre à air", "reparti"),
        ("3", "chaîne", "reparti"),
        ("4", "rayons", "gardé"),
    ]
    cells = "".join(f"[{number}], [{what}], [{outcome}]," for number, what, outcome in rows)
    sheet = (
        '#set page(paper: "a5", margin: 15mm)\n#set text(lang: "fr", size: 11pt)\n'
        f'#set document(title: "Cahier de l’atelier vélo, {first_evening}")\n'
        f"= Cahier de l’atelier vélo\n{first_evening}\n"
        f"#table(columns: 3, table.header([vélo], [ce qui a été fait], [le soir même]), {cells})"
    )
    pdf = bytes(typst.compile(sheet.encode(), format="pdf", ignore_system_fonts=True))
    return SimpleUploadedFile("cahier-atelier-velo.pdf", pdf, content_type="application/pdf")


def sheet(name: str, title: str, *lines: str) -> SimpleUploadedFile:
    """Return a page of plain lines under a title."""
    words = "\\\n".join(lines)
    source = (
        f'#set page(paper: "a5", margin: 15mm)\n#set text(lang: "fr", size: 11pt)\n#set document(title: "{title}")\n'
    )
    pdf = bytes(typst.compile(f"{source}= {title}\n{words}".encode(), format="pdf", ignore_system_fonts=True))
    return SimpleUploadedFile(f"{name}.pdf", pdf, content_type="application/pdf")


def delivery_contract() -> SimpleUploadedFile:
    """Return the contract of the shared delivery job; it names somebody invented, as a contract does."""
    return sheet(
        "contrat-livraison",
        "Contrat de travail à durée indéterminée",
        "Employeur : La Fabrique à Pain",
        "Salariée : Aïcha Benhalima",
        "Poste : livreuse, permis B, véhicule frigorifique",
        "Durée : 35 heures par semaine, temps plein",
        "Entre La Fabrique à Pain et Madame Aïcha Benhalima, il est convenu de ce qui suit.",
        "Lieu de travail : 12, quai de l’Écluse ; tournées pour trois cuisines du pôle.",
    )
