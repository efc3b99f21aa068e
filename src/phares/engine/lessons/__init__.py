"""Lessons: what a structure set aside before, and why, weighs on what it is proposed next."""

from phares.engine.lessons.weighing import AWAY, HALF, Lesson, learned, points_off

__all__ = ["AWAY", "HALF", "Lesson", "learned", "points_off"]
