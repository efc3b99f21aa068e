from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0002_said_once'),
    ]

    operations = [
        migrations.AddField(
            model_name='cooperation',
            name='search_text',
            field=models.TextField(blank=True, editable=False),
        ),
    ]
