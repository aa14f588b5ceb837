"""Training of Lookout, the built-in detector of animals, people and vehicles."""

import os

# Before torch loads: waiting threads give their core to the sample makers. On a busy two-core machine this
# was the difference between 34 and 98 pictures per second.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
