"""Surveys of victims: instruments as data, answers that belong to nobody, coding."""
