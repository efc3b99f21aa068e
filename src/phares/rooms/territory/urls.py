"""Addresses of territory, under a pole's name."""

from django.urls import path

from phares.rooms.territory.views import listening, papers, problems, responses, stall, voices

app_name = "territory"
urlpatterns = [
    path("paroles/", voices.voices, name="voices"),
    path("paroles/dire/", voices.say_voice, name="say_voice"),
    path("paroles/suivi/", voices.find_voice, name="find_voice"),
    path("paroles/suivi/<str:code>/", voices.voice_receipt, name="voice_receipt"),
    path("paroles/suivi/<str:code>/carte/", voices.place_voice, name="place_voice"),
    path("paroles/suivi/<str:code>/participer/", voices.ask_to_take_part, name="ask_to_take_part"),
    path("paroles/suivi/<str:code>/effacer/", voices.erase_voice, name="erase_voice"),
    path("paroles/a-relire/", listening.voices_to_read, name="voices_to_read"),
    path("paroles/a-relire/<int:pk>/", listening.read_voice, name="read_voice"),
    path("paroles/saisir/", listening.type_voice, name="type_voice"),
    path("paroles/a-rappeler/", listening.contacts, name="contacts"),
    path("paroles/a-rappeler/<int:pk>/", listening.tell_of_voice, name="tell_of_voice"),
    path("paroles/importer/", listening.bring_voices, name="bring_voices"),
    path("paroles/regles/", listening.listening_rules, name="listening_rules"),
    path("paroles/regles/choisir/", listening.set_listening_rules, name="set_listening_rules"),
    path("paroles/stand/", stall.stall, name="stall"),
    path("paroles/stand/hors-ligne/", stall.stall_worker, name="stall_worker"),
    path("paroles/stand/envoyer/", stall.send_voices, name="send_voices"),
    path("paroles/affiche.pdf", papers.poster, name="poster"),
    path("paroles/cartes.pdf", papers.voice_cards, name="voice_cards"),
    path("paroles/feuille-du-hall.pdf", papers.door_sheet, name="door_sheet"),
    path("territoire/quartiers/", listening.bring_districts, name="bring_districts"),
    path("problemes/", problems.problems, name="problems"),
    path("problemes/ecrire/", problems.write_problem, name="write_problem"),
    path("problemes/a-regrouper/", problems.groups_of_voices, name="groups_of_voices"),
    path("problemes/qui-repond/", responses.coverage, name="coverage"),
    path("problemes/par-ou-commencer/", responses.first_things, name="first_things"),
    path("problemes/<int:pk>/", problems.problem, name="problem"),
    path("problemes/<int:pk>/recrire/", problems.rewrite_problem, name="rewrite_problem"),
    path("problemes/<int:pk>/separer/", problems.split_problem, name="split_problem"),
    path("problemes/<int:pk>/reunir/", problems.merge_problem, name="merge_problem"),
    path("problemes/<int:pk>/observer/", problems.observe_problem, name="observe_problem"),
    path("problemes/<int:pk>/repondre/", responses.answer_problem, name="answer_problem"),
    path("problemes/<int:pk>/coordonner/", responses.name_coordinator, name="name_coordinator"),
    path("problemes/<int:pk>/besoin/", responses.need_from_problem, name="need_from_problem"),
    path("problemes/reponses/<int:pk>/resultat/", responses.note_result, name="note_result"),
    path("territoire/chiffres/", problems.figures, name="figures"),
    path("territoire/chiffres/importer/", problems.bring_figures, name="bring_figures"),
    path("territoire/carte.svg", voices.map_image, name="map_image"),
]
