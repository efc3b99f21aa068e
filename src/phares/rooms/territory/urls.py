"""Addresses of territory, under a pole's name."""

from django.urls import path

from phares.rooms.territory.views import listening, papers, stall, voices

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
    path("territoire/carte.svg", voices.map_image, name="map_image"),
]
