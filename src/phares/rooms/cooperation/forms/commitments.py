"""Forms of promises and of the end of a cooperation: text in, keyword arguments out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField

Text = Any  # a lazy text has no name that types know


def _word(label: Text, *, required: bool, longest: int = 240, help_text: Text = "") -> forms.CharField:
    """Return the field of a word said to the other parties."""
    return forms.CharField(
        label=label, max_length=longest, required=required, widget=forms.Textarea({"rows": 3}), help_text=help_text
    )


BETWEEN_PARTIES = _("Seules les parties le lisent.")


class KeepForm(forms.Form):
    """What was promised has been done."""

    done_on = DayField(label=_("Quel jour ?"))
    word = _word(_("Un mot pour celles et ceux à qui c’était promis"), required=False, help_text=BETWEEN_PARTIES)


class ChangeForm(forms.Form):
    """Other words or another day for a promise."""

    what = forms.CharField(label=_("Ce qui serait promis"), max_length=160)
    due_on = DayField(label=_("Au plus tard le"), required=False)
    word = _word(_("Pourquoi ce changement"), required=False, help_text=BETWEEN_PARTIES)


class DropForm(forms.Form):
    """A promise is given up, never in silence."""

    word = _word(_("Un mot d’explication"), required=True, help_text=BETWEEN_PARTIES)


class EndForm(forms.Form):
    """A cooperation is over."""

    reached = forms.ChoiceField(
        label=_("Comment cela se termine-t-il ?"),
        choices=[("yes", _("Ce que nous voulions est fait")), ("no", _("Nous nous arrêtons avant"))],
        widget=forms.RadioSelect,
    )
    ended_on = DayField(label=_("Depuis quel jour ?"))
    word = _word(_("Un mot de la fin"), required=False, longest=400, help_text=BETWEEN_PARTIES)

    def clean_reached(self) -> bool:
        """Return whether what it was for is reached."""
        return bool(self.cleaned_data["reached"] == "yes")


class LeaveForm(forms.Form):
    """A text that not everybody has signed is left there."""

    word = _word(_("Un mot pour les autres parties"), required=False, longest=400, help_text=BETWEEN_PARTIES)
