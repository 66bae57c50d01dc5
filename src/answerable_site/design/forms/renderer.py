"""Django's hook by which every form of the site becomes GOV.UK markup."""

from django.forms.renderers import TemplatesSetting

from answerable_site.design.forms.bound import GovukBoundField


class GovukRenderer(TemplatesSetting):
    """The value of the setting `FORM_RENDERER`."""

    form_template_name = "design/forms/form.html"
    formset_template_name = "design/forms/formset.html"
    field_template_name = "design/forms/field.html"
    bound_field_class = GovukBoundField
