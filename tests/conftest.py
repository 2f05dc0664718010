"""Settings for all tests.

By default random examples are new in every run; where the variable CI is set they are always the same, so
that a change fails for what is in it. `--hypothesis-profile=thorough` looks longer.
"""

import os

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile("ci" if os.environ.get("CI") else "default")
