"""Pages that a mail's link opens: they show what is asked, and their button does it, without a password."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.days import day_words
from phares.rooms.commons.form_pages import refuse
from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import actions, links
from phares.rooms.cooperation.forms.keeping import ExtendForm
from phares.rooms.cooperation.forms.signed import AnswerByLinkForm, ChainByLinkForm, PooledByLinkForm
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.queries import signed as queries
from phares.rooms.cooperation.views.answers import message_for


class AnsweredAlready(Refusal):
    """Somebody of this side answered since the mail left: the link serves no more."""

    sentence = gettext_lazy(
        "Une réponse a déjà été donnée : ce lien ne sert plus. Pour la changer, entrez sur le site."
    )
    status = 410


def _page(request: Any, form: Any, act: Callable[[dict[str, Any]], str], **context: Any) -> HttpResponse:
    """Show the question; when it is answered, do the act and say what was done. Nothing of it is kept by browsers."""
    status, done = 200, ""
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                done, status = act(form.cleaned_data), 200
            except NotAllowed:
                raise
            except Refusal as refusal:
                status = refuse(form, refusal)
    answer = render(request, "cooperation/signed.html", {"form": form, "done": done, **context}, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _sent(request: Any) -> Any:
    return request.POST if request.method == "POST" else None


@writes
def signed_answer(request: Any, token: str) -> HttpResponse:
    """Answer a proposal from a mail."""
    opened = links.open_link(links.ANSWER, token, request.pole, request.today)
    asked = queries.proposal_asked(opened.actor, request.pole, opened.facts)
    if asked is None:
        raise Http404
    if asked.is_answered:
        raise AnsweredAlready

    def act(entry: dict[str, Any]) -> str:
        if asked.match is not None:
            actions.answer_match(
                match=asked.match, side=asked.side, seen=asked.seen, by=opened.actor, at=timezone.now(), **entry
            )
        else:
            why = matching.found_between(asked.own, asked.other, request.today)
            actions.answer_proposal(
                need=asked.need,
                offer=asked.offer,
                side=asked.side,
                reasons=matching.kept_reasons(why),
                missing=matching.kept_missing(why),
                by=opened.actor,
                at=timezone.now(),
                **entry,
            )
        return message_for(entry["choice"])

    form = AnswerByLinkForm(_sent(request), day=request.today)
    return _page(
        request,
        form,
        act,
        heading=_("Répondre pour %(name)s") % {"name": opened.actor.holder},
        lines=asked.lines(),
        submit_label=_("Envoyer la réponse"),
    )


@writes
def signed_extend(request: Any, token: str) -> HttpResponse:
    """Prolong a need or an offer from a mail."""
    opened = links.open_link(links.EXTEND, token, request.pole, request.today)
    item = queries.item_asked(opened.actor, request.pole, opened.facts)
    if item is None:
        raise Http404

    def act(entry: dict[str, Any]) -> str:
        kept = actions.extend_item(item=item, by=opened.actor, at=timezone.now())
        return _("C’est prolongé jusqu’au %(day)s.") % {"day": day_words(kept.expires_on)}

    return _page(
        request,
        ExtendForm(_sent(request)),
        act,
        heading=_("Toujours d’actualité ?"),
        lines=[(str(item.holder), item.title)],
        submit_label=_("Oui, prolonger de six mois"),
    )


@writes
def signed_chain(request: Any, token: str) -> HttpResponse:
    """Accept one's place in a chain, or not, from a mail."""
    opened = links.open_link(links.CHAIN, token, request.pole, request.today)
    link = queries.link_asked(opened.actor, request.pole, opened.facts)
    if link is None:
        raise Http404
    if link.accepted is not None or not link.chain.is_waiting:
        raise AnsweredAlready

    def act(entry: dict[str, Any]) -> str:
        accepted = entry["choice"] == Choice.INTERESTED
        chain = actions.answer_chain(link=link, accepted=accepted, by=opened.actor, at=timezone.now())
        if not accepted:
            return _("C’est dit. La chaîne est close ; personne ne saura par qui.")
        return _("Tout le monde est d’accord : il reste à écrire.") if chain.agreed_at else _("C’est dit.")

    return _page(
        request,
        ChainByLinkForm(_sent(request)),
        act,
        heading=_("Une chaîne d’échanges : en êtes-vous ?"),
        lines=queries.chain_lines(link),
        submit_label=_("Envoyer la réponse"),
    )


@writes
def signed_pooled(request: Any, token: str) -> HttpResponse:
    """Say from a mail whether one is in for something done by several."""
    opened = links.open_link(links.POOLED, token, request.pole, request.today)
    part = queries.part_asked(opened.actor, request.pole, opened.facts)
    if part is None:
        raise Http404
    if part.choice and part.choice != Choice.LATER:
        raise AnsweredAlready

    def act(entry: dict[str, Any]) -> str:
        actions.answer_pooled(part=part, by=opened.actor, at=timezone.now(), **entry)
        return _("C’est dit : les autres verront combien vous êtes.")

    return _page(
        request,
        PooledByLinkForm(_sent(request), part=part),
        act,
        heading=_("Le même besoin ailleurs : en êtes-vous ?"),
        lines=queries.pooled_lines(part),
        submit_label=_("Envoyer la réponse"),
    )
