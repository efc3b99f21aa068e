"""Forms of jobs, meetings, documents, messages and spin-offs: text in, keyword arguments out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import DayField
from phares.rooms.cooperation.actions.work_meeting import ActionDraft
from phares.rooms.cooperation.forms.shared_means import ShareField
from phares.rooms.cooperation.models import Job, Party
from phares.rooms.cooperation.models.document import DocumentKind
from phares.rooms.cooperation.models.job import Contract, JobEffect
from phares.rooms.cooperation.models.spin_off import Precision

LINES = 4
FILES = {"accept": "application/pdf,image/jpeg,image/png,image/webp"}


def _file(label: Any, *, required: bool) -> forms.FileField:
    """Return the field of a document that the parties and the coordination open."""
    return forms.FileField(
        label=label,
        required=required,
        max_length=150,
        widget=forms.FileInput(FILES),
        help_text=_("PDF, JPEG, PNG ou WebP, 10 Mo au plus. Seules les parties et la coordination l’ouvrent."),
        error_messages={"empty": _("Ce fichier est vide. Choisissez-en un autre.")},
    )


class FteField(ShareField):
    """A part of a full time: a percentage of it (« 80 ») or a fraction (« 4/5 »)."""


class JobForm(forms.Form):
    """A job that the cooperation created or kept going."""

    title = forms.CharField(label=_("Quel emploi ?"), max_length=120)
    employer = forms.CharField(label=_("Qui emploie ?"), max_length=120)
    effect = forms.ChoiceField(label=_("Cette coopération l’a"), choices=JobEffect.choices, widget=forms.RadioSelect)
    contract = forms.ChoiceField(label=_("Quel contrat ?"), choices=Contract.choices)
    is_insertion = forms.BooleanField(label=_("C’est un emploi d’insertion"), required=False)
    fte = FteField(
        label=_("Part d’un temps plein"), help_text=_("80 pour quatre jours sur cinq, ou 4/5. Un temps plein : 100.")
    )
    from_on = DayField(label=_("Depuis quel jour ?"))
    until_on = DayField(label=_("Jusqu’à quel jour ?"), required=False)
    proof = _file(_("Une preuve"), required=False)


class ShareJobForm(forms.Form):
    """A job of another cooperation that is also this one's doing."""

    job = forms.ChoiceField(label=_("Quel emploi, déjà dit ailleurs ?"))

    def __init__(self, jobs: Sequence[Job], **sent: Any) -> None:
        super().__init__(**sent)
        self.jobs = {str(job.pk): job for job in jobs}
        choices = [(key, f"{job.title}, {job.employer}") for key, job in self.jobs.items()]
        self.fields["job"].choices = choices  # type: ignore[attr-defined]

    def clean_job(self) -> Job:
        """Return the job chosen."""
        return self.jobs[self.cleaned_data["job"]]


class EndJobForm(forms.Form):
    """The last day of a job."""

    until_on = DayField(label=_("Dernier jour"))


class MeetingForm(forms.Form):
    """A meeting: its day, its minutes, and up to four lines of who does what by when."""

    on = DayField(label=_("Quel jour ?"))
    minutes = forms.CharField(
        label=_("Ce qui s’est dit"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Seules les parties le lisent."),
    )

    def __init__(self, parties: Sequence[Party], **sent: Any) -> None:
        super().__init__(**sent)
        self.parties = {str(party.pk): party for party in parties}
        choices = [("", _("personne")), *((key, str(party)) for key, party in self.parties.items())]
        for line in range(1, LINES + 1):
            self.fields[f"who_{line}"] = forms.ChoiceField(label=_("Qui ?"), choices=choices, required=False)
            self.fields[f"what_{line}"] = forms.CharField(label=_("Fait quoi ?"), max_length=160, required=False)
            self.fields[f"due_{line}"] = DayField(label=_("Pour quand ?"), required=False)

    @property
    def rows(self) -> list[list[Any]]:
        """Return the fields of each line together, as the page shows them."""
        return [[self[f"{name}_{line}"] for name in ("who", "what", "due")] for line in range(1, LINES + 1)]

    def clean(self) -> dict[str, Any]:
        """Gather the lines that say something."""
        cleaned = super().clean() or {}
        actions = []
        for line in range(1, LINES + 1):
            who, what = cleaned.get(f"who_{line}"), (cleaned.get(f"what_{line}") or "").strip()
            if who and what:
                actions.append(ActionDraft(self.parties[who], what, cleaned.get(f"due_{line}")))
            elif who or what:
                self.add_error(
                    f"{'what' if who else 'who'}_{line}", _("Dites qui fait quoi, ou laissez la ligne vide.")
                )
        return {"on": cleaned.get("on"), "minutes": cleaned.get("minutes", ""), "actions": actions}


class DoneForm(forms.Form):
    """The day on which it was done."""

    done_on = DayField(label=_("Quel jour ?"))


class DocumentForm(forms.Form):
    """A new document."""

    kind = forms.ChoiceField(label=_("Qu’est-ce que c’est ?"), choices=DocumentKind.choices)
    title = forms.CharField(label=_("Son titre"), max_length=120)
    proof = _file(_("Le fichier"), required=True)


class VersionForm(forms.Form):
    """Another version of a document."""

    change = forms.CharField(label=_("Ce qui a changé"), max_length=160, required=False)
    proof = _file(_("Le fichier"), required=True)
    seen = forms.IntegerField(min_value=0, max_value=10_000, widget=forms.HiddenInput)


class MessageForm(forms.Form):
    """A message to all the parties."""

    text = forms.CharField(
        label=_("Votre message"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Toutes les parties le lisent, et elles seules."),
    )


class SpinOffForm(forms.Form):
    """A structure born of a cooperation."""

    structure = forms.ChoiceField(label=_("Quelle structure est née ?"))
    on = DayField(label=_("Quel jour ?"))
    precision = forms.ChoiceField(label=_("Ce jour est connu"), choices=Precision.choices)
    what = forms.CharField(label=_("En une phrase"), max_length=300, required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, structures: Sequence[Any], **sent: Any) -> None:
        super().__init__(**sent)
        self.structures = {str(one.pk): one for one in structures}
        self.fields["structure"].choices = [(key, str(one)) for key, one in self.structures.items()]  # type: ignore[attr-defined]

    def clean_structure(self) -> Any:
        """Return the structure chosen."""
        return self.structures[self.cleaned_data["structure"]]
