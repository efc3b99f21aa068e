"""How each figure is counted from the ground of a day; nothing here names a structure by how much it does."""

from collections import Counter
from fractions import Fraction
from itertools import chain

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.cooperation import levels
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.directory.models.structure import LegalForm
from phares.rooms.funding.models.call import Result
from phares.rooms.impact.figures import Counted, Record
from phares.rooms.impact.ground import MONEY, Ground


def _of(cooperations: list[Cooperation]) -> list[Record]:
    return [Record(one.title, cooperation=one, url=one.get_absolute_url()) for one in cooperations]


def _whole(number: int) -> Fraction:
    return Fraction(number)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def cooperations(ground: Ground) -> Counted:
    """Count the cooperations that lived in the twelve months."""
    return Counted(_whole(len(ground.living)), [], _of(ground.living))


def members_cooperating(ground: Ground) -> Counted:
    """Count the members that took part in one at least."""
    with_one, all_of_them = len(ground.times), ground.member_count
    inputs = [(_("membres qui prennent part"), _whole(with_one), ""), (_("membres"), _whole(all_of_them), "")]
    return Counted(_share(with_one, all_of_them), inputs, _of(ground.living))


def members_in_two(ground: Ground) -> Counted:
    """Count the members that took part in two or more."""
    return Counted(_whole(sum(times > 1 for times in ground.times.values())), [], _of(ground.living))


def lasting(ground: Ground) -> Counted:
    """Count the cooperations going on, signed by all a year ago or more, that a dated fact has kept alive since.

    The same rule as the pole's first page (cooperation.queries.figures).
    """
    old = [
        one
        for one in ground.living
        if as_day(one.started_at or one.written_at) < ground.from_on
        and (one.ended_on is None or one.ended_on > ground.day)
    ]
    return Counted(_whole(len(old)), [], _of(old))


def money_pooled(ground: Ground) -> Counted:
    """Sum the closed accounts of shared means and the money noted in facts."""
    accounts, noted = sum(one.amount_cents for one in ground.accounts), sum(one.cents or 0 for one in ground.noted)
    records = [
        Record(f"{x.means.cooperation.title}, {x.means.title}", x.until_on, cooperation=x.means.cooperation)
        for x in ground.accounts
    ] + [Record(x.cooperation.title, x.on, cooperation=x.cooperation) for x in ground.noted if x.cents]
    inputs = [
        (_("comptes clos de moyens partagés"), _whole(accounts), "euros"),
        (_("argent noté avec un fait"), _whole(noted), "euros"),
    ]
    known = [
        *(one.means.cooperation_id for one in ground.accounts),
        *(x.cooperation_id for x in ground.noted if x.cents),
    ]
    return Counted(_whole(accounts + noted), inputs, records, len(set(known)))


def hours_pooled(ground: Ground) -> Counted:
    """Sum the time noted in facts."""
    with_time = [one for one in ground.noted if one.minutes]
    records = [Record(one.cooperation.title, one.on, cooperation=one.cooperation) for one in with_time]
    minutes = sum(one.minutes or 0 for one in with_time)
    return Counted(_whole(minutes), [], records, len({one.cooperation_id for one in with_time}))


def jobs(ground: Ground) -> Counted:
    """Sum the jobs of the day, each once however many cooperations share it."""
    records = [
        Record(f"{job.title}, {job.employer}", job.from_on, cooperation=next(iter(job.cooperations.all()), None))
        for job in ground.jobs
    ]
    insertion = sum((job.fte for job in ground.jobs if job.is_insertion), Fraction(0))
    inputs = [
        (_("emplois"), _whole(len(ground.jobs)), ""),
        (_("employeurs"), _whole(len({job.employer for job in ground.jobs})), ""),
        (_("dont en insertion"), insertion, "fte"),
        (
            _("liens entre un emploi et une coopération"),
            _whole(sum(len(x.cooperations.all()) for x in ground.jobs)),
            "",
        ),
    ]
    return Counted(sum((job.fte for job in ground.jobs), Fraction(0)), inputs, records)


def promises(ground: Ground) -> Counted:
    """Share the promises of the twelve months that were kept, the pole as a whole."""
    outcomes = Counter(one.outcome for one in ground.promises)
    inputs = [
        (_("tenues et confirmées"), _whole(outcomes[Outcome.KEPT]), ""),
        (_("faites, pas encore confirmées"), _whole(outcomes[Outcome.DONE]), ""),
        (_("abandonnées, avec un mot"), _whole(outcomes[Outcome.DROPPED]), ""),
        (_("en attente"), _whole(outcomes[Outcome.OPEN]), ""),
    ]
    of = len({one.cooperation_id for one in ground.promises})
    return Counted(_share(outcomes[Outcome.KEPT], len(ground.promises)), inputs, [], of)


def entities_born(ground: Ground) -> Counted:
    """Count the entities born in the twelve months."""
    records = [
        Record(one.structure.name, one.on, one.when, structure=one.structure, url=one.structure.get_absolute_url())
        for one in ground.spin_offs
    ]
    return Counted(_whole(len(ground.spin_offs)), [], records)


