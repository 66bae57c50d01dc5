"""What programs read of what is public. It tells nothing that a public page does not."""

from ninja import Router

from answerable_site.publication.api import changes, figures, follow_up, responses

router = Router()
router.add_router("", responses.router)
router.add_router("", follow_up.router)
router.add_router("", figures.router)
router.add_router("", changes.router)

__all__ = ["router"]
