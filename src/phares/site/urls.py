"""Every address of the site: the instance's own first, then each pole under its name."""

from django.urls import include, path

from phares.rooms.commons import views as commons
from phares.rooms.directory.views import front
from phares.site import health

urlpatterns = [
    path("", front.front, name="front"),
    path("sante/", health.health, name="health"),
    path("langue/", include("django.conf.urls.i18n")),
    path("compte/", include("allauth.account.urls")),
    path("composants/", commons.gallery, name="gallery"),
    path("<slug:pole>/", include("phares.rooms.directory.urls")),
    path("<slug:pole>/", include("phares.rooms.cooperation.urls")),
]
handler404 = "phares.rooms.commons.views.not_found"
