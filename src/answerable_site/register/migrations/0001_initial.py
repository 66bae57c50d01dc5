
import answerable_site.register.rules.words
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReceivedDocument',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=255)),
                ('size', models.PositiveBigIntegerField()),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('stored_as', models.CharField(max_length=255, unique=True)),
                ('received_at', models.DateTimeField()),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('held_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='people.organisation')),
                ('received_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('set_aside_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-received_at',),
            },
        ),
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=500)),
                ('kind', models.CharField(choices=[(answerable_site.register.rules.words.InspectionKind['NATIONAL'], answerable_site.register.rules.words.InspectionKind['NATIONAL']), (answerable_site.register.rules.words.InspectionKind['FORCE'], answerable_site.register.rules.words.InspectionKind['FORCE']), (answerable_site.register.rules.words.InspectionKind['JOINT'], answerable_site.register.rules.words.InspectionKind['JOINT']), (answerable_site.register.rules.words.InspectionKind['REINSPECTION'], answerable_site.register.rules.words.InspectionKind['REINSPECTION']), (answerable_site.register.rules.words.InspectionKind['LETTER'], answerable_site.register.rules.words.InspectionKind['LETTER'])], max_length=20)),
                ('published_on', models.DateField(db_index=True)),
                ('date_source', models.CharField(choices=[(answerable_site.register.rules.words.DateSource['DOCUMENT'], answerable_site.register.rules.words.DateSource['DOCUMENT']), (answerable_site.register.rules.words.DateSource['INSPECTORATE_PAGE'], answerable_site.register.rules.words.DateSource['INSPECTORATE_PAGE']), (answerable_site.register.rules.words.DateSource['INSPECTORATE_LETTER'], answerable_site.register.rules.words.DateSource['INSPECTORATE_LETTER']), (answerable_site.register.rules.words.DateSource['OTHER'], answerable_site.register.rules.words.DateSource['OTHER'])], max_length=30)),
                ('legal_basis', models.CharField(max_length=60)),
                ('inspectorates', models.JSONField(default=list)),
                ('source_address', models.URLField(blank=True, max_length=500)),
                ('key_findings', models.JSONField(default=list)),
                ('judgements', models.JSONField(default=list)),
                ('printed_response', models.JSONField(default=dict)),
                ('last_lawful_day', models.DateField(db_index=True, null=True)),
                ('series', models.CharField(blank=True, max_length=200)),
                ('phase', models.CharField(blank=True, max_length=60)),
                ('created_at', models.DateTimeField()),
                ('bodies_concerned', models.ManyToManyField(related_name='inspections_concerning', to='people.organisation')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections_kept', to='people.organisation')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='register.receiveddocument')),
            ],
            options={
                'ordering': ('-published_on', 'title', 'pk'),
                'constraints': [
                    models.UniqueConstraint(fields=('document',), name='register_one_inspection_a_document'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('published_on', models.DateField()),
                ('kind', models.CharField(choices=[(answerable_site.register.rules.words.RecommendationKind['RECOMMENDATION'], answerable_site.register.rules.words.RecommendationKind['RECOMMENDATION']), (answerable_site.register.rules.words.RecommendationKind['AREA_FOR_IMPROVEMENT'], answerable_site.register.rules.words.RecommendationKind['AREA_FOR_IMPROVEMENT']), (answerable_site.register.rules.words.RecommendationKind['CAUSE_OF_CONCERN'], answerable_site.register.rules.words.RecommendationKind['CAUSE_OF_CONCERN'])], max_length=40)),
                ('number', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField()),
                ('page', models.PositiveIntegerField(null=True)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('quote', models.TextField(blank=True)),
                ('deadline', models.CharField(blank=True, max_length=40)),
                ('deadline_worded', models.CharField(blank=True, max_length=300)),
                ('deadline_from_on', models.DateField(null=True)),
                ('due_on', models.DateField(db_index=True, null=True)),
                ('expected_on', models.DateField(null=True)),
                ('entry_reason', models.TextField(blank=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField()),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='register.inspection')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='register.recommendation')),
            ],
            options={
                'ordering': ('inspection_id', 'position'),
                'indexes': [models.Index(models.OrderBy(models.F('published_on'), descending=True), models.F('inspection'), models.F('position'), models.F('kind'), models.F('expected_on'), models.F('withdrawn_at'), condition=models.Q(('withdrawn_at__isnull', True)), name='register_newest_first'), models.Index(models.F('expected_on'), models.F('inspection'), models.F('position'), models.F('kind'), models.F('withdrawn_at'), condition=models.Q(('withdrawn_at__isnull', True)), name='register_soonest_first')],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('inspection', 'position'), name='register_recommendations_have_an_order'),
                    models.CheckConstraint(condition=models.Q(models.Q(('end__isnull', True), ('start__isnull', True)), models.Q(('end__isnull', False), ('page__isnull', False), ('start__isnull', False)), _connector='OR'), name='register_a_place_is_whole'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Limb',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('label', models.CharField(blank=True, max_length=20)),
                ('text', models.TextField()),
                ('deadline', models.CharField(blank=True, max_length=40)),
                ('deadline_worded', models.CharField(blank=True, max_length=300)),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='limbs', to='register.recommendation')),
            ],
            options={
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='Addressee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('kind', models.CharField(max_length=40)),
                ('condition', models.CharField(blank=True, max_length=300)),
                ('limb', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addressees', to='register.limb')),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addressees', to='register.recommendation')),
            ],
            options={
                'ordering': ('pk',),
                'indexes': [models.Index(models.F('kind'), models.F('recommendation'), name='register_asked_by_kind')],
            },
        ),
        migrations.CreateModel(
            name='DocumentReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(answerable_site.register.rules.words.ReadingState['WAITING'], answerable_site.register.rules.words.ReadingState['WAITING']), (answerable_site.register.rules.words.ReadingState['READING'], answerable_site.register.rules.words.ReadingState['READING']), (answerable_site.register.rules.words.ReadingState['READ'], answerable_site.register.rules.words.ReadingState['READ']), (answerable_site.register.rules.words.ReadingState['REFUSED'], answerable_site.register.rules.words.ReadingState['REFUSED'])], max_length=20)),
                ('step', models.CharField(blank=True, max_length=200)),
                ('percent', models.PositiveSmallIntegerField(default=0)),
                ('begun_at', models.DateTimeField()),
                ('last_sign_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('refusal', models.TextField(blank=True)),
                ('media_type', models.CharField(blank=True, max_length=100)),
                ('version', models.CharField(max_length=20)),
                ('facts', models.JSONField(default=dict)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='register.receiveddocument')),
            ],
            options={
                'ordering': ('-begun_at',),
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('state', answerable_site.register.rules.words.ReadingState['REFUSED']), _negated=True), models.Q(('refusal', ''), _negated=True), _connector='OR'), name='register_a_refusal_says_why'),
                    models.UniqueConstraint(condition=models.Q(('state', answerable_site.register.rules.words.ReadingState['REFUSED']), _negated=True), fields=('document',), name='register_one_reading_that_counts'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AddresseeStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[(answerable_site.register.rules.words.AddresseeStatus['NOTHING_KNOWN'], answerable_site.register.rules.words.AddresseeStatus['NOTHING_KNOWN']), (answerable_site.register.rules.words.AddresseeStatus['ACCEPTED'], answerable_site.register.rules.words.AddresseeStatus['ACCEPTED']), (answerable_site.register.rules.words.AddresseeStatus['IN_PROGRESS'], answerable_site.register.rules.words.AddresseeStatus['IN_PROGRESS']), (answerable_site.register.rules.words.AddresseeStatus['DONE'], answerable_site.register.rules.words.AddresseeStatus['DONE']), (answerable_site.register.rules.words.AddresseeStatus['DECLINED'], answerable_site.register.rules.words.AddresseeStatus['DECLINED']), (answerable_site.register.rules.words.AddresseeStatus['DOES_NOT_APPLY'], answerable_site.register.rules.words.AddresseeStatus['DOES_NOT_APPLY'])], max_length=20)),
                ('known_on', models.DateField()),
                ('note', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('addressee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='register.addressee')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('known_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Candidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[(answerable_site.register.rules.words.RecommendationKind['RECOMMENDATION'], answerable_site.register.rules.words.RecommendationKind['RECOMMENDATION']), (answerable_site.register.rules.words.RecommendationKind['AREA_FOR_IMPROVEMENT'], answerable_site.register.rules.words.RecommendationKind['AREA_FOR_IMPROVEMENT']), (answerable_site.register.rules.words.RecommendationKind['CAUSE_OF_CONCERN'], answerable_site.register.rules.words.RecommendationKind['CAUSE_OF_CONCERN'])], max_length=40)),
                ('number', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField()),
                ('proposal', models.JSONField()),
                ('page', models.PositiveIntegerField()),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('confidence', models.FloatField()),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='register.candidate')),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='candidates', to='register.documentreading')),
            ],
            options={
                'ordering': ('position',),
                'constraints': [
                    models.UniqueConstraint(fields=('reading', 'position'), name='register_candidates_have_an_order'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InspectionLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(answerable_site.register.rules.words.InspectionLinkKind['SAME_REPORT'], answerable_site.register.rules.words.InspectionLinkKind['SAME_REPORT']), (answerable_site.register.rules.words.InspectionLinkKind['NEXT_PHASE'], answerable_site.register.rules.words.InspectionLinkKind['NEXT_PHASE']), (answerable_site.register.rules.words.InspectionLinkKind['NATIONAL_AND_FORCE'], answerable_site.register.rules.words.InspectionLinkKind['NATIONAL_AND_FORCE'])], max_length=30)),
                ('reason', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('from_inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_from', to='register.inspection')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('to_inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_to', to='register.inspection')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('from_inspection', 'to_inspection', 'kind'), name='register_an_inspection_link_once'),
                    models.CheckConstraint(condition=models.Q(('from_inspection', models.F('to_inspection')), _negated=True), name='register_no_inspection_links_to_itself'),
                ],
            },
        ),
        migrations.CreateModel(
            name='NumberGap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('missing', models.CharField(max_length=200)),
                ('explanation', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gaps', to='register.inspection')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.PositiveIntegerField()),
                ('start', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('picture', models.CharField(blank=True, max_length=255)),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='register.documentreading')),
            ],
            options={
                'ordering': ('page',),
                'constraints': [
                    models.UniqueConstraint(fields=('reading', 'page'), name='register_one_passage_a_page'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[(answerable_site.register.rules.words.Verdict['ACCEPTED'], answerable_site.register.rules.words.Verdict['ACCEPTED']), (answerable_site.register.rules.words.Verdict['SPLIT'], answerable_site.register.rules.words.Verdict['SPLIT']), (answerable_site.register.rules.words.Verdict['MERGED'], answerable_site.register.rules.words.Verdict['MERGED']), (answerable_site.register.rules.words.Verdict['REJECTED'], answerable_site.register.rules.words.Verdict['REJECTED']), (answerable_site.register.rules.words.Verdict['REOPENED'], answerable_site.register.rules.words.Verdict['REOPENED'])], max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField()),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='register.candidate')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recommendations', models.ManyToManyField(related_name='decisions', to='register.recommendation')),
            ],
            options={
                'ordering': ('decided_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changes', models.JSONField()),
                ('reason', models.TextField()),
                ('corrected_at', models.DateTimeField()),
                ('corrected_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='register.inspection')),
                ('recommendation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='register.recommendation')),
            ],
            options={
                'ordering': ('corrected_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='RecommendationLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(answerable_site.register.rules.words.RecommendationLinkKind['REPEATS'], answerable_site.register.rules.words.RecommendationLinkKind['REPEATS']), (answerable_site.register.rules.words.RecommendationLinkKind['ESCALATED_FROM'], answerable_site.register.rules.words.RecommendationLinkKind['ESCALATED_FROM']), (answerable_site.register.rules.words.RecommendationLinkKind['SUPERSEDES'], answerable_site.register.rules.words.RecommendationLinkKind['SUPERSEDES']), (answerable_site.register.rules.words.RecommendationLinkKind['SAME_FINDING'], answerable_site.register.rules.words.RecommendationLinkKind['SAME_FINDING'])], max_length=30)),
                ('reason', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('from_recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_from', to='register.recommendation')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('to_recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_to', to='register.recommendation')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('from_recommendation', 'to_recommendation', 'kind'), name='register_a_recommendation_link_once'),
                    models.CheckConstraint(condition=models.Q(('from_recommendation', models.F('to_recommendation')), _negated=True), name='register_no_recommendation_links_to_itself'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('held_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='people.organisation')),
                ('recommendations', models.ManyToManyField(related_name='themes', to='register.recommendation')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [
                    models.UniqueConstraint(fields=('held_by', 'name'), name='register_a_theme_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='WorkingDeadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('reason', models.TextField()),
                ('set_at', models.DateTimeField()),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='working_deadlines', to='register.recommendation')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('set_at', 'pk'),
            },
        ),
    ]
