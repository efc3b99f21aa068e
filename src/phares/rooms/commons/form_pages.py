"""A form that does one act: shown, filled in, refused with the reason beside the entry, or done."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from phares.rooms.commons.refusals import NotAllowed, Refusal

TEMPLATE = "commons/form_page.html"


def refuse(form: Any, refusal: Refusal) -> int:
    """Say a refusal at the entry that it is about, or above the form; return the status of the page."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal.sentence))
    return refusal.status


def form_page(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[dict[str, Any]], str],
    *,
    template: str = TEMPLATE,
    **context: Any,
) -> HttpResponse:
    """Show `form`; when it is sent and sound, do `act(cleaned data)` and go to the address that it returns.

    An entry that is wrong gives 422 and a refused act its own status; all that was typed stays.
    """
    status = 200
    if form.is_bound:
        answer = _sent(form, act)
        if isinstance(answer, HttpResponseRedirect):
            return answer
        status = answer
    return render(request, template, {"form": form, **context}, status=status)


def _sent(form: Any, act: Callable[[dict[str, Any]], str]) -> HttpResponseRedirect | int:
    """Do the act, or return the status with which the form is shown again."""
    if not form.is_valid():
        return 422
    try:
        return redirect(act(form.cleaned_data))
    except NotAllowed:
        raise
    except Refusal as refusal:
        return refuse(form, refusal)
