"""Settings for all tests.

By default random examples are new in every run; where the variable CI is set they are always the same, so
that a change fails for what is in it. `--hypothesis-profile=thorough` looks longer;
`--hypothesis-profile=mutation` looks for a fault and not for its smallest form, as a mutation test needs it;
`--hypothesis-profile=again` tries the first 25 examples of CI, where another Python has tried all of them.
"""

import os
import signal

from hypothesis import Phase, settings

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("again", deadline=None, derandomize=True, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.register_profile(
    "mutation",
    deadline=None,
    derandomize=True,
    max_examples=30,
    phases=[Phase.explicit, Phase.generate],
    database=None,
)
settings.load_profile("ci" if os.environ.get("CI") else "default")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background has them ignore Ctrl-C, and every program that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
