"""The messy spreadsheet of forty structures: as a coordinator keeps it, all invented."""

# ruff: noqa: E501, DTZ001 (a line of a spreadsheet is one line, its days have no zone)

import io
from datetime import date, datetime, timedelta

import xlsxwriter

FORMS = ["Association loi 1901", "SCOP", "SAS", "asso", "SCIC", "Auto-entrepreneur"]
WORDS = ["Atelier", "Fabrique", "Maison", "Cantine", "Jardin", "Fanfare", "Recyclerie", "École"]
PLACES = ["des Aulnes", "du Héron", "de l’Étang", "Bleue", "des Cinq Ponts"]
KINDS = ["Hébergée", "hébergé", "Partenaire", "sociétaire"]
HEADER = ["", "Nom structure", "Statut juridique", "Activité (en 1 phrase)", "Secteurs d'activité", "Adresse", "CP", "Ville",
          "Tél.", "E-mail", "Site internet", "Type de membre", "Date d'entrée", "Surface m²", "Remarques"]  # fmt: skip
FIRST_LINE = 6
BAD = {9: "date", 17: "mail", 26: "kind", 33: "legal"}  # the place of each structure with something wrong
GOOD = 40 - len(BAD)


def name_of(place: int) -> str:
    """Return the name of a structure of the spreadsheet."""
    return f"{WORDS[place % 8]} {PLACES[place % 5]}" + ("" if place < 40 else " bis")


def entered(place: int) -> object:
    """Return a day as one of the hands that kept the spreadsheet wrote it."""
    day = date(2015, 2, 1) + timedelta(days=40 * place)
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    words = f"{'1er' if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"
    return [datetime(day.year, day.month, day.day), f"{day:%d/%m/%y}", words, (day - date(1899, 12, 30)).days][
        place % 4
    ]


def cells(place: int) -> list[object]:
    """Return the line of one structure."""
    slug = name_of(place).lower().replace(" ", "-").replace("’", "").replace("é", "e").replace("É", "e").lower()
    line: list[object] = [
        place + 1, f"  {name_of(place)} ", FORMS[place % 6], f"Ce que fait {name_of(place)}.",
        "Culture ; Formation" if place % 3 else "insertion par l’activité économique", f"{place + 1} quai des Lanternes", "93 450",
        "Port-Aval", "01 49 00 00 " + f"{place:02}", f"contact@{slug}.example", f"www.{slug}.example" if place % 2 else None,
        KINDS[place % 4], entered(place), "1 350,5 m²" if place % 5 == 0 else place + 10, "voir avec Léna",
    ]  # fmt: skip
    wrong = {
        "date": (12, "au printemps 2019"),
        "mail": (9, "contact chez aulnes"),
        "kind": (11, "copain"),
        "legal": (2, "GIE-truc"),
    }
    if place in BAD:
        column, written = wrong[BAD[place]]
        line[column] = written
    return line


def messy_workbook(structures: int = 40) -> bytes:
    """Return the workbook: a title merged over all, a note, an empty line, the names, then lines with holes between."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Membres 2026")
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range(0, 0, 0, 14, "ANNUAIRE DES STRUCTURES — mis à jour par Léna")
        sheet.write(1, 1, "⚠ ne pas diffuser")
        sheet.write_row(FIRST_LINE - 2, 0, HEADER)
        line = FIRST_LINE - 1
        for place in range(structures):
            line += place in {12, 25}  # an empty line between two floors of the building
            for column, value in enumerate(cells(place)):
                if isinstance(value, datetime):
                    sheet.write_datetime(line, column, value, days)
                elif value is not None:
                    sheet.write(line, column, value)
            line += 1
        sheet.write_formula(line + 1, 13, "=SUM(N6:N47)", None, "")
        book.add_worksheet("Feuil2")
    return kept.getvalue()
