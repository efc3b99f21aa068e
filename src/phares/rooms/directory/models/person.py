"""Persons: known to the whole instance, with or without mail."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext as _


class PersonManager(BaseUserManager["Person"]):
    """Finds and makes persons by mail, as the framework expects."""

    def create_user(self, email: str | None = None, password: str | None = None, **fields: Any) -> "Person":
        """Make a person; without password they enter by a link sent by mail."""
        person = self.model(email=email.lower() if email else None, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who acts, signs or takes part; a person without mail is known on paper only.

    Of a person who was erased the number alone stays, so that what they did for others stays true.
    """

    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(null=True, blank=True, unique=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=5, default="fr")
    is_active = models.BooleanField(default=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once_in_any_case")]

    def __str__(self) -> str:
        return _("personne effacée") if self.erased_at else f"{self.given_name} {self.family_name}".strip()

    @property
    def is_on_paper(self) -> bool:
        """Say whether this person has no mail and so cannot enter the site."""
        return not self.email
