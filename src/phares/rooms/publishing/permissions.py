"""Who may write, read and publish what everybody may read: the only place that decides."""

from datetime import date

from django.db.models import Q, QuerySet

from phares.rooms.commons.days import as_day
from phares.rooms.cooperation import permissions as cooperation_permissions
from phares.rooms.cooperation.models import Cooperation, Party
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, Pole, ResidentsGroup, Structure
from phares.rooms.directory.permissions import can_plan_gathering, structure_is_public, structure_is_visible
from phares.rooms.publishing.models import ExperienceSheet, Newsletter, SheetPhoto, SheetReview
from phares.rooms.publishing.models.newsletter import Audience


def can_publish(actor: Actor, pole: Pole | int) -> bool:
    """Sheets, the agenda and letters go out through those who run the pole, or from the console."""
    return bool(actor.job) or actor.may("publish", pole)


def can_begin_sheet(actor: Actor, cooperation: Cooperation) -> bool:
    """A sheet is begun from the register by a party of the cooperation, or by those who publish."""
    own = cooperation_permissions.is_party(actor, cooperation) and actor.may("say", cooperation.pole_id)
    return own or can_publish(actor, cooperation.pole_id)


def _own(actor: Actor) -> Q:
    """Return the filter on the sheets of the structure or group acted for, and on those that it takes part in."""
    if actor.structure_id is not None:
        parties = Party.objects.filter(structure_id=actor.structure_id).values("cooperation_id")
        return Q(structure_id=actor.structure_id) | Q(cooperation_id__in=parties)
    parties = Party.objects.filter(group_id=actor.group_id or 0).values("cooperation_id")
    return Q(cooperation_id__in=parties)


def _writable(actor: Actor, pole: Pole) -> Q:
    """Return the filter on the sheets that the actor may write."""
    if can_publish(actor, pole):
        return Q(pk__isnull=False)
    return _own(actor) if actor.may("say", pole) else Q(pk__in=[])


def writable_sheets(actor: Actor, pole: Pole) -> QuerySet[ExperienceSheet]:
    """A sheet is written by the parties of what it tells, and by those who publish."""
    return ExperienceSheet.objects.filter(_writable(actor, pole), pole=pole)


def sheets_in_preparation(actor: Actor, pole: Pole) -> QuerySet[ExperienceSheet]:
    """A sheet that is not out is read by those who write it and by those who are asked to review it."""
    reviewed = SheetReview.objects.filter(_asked(actor, pole)).values("sheet_id")
    return ExperienceSheet.objects.filter(_writable(actor, pole) | Q(pk__in=reviewed), pole=pole)


def _asked(actor: Actor, pole: Pole) -> Q:
    """Return the filter on the reviews that the actor answers, or notes for those who cannot enter."""
    mine = Q(pk__in=[])
    if actor.structure_id is not None:
        mine |= Q(structure_id=actor.structure_id)
    if actor.group_id is not None:
        mine |= Q(group_id=actor.group_id)
    if actor.may("note_for_others", pole):
        mine |= Q(structure__isnull=True)
    return mine


def can_write_sheet(actor: Actor, sheet: ExperienceSheet) -> bool:
    """Say whether this sheet is one that the actor may write."""
    return writable_sheets(actor, sheet.pole).filter(pk=sheet.pk).exists()


def can_read_over_sheet(actor: Actor, sheet: ExperienceSheet) -> bool:
    """A sheet is read over by those who publish."""
    return can_publish(actor, sheet.pole_id)


def can_answer_review(actor: Actor, review: SheetReview) -> bool:
    """A structure's representative answers for it; whoever notes for others does for residents and groups.

    Where nobody signs here for a structure, a supporter say, those who publish note what it told them.
    """
    holder, pole_id = review.holder, review.sheet.pole_id
    if actor.acts_for(holder) and actor.may("sign", pole_id):
        return True
    if isinstance(holder, Person | ResidentsGroup):
        return actor.may("note_for_others", pole_id)
    return can_publish(actor, pole_id) and not _somebody_signs(holder, as_day(review.asked_at))


def _somebody_signs(structure: Structure, day: date) -> bool:
    """Say whether somebody could sign for a structure on a day."""
    return any("sign" in one.as_role.rights for one in Mandate.objects.on(day).filter(structure=structure))


def can_publish_sheet(actor: Actor, sheet: ExperienceSheet) -> bool:
    """A sheet is put out by those who publish."""
    return can_publish(actor, sheet.pole_id)


def can_withdraw_sheet(actor: Actor, sheet: ExperienceSheet) -> bool:
    """A sheet is taken back by those who publish, or by the structure that it is about."""
    own = actor.acts_for(sheet.structure) and actor.may("sign", sheet.pole_id)
    return own or can_publish(actor, sheet.pole_id)


def visible_sheets(actor: Actor, pole: Pole) -> QuerySet[ExperienceSheet]:
    """Everybody reads what is published, as long as the structure that it is about shows its page."""
    shown = ExperienceSheet.objects.filter(pole=pole, version__isnull=False)
    return shown.filter(Q(structure__isnull=True) | structure_is_visible(actor, pole, "structure__"))


def public_sheets() -> QuerySet[ExperienceSheet]:
    """Return what everybody reads on the whole installation, whatever the pole."""
    shown = ExperienceSheet.objects.filter(version__isnull=False)
    return shown.filter(Q(structure__isnull=True) | structure_is_public("structure__"))


def sheets_kept_back(actor: Actor, pole: Pole) -> QuerySet[ExperienceSheet]:
    """Return what is published and not shown to this reader: `visible_sheets` and these are all that is out."""
    about = ExperienceSheet.objects.filter(pole=pole, version__isnull=False, structure__isnull=False)
    return about.exclude(structure_is_visible(actor, pole, "structure__"))


def sheets_not_public() -> QuerySet[ExperienceSheet]:
    """Return what is published and not shown to everybody, whatever the pole."""
    about = ExperienceSheet.objects.filter(version__isnull=False, structure__isnull=False)
    return about.exclude(structure_is_public("structure__"))


def structures_not_named(actor: Actor, sheet: ExperienceSheet) -> QuerySet[Structure]:
    """A structure that its readers may not see is not named by a sheet either, whatever it said when it was written."""
    return sheet.named.exclude(structure_is_visible(actor, sheet.pole))


def can_keep_registrations(actor: Actor, pole: Pole) -> bool:
    """The list of those who come is kept by those who plan gatherings."""
    return bool(actor.job) or can_plan_gathering(actor, pole)


def visible_newsletters(actor: Actor, pole: Pole) -> QuerySet[Newsletter]:
    """Everybody reads the public newsletters that left, the pole's people all that left; drafts stay with writers."""
    letters = Newsletter.objects.filter(pole=pole)
    if can_publish(actor, pole):
        return letters
    sent = letters.filter(sent_at__isnull=False)
    return sent if actor.may("see_pole", pole) else sent.filter(audience=Audience.PUBLIC)


def can_see_image(photo: SheetPhoto) -> bool:
    """An image is shown once its right is known."""
    return photo.is_shown
