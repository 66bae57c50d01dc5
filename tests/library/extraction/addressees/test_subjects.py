import pytest

from answerable.extraction.addressees import KINDS, addressees_in, sole_bodies


def names_in(text: str, **context: str) -> list[str]:
    return [addressee.name for addressee in addressees_in(text, **context)]


class TestAddresseesIn:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "Police forces and support services should talk.",
                ["Police forces", "support services"],
            ),
            (
                "By 1 May 2026, forces, the CPS and HMPPS should meet.",
                ["forces", "the CPS", "HMPPS"],
            ),
            ("All chief constables should meet.", ["all chief constables"]),
            (
                "The Home Office and the Ministry of Justice must pay.",
                ["the Home Office", "the Ministry of Justice"],
            ),
            ("Police and crime commissioners should ask.", ["Police and crime commissioners"]),
            (
                "The NPCC lead for stalking and the College of Policing should agree.",
                ["the NPCC lead for stalking", "the College of Policing"],
            ),
            ("CPS Areas should meet forces.", ["CPS Areas"]),
            ("Custody officers should write it down.", ["Custody officers"]),
            (
                "Northmoor Police and Fenwick Constabulary must share vans.",
                ["Northmoor Police", "Fenwick Constabulary"],
            ),
            (
                "Northmoor Fire and Rescue Service should visit.",
                ["Northmoor Fire and Rescue Service"],
            ),
            ("We recommend that the chief constable reviews the plan.", ["the chief constable"]),
            (
                "Local authorities and health boards should plan.",
                ["Local authorities", "health boards"],
            ),
        ],
    )
    def test_names_each_body_that_is_the_subject(self, text: str, names: list[str]) -> None:
        assert names_in(text) == names

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Local vet forums should agree.", ["Local vet forums"]),
            ("His Majesty’s Kennels should pay.", ["His Majesty’s Kennels"]),
            ("The Faculty of Dogs and Cats should write.", ["the Faculty of Dogs and Cats"]),
            ("The Chief Vet and the NPCC should meet.", ["the Chief Vet", "the NPCC"]),
            ("Forces and their advisory groups should look.", ["Forces", "their advisory groups"]),
            (
                "Police forces and advocacy services should talk.",
                ["Police forces", "advocacy services"],
            ),
            ("The Information Commissioner should consider it.", ["the Information Commissioner"]),
            ("The deputy chief constable should write.", ["the deputy chief constable"]),
            ("The force and its vet should agree.", ["the force", "its vet"]),
            ("The force and its fire authority should agree.", ["the force", "its fire authority"]),
            ("By 1 May 2027 the chief constable should write.", ["the chief constable"]),
        ],
    )
    def test_keeps_bodies_off_the_list_whole(self, text: str, names: list[str]) -> None:
        assert names_in(text) == names

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Straight away, forces should feed dogs.", ["forces"]),
            ("Straight away, forces and the CPS should meet.", ["forces", "the CPS"]),
            ("The plan should name a vet.", []),
            ("Dogs should be fed.", []),
            ("The new policy and guidance should say so.", []),
        ],
    )
    def test_takes_no_adverb_and_no_thing_for_a_body(self, text: str, names: list[str]) -> None:
        assert names_in(text) == names

    def test_follows_a_change_of_addressee_in_the_last_sentence(self) -> None:
        text = "The College of Policing should revise the course. Forces should then attend it."
        assert names_in(text) == ["the College of Policing", "Forces"]

    @pytest.mark.parametrize(
        "text",
        [
            "Guidance should be issued.",
            "The force's policy should be revised.",
            "All police officers should be trained.",
            "It should record what staff should do.",
        ],
    )
    def test_names_nobody_where_the_wording_names_nobody(self, text: str) -> None:
        assert names_in(text) == []

    def test_names_the_doer_of_a_passive(self) -> None:
        assert names_in("Guidance should be issued by the College of Policing.") == [
            "the College of Policing"
        ]

    def test_passes_over_those_who_only_help(self) -> None:
        text = "The Home Office, in consultation with forces and services, should publish."
        assert names_in(text) == ["the Home Office"]

    def test_gives_the_force_its_name_where_it_is_known(self) -> None:
        assert names_in("The force should act.", force="Northmoor Police") == ["Northmoor Police"]
        assert names_in("The force should act.") == ["the force"]

    def test_takes_you_for_the_reader_of_the_letter(self) -> None:
        text = "I recommend that you review the rota."
        assert names_in(text, letter_to="the chief constable") == ["the chief constable"]
        assert names_in(text) == []

    def test_keeps_the_condition_of_a_conditional_address(self) -> None:
        (addressee,) = addressees_in("Any force that lacks a written policy should adopt one.")
        assert (addressee.name, addressee.conditional) == (
            "any force",
            "that lacks a written policy",
        )

    def test_keeps_a_condition_that_comes_first(self) -> None:
        (addressee,) = addressees_in(
            "Where a force has no plan, the chief constable should write one."
        )
        assert addressee.name == "the chief constable"
        assert addressee.conditional == "Where a force has no plan"

    def test_uses_the_kinds_of_the_table(self) -> None:
        text = "Forces, the CPS, PCCs, the Home Office, HMICFRS and local authorities should meet."
        assert {addressee.kind for addressee in addressees_in(text)} <= set(KINDS)


class TestSoleBodies:
    @pytest.mark.parametrize(
        ("heading", "name"),
        [
            ("For chief constables", "chief constables"),
            ("To the Home Office:", "the Home Office"),
            ("Recommendations for forces", "forces"),
        ],
    )
    def test_reads_a_group_heading(self, heading: str, name: str) -> None:
        assert [addressee.name for addressee in sole_bodies(heading)] == [name]

    def test_is_empty_where_the_heading_says_more(self) -> None:
        assert sole_bodies("How forces train custody staff") == ()
