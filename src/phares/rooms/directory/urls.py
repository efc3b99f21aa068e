"""Addresses of the directory room, under a pole's name."""

app_name = "directory"
urlpatterns: list = []
