"""Addresses of impact, under a pole's name."""

from django.urls import path

from phares.rooms.impact.views import figures, measures, network

app_name = "impact"
urlpatterns = [
    path("reseau/", network.network, name="network"),
    path("reseau/liens.csv", network.network_csv, name="network_csv"),
    path("reseau/liens.svg", network.network_svg, name="network_svg"),
    path("chiffres/", figures.figures, name="figures"),
    path("chiffres/montrer/", network.show_figures, name="show_figures"),
    path("chiffres/garder/", network.hide_figures, name="hide_figures"),
    path("chiffres/<slug:code>/", figures.figure, name="figure"),
    path("indicateurs/", measures.indicators, name="indicators"),
    path("indicateurs/<slug:code>/", measures.indicator, name="indicator"),
    path("indicateurs/<slug:code>/mesurer/", measures.measure, name="measure"),
    path("mesures/<int:pk>/preuve/", measures.measure_evidence, name="measure_evidence"),
]