def members(ground: Ground) -> Counted:
    """Count the members of the day, with entries and exits."""
    entered = sum(ground.is_within(one.from_on) for one in ground.memberships if one.kind in {"hosted", "associate"})
    left = sum(ground.is_within(one.until_on) for one in ground.memberships if one.kind in {"hosted", "associate"})
    records = [
        Record(one.structure.name, one.from_on, structure=one.structure, url=one.structure.get_absolute_url())
        for one in ground.members
    ]
    inputs = [(_("entrées en douze mois"), _whole(entered), ""), (_("sorties en douze mois"), _whole(left), "")]
    return Counted(_whole(len(ground.members)), inputs, records)


def people_on_site(ground: Ground) -> Counted:
    """Sum the people that the hosted structures last counted."""
    hosted = {one.structure_id for one in ground.there if one.kind == "hosted"}
    last = {one.structure_id: one.people or 0 for one in sorted(ground.sizes, key=lambda x: (x.on, x.pk))}
    known = {pk: people for pk, people in last.items() if pk in hosted}
    inputs = [
        (_("structures hébergées qui ont dit leur nombre"), _whole(len(known)), ""),
        (_("structures hébergées"), _whole(len(hosted)), ""),
    ]
    return Counted(_whole(sum(known.values())), inputs)


def shared_means(ground: Ground) -> Counted:
    """Count the cooperations that shared means, and those who took part."""
    sharing = [one for one in ground.living if levels.OF_FORM[one.form] == levels.SHARE_MEANS]
    users = {party.holder_key for party in chain.from_iterable(one.parties.all() for one in sharing)}
    return Counted(_whole(len(sharing)), [(_("parties qui s’en servent"), _whole(len(users)), "")], _of(sharing))


def spend_per_member(ground: Ground) -> Counted:
    """Share the closed accounts of shared means between the members."""
    spent = sum(one.amount_cents for one in ground.accounts)
    records = [
        Record(f"{x.means.cooperation.title}, {x.means.title}", x.until_on, cooperation=x.means.cooperation)
        for x in ground.accounts
    ]
    inputs = [
        (_("comptes clos de moyens partagés"), _whole(spent), "euros"),
        (_("membres"), _whole(ground.member_count), ""),
    ]
    of = len({one.means.cooperation_id for one in ground.accounts})
    return Counted(_share(spent, ground.member_count), inputs, records, of)


def ties(ground: Ground) -> Counted:
    """Share the pairs of those present that have a tie."""
    count = len(ground.network.members)
    inputs = [
        (_("liens"), _whole(len(ground.network.ties)), ""),
        (_("liens possibles"), _whole(count * (count - 1) // 2), ""),
        (_("liens de plus d’un an"), _whole(len(ground.network.lasting)), ""),
    ]
    return Counted(ground.network.density, inputs)


def joint_answers(ground: Ground) -> Counted:
    """Count the answers to calls that two structures or more gave together, and won."""
    won = [one for one in ground.applications if one.result == Result.WON]
    records = [Record(one.title, one.result_on, application=one, url=one.get_absolute_url()) for one in won]
    inputs = [
        (_("réponses communes dont l’issue est venue dans les douze mois"), _whole(len(ground.applications)), ""),
        (_("argent gagné"), _whole(sum(one.grant.amount_cents for one in won if one.grant is not None)), "euros"),
    ]
    if won:
        sizes = Fraction(sum(one.size for one in won), len(won))  # type: ignore[attr-defined]
        inputs.append((_("structures par groupement, en moyenne"), sizes, ""))
    return Counted(_whole(len(won)), inputs, records)


def needs(ground: Ground) -> Counted:
    """Share the needs said in the twelve months that found an answer."""
    met = [one for one in ground.needs if one.met_at is not None]
    residents = sum(one.structure_id is None for one in ground.needs)
    inputs = [
        (_("besoins dits"), _whole(len(ground.needs)), ""),
        (_("qui ont trouvé une réponse"), _whole(len(met)), ""),
        (_("dits par des habitantes et des habitants"), _whole(residents), ""),
    ]
    return Counted(_share(len(met), len(ground.needs)), inputs)


def partners(ground: Ground) -> Counted:
    """Count the partners of the day, by legal form."""
    there = list({one.structure_id: one for one in ground.there if one.kind == "partner"}.values())
    forms = Counter(one.structure.legal_form for one in there)
    inputs = [(LegalForm(form).label, _whole(count), "") for form, count in sorted(forms.items())]
    records = [
        Record(one.structure.name, one.from_on, structure=one.structure, url=one.structure.get_absolute_url())
        for one in there
    ]
    return Counted(_whole(len(there)), inputs, records)


def public_money(ground: Ground) -> Counted:
    """Share the public grants in the money of the last period that was measured."""
    public, own = (ground.measured.get(code) for code in MONEY)
    if public is None or own is None:
        return Counted(None)
    parts = [Fraction(one.value) * 100 for one in (public, own)]
    inputs = [(str(one.indicator), part, "euros") for one, part in zip((public, own), parts, strict=True)]
    records = [
        Record(
            str(one.indicator),
            one.until_on,
            url=reverse("impact:indicator", args=[ground.pole.slug, one.indicator.code]),
        )
        for one in (public, own)
    ]
    return Counted(parts[0] / sum(parts) if sum(parts) else None, inputs, records)
