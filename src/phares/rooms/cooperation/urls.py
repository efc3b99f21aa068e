"""Addresses of the cooperation room, under a pole's name."""

from django.urls import path

from phares.rooms.cooperation.views import (
    agreements,
    beginning,
    commitments,
    facts,
    items,
    matches,
    method,
    proposals,
    register,
    saying,
)

app_name = "cooperation"
urlpatterns = [
    path("besoins/", items.items, name="items"),
    path("dire/", saying.say, name="say"),
    path("dire/<str:key>/<slug:step>/", saying.say_step, name="say_step"),
    path("besoins/<int:pk>/", items.item, name="item"),
    path("besoins/<int:pk>/retirer/", items.withdraw_item, name="withdraw_item"),
    path("besoins/<int:pk>/aider/", items.offer_help, name="offer_help"),
    path("besoins/<int:pk>/qui-peut-aider/", proposals.who_could_help, name="helpers"),
    path("besoins/<int:pk>/calcul/", proposals.how_found, name="how_found"),
    path("besoins/<int:pk>/repondre/", proposals.answer_proposal, name="answer_proposal"),
    path("besoins/<int:pk>/proposer/", proposals.propose_match, name="propose_match"),
    path("rapprochements/", matches.matches, name="matches"),
    path("rapprochements/<int:pk>/", matches.match, name="match"),
    path("rapprochements/<int:pk>/repondre/", matches.answer_match, name="answer_match"),
    path("rapprochements/<int:pk>/accord/", beginning.begin_cooperation, name="begin_cooperation"),
    path("cooperations/", register.register, name="register"),
    path("cooperations/nouvelle/", beginning.begin_unmatched, name="begin_unmatched"),
    path("cooperations/<int:pk>/", register.cooperation, name="cooperation"),
    path("cooperations/<int:pk>/accord/", agreements.agreement, name="agreement"),
    path("cooperations/<int:pk>/accord/ecrire/", agreements.write_agreement, name="write_agreement"),
    path("cooperations/<int:pk>/accord/<int:number>.pdf", agreements.agreement_pdf, name="agreement_pdf"),
    path("cooperations/<int:pk>/signer/", agreements.sign_agreement, name="sign_agreement"),
    path("cooperations/<int:pk>/noter/", facts.note_fact, name="note_fact"),
    path("cooperations/<int:pk>/terminer/", register.end_cooperation, name="end_cooperation"),
    path("cooperations/<int:pk>/raconter/", register.choose_story, name="choose_story"),
    path("faits/<int:pk>/preuve/", facts.proof, name="proof"),
    path("promesses/<int:pk>/tenue/", commitments.keep_commitment, name="keep_commitment"),
    path("promesses/<int:pk>/recue/", commitments.acknowledge_commitment, name="acknowledge_commitment"),
    path("promesses/<int:pk>/changer/", commitments.propose_commitment_change, name="propose_commitment_change"),
    path("promesses/<int:pk>/abandonner/", commitments.drop_commitment, name="drop_commitment"),
    path("changements/<int:pk>/repondre/", commitments.answer_commitment_change, name="answer_commitment_change"),
    path("comment-on-le-sait/", method.method, name="method"),
]
