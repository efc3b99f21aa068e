"""Acts on the tree of rubrics: growing it, renaming, moving, cutting what is empty."""

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.models import Rubric

DEEPEST = 6


class UnderItself(Refusal):
    """A rubric cannot stand under itself."""

    sentence = gettext_lazy("Une rubrique ne peut pas être rangée sous elle-même.")


class NotEmpty(Refusal):
    """Something is still filed there."""

    sentence = gettext_lazy("Des rubriques ou des fiches y sont encore rangées : déplacez-les d’abord.")


class TooDeep(Refusal):
    """Nobody would find it."""

    sentence = gettext_lazy("Six rubriques l’une sous l’autre, c’est déjà beaucoup : rangez-la plus haut.")


@transaction.atomic
def found_rubrics(*, pole: Pole, by: Actor, at: datetime) -> Rubric:
    """Begin a pole's tree with the two rubrics under which sheets usually stand; a tree that exists is left alone."""
    require(permissions.can_publish(by, pole))
    Pole.objects.select_for_update().get(pk=pole.pk)
    if latest := Rubric.objects.filter(pole=pole).order_by("-pk").first():
        return latest
    publications = add_rubric(pole=pole, name=_("Publications et Ressources"), by=by, at=at)
    return add_rubric(pole=pole, name=_("Les fiches d’expérience"), parent=publications, by=by, at=at)


@transaction.atomic
def add_rubric(*, pole: Pole, name: str, parent: Rubric | None = None, by: Actor, at: datetime) -> Rubric:
    """Add a rubric at the first level or under another one."""
    require(permissions.can_publish(by, pole) and (parent is None or parent.pole_id == pole.pk))
    _require_depth(parent)
    position = Rubric.objects.filter(pole=pole, parent=parent).count()
    rubric = Rubric.objects.create(
        pole=pole, parent=parent, name=_named(name), slug=_slug(pole, name), position=position
    )
    publish(events.RubricsChanged(pole.pk, rubric.pk), by=by, at=at)
    return rubric


@transaction.atomic
def change_rubric(
    *, rubric: Rubric, name: str, parent: Rubric | None, position: int, by: Actor, at: datetime
) -> Rubric:
    """Rename a rubric, put it elsewhere in the tree; its address stays."""
    require(permissions.can_publish(by, rubric.pole) and (parent is None or parent.pole_id == rubric.pole_id))
    Pole.objects.select_for_update().get(pk=rubric.pole_id)  # two moves at once could make a ring
    above: Rubric | None = parent
    while above is not None:
        if above.pk == rubric.pk:
            raise UnderItself(field="parent")
        above = above.parent
    _require_depth(parent)
    rubric.name, rubric.parent, rubric.position = _named(name), parent, position
    rubric.save()
    publish(events.RubricsChanged(rubric.pole_id, rubric.pk), by=by, at=at)
    return rubric


@transaction.atomic
def remove_rubric(*, rubric: Rubric, by: Actor, at: datetime) -> None:
    """Remove a rubric under which nothing stands."""
    require(permissions.can_publish(by, rubric.pole))
    if rubric.children.exists() or rubric.sheets.exists():
        raise NotEmpty
    rubric.delete()
    publish(events.RubricsChanged(rubric.pole_id, None), by=by, at=at)


def _require_depth(parent: Rubric | None) -> None:
    depth = 0
    while parent is not None:
        depth, parent = depth + 1, parent.parent
    if depth >= DEEPEST:
        raise TooDeep(field="parent")


def _named(name: str) -> str:
    if not name.strip():
        raise Refusal(_("Donnez un nom à cette rubrique."), field="name")
    return name.strip()


def _slug(pole: Pole, name: str) -> str:
    """Return an address of its own for a rubric of this name."""
    wanted = slugify(name)[:70] or "rubrique"
    slug, count = wanted, 1
    while Rubric.objects.filter(pole=pole, slug=slug).exists():
        count += 1
        slug = f"{wanted}-{count}"
    return slug
