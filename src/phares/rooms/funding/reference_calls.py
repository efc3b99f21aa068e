"""The State's calls to poles (PTCE) of 2013 to 2023, as far as published sources tell them, nothing more."""

from datetime import date
from typing import Any

STATE = "État (appel interministériel)"

REFERENCE_CALLS: tuple[dict[str, Any], ...] = (
    {
        "outside_id": "ptce-2013",
        "title": "Premier appel à projets PTCE (2013)",
        "issuer": STATE,
        "kind": "projects",
        "result_on": date(2014, 1, 10),
        "budget_cents": 300_000_000,
        "candidates": 180,
        "winners": 23,
        "summary": "180 candidatures, 23 lauréats, 3 M€ sur trois ans. Ouverture et clôture ne sont pas établies.",
        "source": "annonce des résultats du 10 janvier 2014 ; évaluation SGMAP de 2014",
    },
    {
        "outside_id": "ptce-2015",
        "title": "Deuxième appel à projets PTCE (2015)",
        "issuer": STATE,
        "kind": "projects",
        "opens_on": date(2015, 4, 21),
        "closes_on": date(2015, 6, 30),
        "result_on": date(2016, 1, 14),
        "budget_cents": 270_000_000,
        "candidates": 99,
        "winners": 14,
        "summary": "99 dossiers recevables, 14 lauréats, 2,7 M€ sur trois ans. "
        "Le règlement distingue les projets « en construction » et « en consolidation ».",
        "source": "décret n° 2015-431 du 15 avril 2015 ; règlement de l’appel de 2015",
    },
    {
        "outside_id": "ptce-2021-1",
        "title": "AMI « PTCE émergents » 2021, première phase",
        "issuer": STATE,
        "kind": "interest",
        "winners": 107,
        "summary": "107 pôles accompagnés par un bouquet de services.",
        "source": "annonces de l’appel à manifestation d’intérêt de 2021",
    },
    {
        "outside_id": "ptce-2021-2",
        "title": "AMI « PTCE émergents » 2021, deuxième phase",
        "issuer": STATE,
        "kind": "interest",
        "budget_cents": 150_000_000,
        "ceiling_cents": 10_000_000,
        "winners": 15,
        "summary": "15 lauréats, 100 k€ chacun sur deux ans.",
        "source": "annonces de l’appel à manifestation d’intérêt de 2021",
    },
    {
        "outside_id": "ptce-2022-2",
        "title": "AMI « PTCE émergents » 2022, deuxième phase",
        "issuer": STATE,
        "kind": "interest",
        "summary": "Une quinzaine de lauréats ; le nombre exact n’est pas établi.",
        "source": "annonces de l’appel à manifestation d’intérêt de 2022",
    },
    {
        "outside_id": "ptce-2023",
        "title": "AMI PTCE 2023",
        "issuer": STATE,
        "kind": "interest",
        "opens_on": date(2023, 6, 1),
        "closes_on": date(2023, 7, 31),
        "ceiling_cents": 10_000_000,
        "candidates": 72,
        "winners": 15,
        "summary": "72 candidatures, 15 lauréats, 100 k€ chacun sur deux ans, d’abord pour l’animation.",
        "source": "annonces de l’appel à manifestation d’intérêt de 2023",
    },
)
