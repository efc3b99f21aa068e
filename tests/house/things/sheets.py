"""Sheets in the scene: one in preparation with its photo, one to review, one published, one withdrawn, one imported."""

from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.publishing import actions
from rooms.publishing.telling import a_photo, published, write_whole


def add(scene: Scene, cast: Cast) -> None:
    """Put one sheet of each sort into the scene."""
    at, lena, nour = timezone.now(), cast.actor("lena"), cast.actor("nour")
    rubric = actions.found_rubrics(pole=cast.pole, by=lena, at=at)
    running = Cooperation.objects.get(pk=scene.things["running"][0])
    draft = actions.begin_sheet(pole=cast.pole, cooperation=running, by=nour, at=at)
    photo = actions.keep_photo(
        sheet=draft, caption="La réserve", description="Des étagères", right="granted", image=a_photo(), by=nour, at=at
    )
    fiche = published(cast, at, title="Une fiche parue")
    actions.file_sheet(
        sheet=fiche, rubric=rubric, publisher=cast.pole.name, structure=cast.structures["etabli"], by=lena, at=at
    )
    gone = published(cast, at, title="Une fiche retirée")
    actions.withdraw_sheet(sheet=gone, word="On nous l’a demandé.", by=lena, at=at)
    reserved = published(cast, at, title="Une fiche sur une structure qui ne se montre pas")
    langues = cast.structures["langues"]
    actions.file_sheet(sheet=reserved, rubric=rubric, publisher=cast.pole.name, structure=langues, by=lena, at=at)
    public = Cooperation.objects.get(pk=scene.things["public"][0])
    asked = write_whole(actions.begin_sheet(pole=cast.pole, cooperation=public, by=lena, at=at), cast, at)
    actions.read_over_sheet(sheet=asked, by=lena, at=at)
    imported = actions.import_sheet(pole=cast.pole, content=b"# Une fiche\n\nQuelque chose", by=lena, at=at)
    scene.things |= {
        "draft_sheet": [draft.pk],
        "section": [draft.pk, "need"],
        "image": [photo.pk],
        "fiche": [fiche.slug],
        "fiche_version": [fiche.slug, 1],
        "gone": [gone.slug],
        "reserved": [reserved.slug],
        "review": [asked.reviews.get(structure=cast.structures["etabli"]).pk],
        "line": [imported.lines.all()[0].pk],
        "rubric": [rubric.pk],
    }
