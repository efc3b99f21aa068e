"""Addresses of the cooperation room, under a pole's name."""

app_name = "cooperation"
urlpatterns: list = []
