"""Django's own command line, for developers; users call `python3 run.py answerable`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable_site.config.settings.local")
    execute_from_command_line(sys.argv)
