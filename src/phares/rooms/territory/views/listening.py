"""Pages of those who listen: reading over, typing cards in, calling back, bringing a table, the rules."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page, refuse
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.commons.tables.sheet import LARGEST_FILE
from phares.rooms.cooperation.permissions import visible_cooperations
from phares.rooms.cooperation.queries.holders import holder_choices, holder_named
from phares.rooms.directory.gate import found, members
from phares.rooms.territory import actions, permissions
from phares.rooms.territory.forms.voices import (
    CardVoiceForm,
    ListeningRulesForm,
    ReadForm,
    TakePartForm,
    ToldForm,
    VoicesTableForm,
)
from phares.rooms.territory.models import Address
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.models.voice import Rule
from phares.rooms.territory.personal_words import found_in, hidden
from phares.rooms.territory.queries import voices as queries
from phares.rooms.territory.queries.likeness import family_of
from phares.rooms.territory.queries.problems import became

A_PAGE = 30
MOST_BAD = 200


@reads
@members
def voices_to_read(request: Any) -> HttpResponse:
    """Show what waits to be read over, each thing said once."""
    require(permissions.can_listen(request.actor, request.pole))
    page = Paginator(queries.voices_to_read(request.pole), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "territory/voices_to_read.html", {"page": page})


@writes
@members
def read_voice(request: Any, pk: int) -> HttpResponse:
    """Read one voice over; words that may tell who somebody is are pointed out."""
    require(permissions.can_listen(request.actor, request.pole))
    voice = found(queries.voice_numbered(request.pole, pk))
    places = (request.pole.commune, request.pole.name, *(one.name for one in queries.districts_of(request.pole)))
    pointed = found_in(voice.text, places)
    form = ReadForm(
        request.POST if request.method == "POST" else None,
        initial={
            "theme": voice.theme,
            "sense": voice.sense,
            "translation": voice.translation,
            "translator": voice.translator,
            "shared_text": hidden(voice.text, places) if pointed else "",
            "with_doubles": True,
        },
    )

    def act(entry: dict[str, Any]) -> str:
        keep = entry.pop("choice") == "keep"
        actions.read_voice(voice=voice, keep=keep, **entry, by=request.actor, at=timezone.now())
        following = queries.voices_to_read(request.pole).first()
        if following is None:
            return reverse("territory:voices_to_read", args=[request.pole.slug])
        return reverse("territory:read_voice", args=[request.pole.slug, following.pk])

    alike = family_of(voice)
    doubles = list(alike[:5])
    if not doubles:
        del form.fields["with_doubles"]
    return form_page(
        request,
        form,
        act,
        template="territory/read_voice.html",
        voice=voice,
        pointed=pointed,
        doubles=doubles,
        others=alike.count(),
    )


@writes
@members
def type_voice(request: Any) -> HttpResponse:
    """Take a card or a call down, one after the other."""
    require(permissions.can_listen(request.actor, request.pole))
    form = CardVoiceForm(
        request.POST if request.method == "POST" else None,
        pole=request.pole,
        initial={"mark": secrets.token_urlsafe(24), "channel": request.GET.get("par", "card")},
    )

    def act(entry: dict[str, Any]) -> str:
        voice = actions.say_voice(pole=request.pole, **form.said(request.today), by=request.actor, at=timezone.now())
        messages.success(request, _("Noté. Code du reçu : %(code)s. Carte suivante.") % {"code": voice.code})
        return f"{reverse('territory:type_voice', args=[request.pole.slug])}?par={voice.channel}"

    typed = queries.voices_typed_by(request.actor, request.pole, request.today)
    return form_page(request, form, act, template="territory/type_voice.html", typed=typed[:20], count=typed.count())


@reads
@members
def contacts(request: Any) -> HttpResponse:
    """Show whom to call back, whom to tell on which day; a list to print."""
    require(permissions.can_listen(request.actor, request.pole))
    page = Paginator(queries.contacts_to_tell(request.pole), A_PAGE).get_page(request.GET.get("page"))
    told = became(request.actor, request.pole, [one.voice for one in page.object_list])
    for one in page.object_list:
        one.became = told.get(one.voice_id, [])
    return render(request, "territory/contacts.html", {"page": page})


@writes
@members
def tell_of_voice(request: Any, pk: int) -> HttpResponse:
    """Note that somebody was told."""
    require(permissions.can_listen(request.actor, request.pole))
    contact = found(queries.contacts_to_tell(request.pole).filter(pk=pk).first())
    back = reverse("territory:contacts", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.tell_of_voice(contact=contact, **entry, by=request.actor, at=timezone.now())
        return back

    return form_page(
        request,
        ToldForm(request.POST if request.method == "POST" else None, initial={"told_on": request.today}),
        act,
        heading=_("Dire ce que c’est devenu"),
        lead=_("%(name)s avait dit : « %(words)s »") % {"name": contact.name, "words": contact.voice.words[:160]},
        submit_label=_("C’est dit"),
        back_label=_("À rappeler"),
        back_url=back,
    )


@writes
@members
def take_part(request: Any, pk: int) -> HttpResponse:
    """Ask, for somebody who is present, to take part in a cooperation."""
    require(permissions.can_listen(request.actor, request.pole))
    contact = found(queries.contacts_to_tell(request.pole).filter(pk=pk).first())
    back = reverse("territory:contacts", args=[request.pole.slug])
    choices = holder_choices(request.actor, request.pole, request.today)[:2]
    running = visible_cooperations(request.actor, request.pole).running()
    answering = running.filter(pk__in=queries.cooperations_answering(contact.voice).values("pk")).first()
    form = TakePartForm(
        request.POST if request.method == "POST" else None,
        name=contact.name,
        cooperations=running,
        known=[(label, names) for label, names in choices if names],
        initial={"cooperation": answering},
    )

    def act(entry: dict[str, Any]) -> str:
        whom = entry.pop("as_whom")
        holder = None if whom in {"resident", "group"} else found(holder_named(request.pole, whom))
        said = {"holder": holder, "is_group": whom == "group", "by": request.actor, "at": timezone.now()}
        actions.take_part(contact=contact, **entry, **said)
        messages.success(request, _("C’est demandé. Chaque partie dira si elle est d’accord."))
        return back

    return form_page(
        request,
        form,
        act,
        heading=_("Faire participer"),
        lead=_("%(name)s avait dit : « %(words)s ». Demandez en sa présence : cela vaut signature de l’accord.")
        % {"name": contact.name, "words": contact.voice.words[:160]},
        submit_label=_("Demander à prendre part"),
        back_label=_("À rappeler"),
        back_url=back,
    )


@writes
@members
def bring_voices(request: Any) -> HttpResponse:
    """Bring a table of voices; the lines to mend are named, the others are kept."""
    require(permissions.can_listen(request.actor, request.pole))
    posted = request.method == "POST"
    form = VoicesTableForm(request.POST if posted else None, request.FILES if posted else None)
    context: dict[str, Any] = {"form": form}
    status = 200
    if posted and form.is_valid():
        try:
            content = form.cleaned_data["table"].read(LARGEST_FILE + 1)
            brought = actions.bring_voices(pole=request.pole, content=content, by=request.actor, at=timezone.now())
        except NotAllowed:
            raise
        except Refusal as refusal:
            status = refuse(form, refusal)
        else:
            shown = {"bad": brought.bad[:MOST_BAD], "others": max(len(brought.bad) - MOST_BAD, 0)}
            context |= {"form": VoicesTableForm(), "brought": brought, **shown}
    elif posted:
        status = 422
    return render(request, "territory/bring_voices.html", context, status=status)


@reads
def listening_rules(request: Any) -> HttpResponse:
    """Print by which rules words are read over, how long they are kept, and how one hears back."""
    context = {
        "rules": rules_of(request.pole),
        "reasons": Rule.labels,
        "addresses": Address.objects.filter(pole=request.pole).count(),
        "districts": queries.districts_of(request.pole),
        "can_set": permissions.can_set_listening_rules(request.actor, request.pole),
        "can_listen": permissions.can_listen(request.actor, request.pole),
    }
    return render(request, "territory/listening_rules.html", context)


@writes
@members
def set_listening_rules(request: Any) -> HttpResponse:
    """Choose languages, and how long contacts are kept."""
    require(permissions.can_set_listening_rules(request.actor, request.pole))
    rules = rules_of(request.pole)
    names = ("languages", "contact_months", "smallest_count")
    back = reverse("territory:listening_rules", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.set_listening_rules(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return back

    return form_page(
        request,
        ListeningRulesForm(
            request.POST if request.method == "POST" else None, initial={name: getattr(rules, name) for name in names}
        ),
        act,
        heading=_("Comment nous écoutons"),
        submit_label=_("Enregistrer"),
        back_label=_("Nos règles d’écoute"),
        back_url=back,
    )
