"""Every address of the demonstration: the site's, behind a first page and a way in without password."""

from django.urls import include, path

from phares.demo import entry

urlpatterns = [
    path("", entry.first_page, name="demo_first_page"),
    path("demo/entrer/<slug:key>/", entry.enter, name="demo_enter"),
    path("", include("phares.site.urls")),
]
handler400 = "phares.rooms.commons.views.bad_request"
handler404 = "phares.rooms.commons.views.not_found"
