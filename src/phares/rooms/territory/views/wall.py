"""The wall of a workshop: projected, sorted card by card, weighed by dots from the room or from a phone."""

import secrets
from typing import Any

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from phares.rooms.commons import limits
from phares.rooms.commons.form_pages import form_page, refuse
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.commons.row_numbers import row_number
from phares.rooms.directory.gate import found, members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.forms import workshop as forms
from phares.rooms.territory.models import Workshop, WorkshopDots
from phares.rooms.territory.models.workshop import Phase
from phares.rooms.territory.queries import workshop as queries
from phares.rooms.territory.views.workshop import about, posted, workshop_asked, workshop_run

AGAIN_AFTER = 30
MOST_CODES, AN_HOUR, AN_EVENING = 40, 3600, 12 * 3600


@reads
@members
def workshop_wall(request: Any, pk: int) -> HttpResponse:
    """Show the wall, large enough to be projected; it comes again by itself, without script, until it is held still."""
    require(permissions.can_see_wall(request.actor, request.pole))
    one = workshop_asked(request, pk)
    if one.is_closed:
        return redirect(one.get_absolute_url())
    is_still = "fige" in request.GET
    address = request.build_absolute_uri(reverse("territory:vote", args=[request.pole.slug, one.code]))
    context = {
        "workshop": one,
        "wall": queries.wall_of(one, request.today),
        "can_run": permissions.can_run_workshop(request.actor, request.pole),
        "is_still": is_still,
        "now": timezone.now(),
        "vote_address": request.build_absolute_uri(reverse("territory:find_vote", args=[request.pole.slug])),
        "qr": _drawn(address) if one.phase == Phase.VOTE else "",
    }
    answer = render(request, "territory/parts/wall.html" if request.htmx else "territory/wall.html", context)
    if not is_still and not request.htmx:
        answer["Refresh"] = str(AGAIN_AFTER)
    return answer


