"""Addresses of funding, under a pole's name."""

from django.urls import path

from phares.rooms.funding.views import grants

app_name = "funding"
urlpatterns = [
    path("subventions/", grants.grants, name="grants"),
    path("subventions/noter/", grants.open_grant, name="open_grant"),
    path("subventions/<int:pk>/", grants.grant, name="grant"),
    path("subventions/<int:pk>/versement/", grants.plan_payment, name="plan_payment"),
    path("subventions/<int:pk>/promesse/", grants.promise_indicator, name="promise_indicator"),
    path("subventions/<int:pk>/compte-rendu/", grants.send_grant_report, name="send_grant_report"),
    path("subventions/versements/<int:pk>/recu/", grants.receive_payment, name="receive_payment"),
    path("subventions/versements/<int:pk>/retirer/", grants.remove_payment, name="remove_payment"),
    path("subventions/promesses/<int:pk>/retirer/", grants.remove_indicator, name="remove_indicator"),
]
