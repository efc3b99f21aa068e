"""The plugging app: when Django is ready, hands the registries of commons what this site subscribes and shows."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Registers reactions and panels once every room is loaded."""

    name = "phares.site"
    label = "phares_site"

    def ready(self) -> None:
        from phares.site import panels, privacy, subscriptions, takeaways

        subscriptions.register()
        panels.register()
        takeaways.register()
        privacy.register()
