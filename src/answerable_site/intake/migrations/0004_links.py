import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

LIKENESSES = [
    ("same_urn", "It names the URN of this case, with another crime reference."),
    ("zeros", "Zeros are lost, or there are too many."),
    ("swapped", "Two characters that stand side by side are swapped."),
    ("year", "The year is the one before or after, or written with more or fewer figures."),
    ("prefix", "The characters at the start, such as those of the force, are lost or added."),
    ("another", "One character is another one."),
    ("one_lost", "One figure is lost."),
    ("one_more", "There is one figure too many."),
    ("both_bear_urn", "Both cases bear the same URN."),
]
STATES = [
    ("proposed", "Proposed"),
    ("accepted", "Waits for a second person"),
    ("confirmed", "Linked"),
    ("refused", "Refused"),
    ("ended", "Ended"),
]


def points(to, **how):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **how)


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0009_whose_cases_planned_once"),
        ("intake", "0003_rows_are_erased"),
        ("people", "0006_first_passwords"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("identity", models.CharField(blank=True, max_length=64)),
                ("likeness", models.CharField(choices=LIKENESSES, max_length=20)),
                ("state", models.CharField(choices=STATES, default="proposed", max_length=10)),
                ("proposed_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                ("accepted_why", models.TextField(blank=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmed_why", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_why", models.TextField(blank=True)),
                ("accepted_by", points(settings.AUTH_USER_MODEL, null=True, related_name="+")),
                ("case", points("casework.case", related_name="+")),
                ("closed_by", points(settings.AUTH_USER_MODEL, null=True, related_name="+")),
                ("confirmed_by", points(settings.AUTH_USER_MODEL, null=True, related_name="+")),
                ("force", points("people.organisation", related_name="+")),
                ("organisation", points("people.organisation", related_name="+")),
                ("other", points("casework.case", null=True, related_name="+")),
                (
                    "reference",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.casereference",
                    ),
                ),
                ("source", points("intake.source", null=True, related_name="links")),
            ],
            options={
                "ordering": ("-proposed_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "identity", "case"), name="intake_link_proposed_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("other__isnull", False)),
                        fields=("case", "other"),
                        name="intake_pair_proposed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("other__isnull", True), ("source__isnull", False)),
                            models.Q(
                                ("identity", ""),
                                ("other__gt", models.F("case")),
                                ("other__isnull", False),
                                ("source__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_link_of_a_reference_or_a_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by__isnull", True),
                            models.Q(
                                ("accepted_by__isnull", False),
                                models.Q(("confirmed_by", models.F("accepted_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_link_confirmed_by_somebody_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("other__isnull", True),
                                ("reference__isnull", False),
                                ("state", "confirmed"),
                            ),
                            models.Q(
                                ("reference__isnull", True),
                                models.Q(
                                    models.Q(("state", "confirmed"), _negated=True),
                                    ("other__isnull", False),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="intake_link_stands_by_its_reference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by__isnull", False),
                            models.Q(("state__in", ("confirmed", "ended")), _negated=True),
                            _connector="OR",
                        ),
                        name="intake_link_stands_by_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("link", points("intake.link", related_name="rows")),
                ("row", points("intake.setasiderow", related_name="links")),
            ],
            options={
                "ordering": ("row",),
                "constraints": [
                    models.UniqueConstraint(fields=("link", "row"), name="intake_link_waits_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkedLoad",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("batch", points("intake.batch", related_name="links")),
                ("link", points("intake.link", related_name="loads")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("link", "batch"), name="intake_load_linked_once")
                ],
            },
        ),
    ]