def _drawn(address: str) -> str:
    """Return an address as a code to scan, drawn in the page."""
    drawn = segno.make(address, error="m").svg_inline(border=3, light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308  # nosec B308 B703 - drawn by segno from our own address


@writes
@members
def sort_card(request: Any, pk: int) -> HttpResponse:
    """Show one card in large letters and sort it with one key; then the next."""
    one = workshop_run(request, pk)
    if one.is_closed:
        return redirect(one.get_absolute_url())
    asked = request.POST if request.method == "POST" else request.GET
    card = queries.card_numbered(one, row_number(asked.get("carte"))) if asked.get("carte") else None
    shown = (
        queries.seen(card, request.today)
        if card
        else queries.next_card(one, request.today, row_number(asked.get("apres")))
    )
    here = reverse("territory:sort_card", args=[request.pole.slug, one.pk])
    is_new = request.method == "POST" and "title" in request.POST
    form = forms.NewProblemForm(request.POST if is_new else None, workshop=one)
    status = 200
    if request.method == "POST":
        kept = found(card)
        try:
            if not is_new:
                _sort(request, one, kept)
                return redirect(here)
            if form.is_valid():
                wall = actions.put_problem(workshop=one, **form.cleaned_data, by=request.actor, at=timezone.now())
                actions.sort_card(card=kept, under=wall, by=request.actor, at=timezone.now())
                return redirect(here)
            status = 422
        except NotAllowed:
            raise
        except Refusal as refusal:
            if not is_new:
                messages.error(request, str(refusal.sentence))
                return redirect(here)
            status = refuse(form, refusal)
    context = {"workshop": one, "shown": shown, "wall": queries.wall_of(one, request.today), "form": form}
    return render(request, "territory/sort_card.html", context, status=status)


def _sort(request: Any, one: Workshop, card: Any) -> None:
    """Put a card where the button says."""
    where = request.POST.get("ou", "")
    under = None if where in {"cote", "retour"} else found(one.wall.filter(pk=row_number(where)).first())
    actions.sort_card(card=card, under=under, is_aside=where == "cote", by=request.actor, at=timezone.now())


@writes
@members
def merge_on_wall(request: Any, pk: int) -> HttpResponse:
    """Put two problems of the wall together; one is back where the cards are sorted, or at the workshop."""
    one = workshop_run(request, pk)
    is_sorting = "tri" in request.GET
    form = forms.MergeOnWallForm(posted(request), workshop=one, initial={"wall": row_number(request.GET.get("mur"))})

    def act(entry: dict[str, Any]) -> str:
        into = actions.merge_on_wall(**entry, by=request.actor, at=timezone.now())
        messages.success(request, _("C’est réuni sous « %(title)s ».") % {"title": into})
        there = reverse("territory:sort_card", args=[request.pole.slug, one.pk])
        return there if is_sorting else f"{one.get_absolute_url()}#au-mur"

    lead = _("Ils ne feront qu’un problème à la clôture, et l’on saura toujours de quoi il vient.")
    return about(request, form, act, one, _("Réunir deux problèmes"), lead=lead, submit_label=_("Réunir"))


@acts
@members
def part_on_wall(request: Any, pk: int) -> HttpResponse:
    """Take a problem out of the one with which it was put."""
    one = workshop_run(request, pk)
    wall = found(one.wall.filter(pk=row_number(request.POST.get("wall"))).first())
    actions.part_on_wall(wall=wall, by=request.actor, at=timezone.now())
    return redirect(f"{one.get_absolute_url()}#au-mur")


@writes
@members
def place_dots(request: Any, pk: int) -> HttpResponse:
    """Type in the dots counted from the wall."""
    one = workshop_run(request, pk)
    wall = queries.wall_of(one, request.today)
    form = forms.WallDotsForm(posted(request), problems=wall.problems)

    def act(entry: dict[str, Any]) -> str:
        actions.place_dots(workshop=one, counts=form.counts(), by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    people = {"people": wall.people, "each": one.dots_each, "most": wall.most}
    lead = _("%(people)s personnes, %(each)s points chacune : %(most)s points au plus, téléphones compris.") % people
    return about(request, form, act, one, _("Les points comptés au mur"), lead=lead)


@writes
def find_vote(request: Any) -> HttpResponse:
    """Type the code on the wall, on one's phone."""

    def act(entry: dict[str, Any]) -> str:
        voting = _voting(request, entry["code"])
        if voting is None:
            raise Refusal(_("Aucun atelier ne reçoit de points avec ce code : relisez le mur."), field="code")
        return reverse("territory:vote", args=[request.pole.slug, voting.code])

    return form_page(
        request,
        forms.VoteCodeForm(posted(request)),
        act,
        heading=_("Poser vos points"),
        lead=_("Sans nom et sans compte : le code est au mur."),
        submit_label=_("Continuer"),
    )


def _voting(request: Any, code: str) -> Workshop | None:
    """Return the workshop that receives dots under this code; whoever tries many codes is stopped."""
    voting = queries.workshop_voting(request.pole, code)
    if voting is None:
        limits.spend("workshop-code", request, most=MOST_CODES, seconds=AN_HOUR)
    return voting


@writes
def vote(request: Any, code: str) -> HttpResponse:
    """Place one's dots from a phone; sent again, they replace the first. The phone keeps a mark, the pole no name."""
    one = found(_voting(request, code))
    cookie = f"points-{one.pk}"
    kept = request.get_signed_cookie(cookie, default="", max_age=AN_EVENING)
    hand = kept or (request.POST.get("hand", "") if request.method == "POST" else secrets.token_urlsafe(24))
    placed = dict(WorkshopDots.objects.filter(wall__workshop=one, hand=hand).values_list("wall", "count"))
    data = {**request.POST.dict(), "hand": hand} if request.method == "POST" else None
    form = forms.PhoneDotsForm(
        data, problems=queries.wall_of(one, request.today).problems, each=one.dots_each, placed=placed,
        initial={"hand": hand},
    )  # fmt: skip

    def act(entry: dict[str, Any]) -> str:
        actions.place_dots(workshop=one, counts=form.counts(), hand=hand, by=request.actor, at=timezone.now())
        messages.success(request, _("Vos points sont posés. Vous pouvez les changer jusqu’à la fin."))
        return reverse("territory:vote", args=[request.pole.slug, one.code])

    answer = form_page(
        request,
        form,
        act,
        template="territory/vote.html",
        workshop=one,
        is_placed=bool(placed),
        heading=_("Vos points"),
    )
    if answer.status_code == 302:
        answer.set_signed_cookie(
            cookie, hand, max_age=AN_EVENING, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    answer["Cache-Control"] = "private, no-store"
    return answer
