from tests.library.extraction.papers import items


class TestLink:
    PAPER = """
    # A national inspection of shop theft
    ## Summary
    • Recommendation 1: By May 2026, chief constables should publish a theft plan.
    • Recommendation 2: Forces should train staff in evidence.
    ## Chapter 1
    We therefore recommend that, by May 2026, chief constables publish a plan on theft from shops.
    ### Recommendation 1
    By May 2026, chief constables should publish a plan on theft from shops.
    ## Chapter 2
    ### Recommendation 2
    Forces should train staff in evidence from shops.
    ## Appendix A: list of recommendations
    | No | Recommendation |
    | 1 | By May 2026, chief constables should publish a plan on theft from shops. |
    | 2 | Forces should train staff in evidence from shops. |
    """

    def test_counts_an_item_once_with_all_its_places(self) -> None:
        first, second = items(self.PAPER)
        assert (first.number, second.number) == ("1", "2")
        assert len(first.other_places) == 3
        assert len(second.other_places) == 2

    def test_keeps_items_of_one_list_apart_however_alike(self) -> None:
        found = items(
            """
            # Recommendations
            1. The force should make sure that its northern division keeps records in one place.
            2. The force should make sure that its southern division keeps records in one place.
            """
        )
        assert len(found) == 2

    def test_keeps_texts_apart_that_share_a_number(self) -> None:
        found = items(
            """
            # Recommendations for chief constables
            1. Chief constables should review how long children wait in custody.
            # Recommendations for the Home Office
            1. The Home Office should change the national return on overnight stays.
            """
        )
        assert len(found) == 2

    def test_merges_copies_whatever_follows_them(self) -> None:
        (item,) = items(
            """
            # Summary
            ## Recommendations
            • By May 2027, chief constables should train all of their dog handlers in first aid.
            # Training
            ## Recommendation
            By May 2027, chief constables should train all of their dog handlers in first aid.
            This should also stand in the plan that each force keeps, and in that of its region, so
            """.rstrip()
            + " that handlers, vets and all who look after the dogs know it."
        )
        assert len(item.other_places) == 1
