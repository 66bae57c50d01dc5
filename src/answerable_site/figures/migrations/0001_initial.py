import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0006_first_passwords'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CutKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed', models.TextField()),
                ('force', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='DataCut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('as_of', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('last_day', models.DateField()),
                ('digest', models.CharField(max_length=64)),
                ('cases', models.PositiveIntegerField()),
                ('events', models.PositiveIntegerField()),
                ('manifest', models.JSONField()),
                ('changes', models.JSONField(null=True)),
                ('not_compared', models.TextField(blank=True)),
                ('compared_with', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='figures.datacut')),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-made_at', '-pk'),
                'indexes': [models.Index(fields=['force', '-as_of'], name='figures_cut_by_force')],
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField()),
                ('why', models.TextField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('erase_on', models.DateField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('called_off_why', models.TextField(blank=True)),
                ('erased_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('called_off_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('cut', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='figures.datacut')),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'ordering': ('-asked_at', '-pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('called_off_at__isnull', True)), fields=('cut',), name='figures_erased_once'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True), ('erase_on__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False), ('erase_on__isnull', False), models.Q(('confirmed_by', models.F('asked_by')), _negated=True)), _connector='OR'), name='figures_erasure_confirmed_by_somebody_else'), models.CheckConstraint(condition=models.Q(models.Q(('called_off_at__isnull', True), ('called_off_by__isnull', True)), models.Q(('called_off_at__isnull', False), ('called_off_by__isnull', False), ('erased_at__isnull', True)), _connector='OR'), name='figures_erasure_called_off_by_somebody'), models.CheckConstraint(condition=models.Q(('erased_at__isnull', True), ('confirmed_at__isnull', False), _connector='OR'), name='figures_erased_once_confirmed')],
            },
        ),
        migrations.CreateModel(
            name='QueuedCut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField()),
                ('last_day', models.DateField()),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('making', 'making'), ('made', 'made'), ('refused', 'refused'), ('cancelled', 'cancelled')], max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('last_sign_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('refusal', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('cut', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='queued', to='figures.datacut')),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'ordering': ('-asked_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('cut__isnull', False), ('state', 'made')), models.Q(('cut__isnull', True), models.Q(('state', 'made'), _negated=True)), _connector='OR'), name='figures_queued_cut_has_its_cut')],
            },
        ),
    ]
