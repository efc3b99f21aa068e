"""Addresses of impact, under a pole's name."""

from django.urls import path

from phares.rooms.impact.views import figures, measures, network, reports, results

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
    path("bilans/", reports.reports, name="reports"),
    path("bilans/<int:pk>/", reports.report, name="report"),
    path("bilans/<int:pk>/versions/<int:number>/", reports.report_version, name="report_version"),
    path("bilans/<int:pk>/bilan.pdf", reports.report_pdf_file, name="report_pdf_file"),
    path("bilans/<int:pk>/classeur/", reports.report_binder, name="report_binder"),
    path("bilans/<int:pk>/ecrire/", reports.write_report, name="write_report"),
    path("bilans/<int:pk>/faire-paraitre/", reports.put_report_out, name="put_report_out"),
    path("bilans/<int:pk>/donner-a-lire/", reports.give_report_link, name="give_report_link"),
    path("resultats/noter/", results.note_result, name="note_result"),
    path("resultats/<int:number>/", results.result, name="result"),
    path("resultats/<int:number>/preuve/", results.result_evidence, name="result_evidence"),
    path("resultats/<int:number>/contrat/", results.result_contract, name="result_contract"),
    path("resultats/<int:number>/photo/", results.result_picture, name="result_picture"),
    path("resultats/<int:number>/retirer/", results.withdraw_result, name="withdraw_result"),
]
