"""Every address of the site: the instance's own first, then each pole under its name."""

from django.urls import include, path

from phares.rooms.commons import views as commons
from phares.rooms.directory.views import entrance, front, mine, privacy
from phares.site import health

urlpatterns = [
    path("", front.front, name="front"),
    path("sante/", health.health, name="health"),
    path("langue/", include("django.conf.urls.i18n")),
    path("compte/", include("phares.site.account_urls")),
    path("entrer/<str:token>/", entrance.enter_by_link, name="enter_by_link"),
    path("invitation/<str:token>/", entrance.accept_invitation, name="accept_invitation"),
    path("adresse/<str:token>/", entrance.confirm_mail, name="confirm_mail"),
    path("adresse/<str:token>/refuser/", entrance.refuse_mail, name="refuse_mail"),
    path("moi/", mine.my_account, name="my_account"),
    path("moi/coordonnees/", mine.my_details, name="my_details"),
    path("moi/donnees/", privacy.my_record, name="my_record"),
    path("moi/donnees.json", privacy.my_record_json, name="my_record_json"),
    path("moi/donnees/archive/", privacy.my_record_archive, name="my_record_archive"),
    path("moi/effacer/", privacy.erase_me, name="erase_me"),
    path("moi/adresse/", mine.my_mail, name="my_mail"),
    path("publications/", include("phares.rooms.publishing.instance_urls")),
    path("composants/", commons.gallery, name="gallery"),
    path("<slug:pole>/", include("phares.rooms.directory.urls")),
    path("<slug:pole>/", include("phares.rooms.cooperation.urls")),
    path("<slug:pole>/", include("phares.rooms.territory.urls")),
    path("<slug:pole>/", include("phares.rooms.funding.urls")),
    path("<slug:pole>/", include("phares.rooms.impact.urls")),
    path("<slug:pole>/", include("phares.rooms.publishing.urls")),
]
handler400 = "phares.rooms.commons.views.bad_request"
handler404 = "phares.rooms.commons.views.not_found"
