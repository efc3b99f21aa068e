"""Addresses of the directory, under a pole's name."""

from django.urls import path

from phares.rooms.directory.views import (
    gatherings,
    groups,
    home,
    memberships,
    people,
    person,
    pole,
    presence,
    public,
    structures,
    week,
)

app_name = "directory"
urlpatterns = [
    path("", public.public, name="public"),
    path("bonjour/", home.home, name="home"),
    path("semaine/", week.week, name="week"),
    path("semaine/feuille.pdf", week.week_sheet, name="week_sheet"),
    path("agir-pour/", people.act_for, name="act_for"),
    path("le-pole/", pole.about, name="about"),
    path("le-pole/decrire/", pole.describe_pole, name="describe_pole"),
    path("le-pole/reperes/ajouter/", pole.record_milestone, name="record_milestone"),
    path("le-pole/reperes/<int:pk>/corriger/", pole.correct_milestone, name="correct_milestone"),
    path("habitants/", pole.residents, name="residents"),
    path("qui-peut-quoi/", pole.roles, name="roles"),
    path("structures/", structures.structures, name="structures"),
    path("structures/ajouter/", structures.add_structure, name="add_structure"),
    path("structures/<slug:slug>/", structures.structure, name="structure"),
    path("structures/<slug:slug>/decrire/", structures.describe_structure, name="describe_structure"),
    path("structures/<slug:slug>/participation/", memberships.admit_structure, name="admit_structure"),
    path("participations/<int:pk>/fin/", memberships.end_membership, name="end_membership"),
    path("qui-etait-la/", presence.presence, name="presence"),
    path("personnes/", people.people, name="people"),
    path("personnes/ajouter/", people.register_person, name="register_person"),
    path("personnes/<int:pk>/", person.person, name="person"),
    path("personnes/<int:pk>/corriger/", person.correct_person, name="correct_person"),
    path("personnes/<int:pk>/adresse/", person.change_mail, name="change_mail"),
    path("personnes/<int:pk>/inviter/", person.invite_person, name="invite_person"),
    path("personnes/<int:pk>/inviter/retirer/", person.withdraw_invitation, name="withdraw_invitation"),
    path("mandats/<int:pk>/fin/", people.end_mandate, name="end_mandate"),
    path("rencontres/", gatherings.gatherings, name="gatherings"),
    path("rencontres/prevoir/", gatherings.plan_gathering, name="plan_gathering"),
    path("rencontres/<int:pk>/", gatherings.gathering, name="gathering"),
    path("groupes/", groups.residents_groups, name="residents_groups"),
    path("groupes/ajouter/", groups.form_residents_group, name="form_residents_group"),
]
