"""Addresses of publishing, under a pole's name."""

from django.urls import path

from phares.rooms.publishing.views import desk, imports, reviews, rubrics, sections, sheets

app_name = "publishing"
urlpatterns = [
    path("fiches/", sheets.sheets, name="sheets"),
    path("fiches/<slug:slug>/", sheets.sheet, name="sheet"),
    path("fiches/<slug:slug>/fiche.pdf", sheets.sheet_pdf_file, name="sheet_pdf_file"),
    path("fiches/<slug:slug>/fiche.json", sheets.sheet_facts, name="sheet_facts"),
    path("fiches/<slug:slug>/versions/<int:number>/", sheets.sheet_version, name="sheet_version"),
    path("photos/<int:pk>/", sheets.sheet_photo, name="sheet_photo"),
    path("redaction/", desk.desk, name="desk"),
    path("redaction/commencer/", desk.begin_sheet, name="begin_sheet"),
    path("redaction/importer/", imports.import_sheet, name="import_sheet"),
    path("redaction/<int:pk>/", desk.desk_sheet, name="desk_sheet"),
    path("redaction/<int:pk>/apercu/", desk.preview_sheet, name="preview_sheet"),
    path("redaction/<int:pk>/ecrire/<slug:code>/", sections.write_section, name="write_section"),
    path("redaction/<int:pk>/ranger/", desk.file_sheet, name="file_sheet"),
    path("redaction/<int:pk>/relire/", desk.read_over_sheet, name="read_over_sheet"),
    path("redaction/<int:pk>/publier/", desk.publish_sheet, name="publish_sheet"),
    path("redaction/<int:pk>/retirer/", desk.withdraw_sheet, name="withdraw_sheet"),
    path("redaction/<int:pk>/lignes/", imports.sheet_lines, name="sheet_lines"),
    path("redaction/lignes/<int:pk>/", imports.correct_line, name="correct_line"),
    path("redaction/relectures/<int:pk>/", reviews.answer_review, name="answer_review"),
    path("redaction/<int:pk>/photos/ajouter/", reviews.keep_photo, name="keep_photo"),
    path("redaction/photos/<int:pk>/", reviews.describe_photo, name="describe_photo"),
    path("redaction/photos/<int:pk>/retirer/", reviews.remove_photo, name="remove_photo"),
    path("rubriques/", rubrics.rubrics, name="rubrics"),
    path("rubriques/ajouter/", rubrics.add_rubric, name="add_rubric"),
    path("rubriques/<int:pk>/", rubrics.change_rubric, name="change_rubric"),
    path("rubriques/<int:pk>/retirer/", rubrics.remove_rubric, name="remove_rubric"),
]
