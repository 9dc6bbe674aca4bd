"""Processes with an interface like that of threads: the library's package, for a machine that cannot fork.

The copy of a process would have one of the threads that a JVM is made of. So programs are spawned, as they are on Windows: neither
fork nor forkserver, which forks for its clients, is a start method here.
"""

import sys

from . import context


class _SpawningContext(context.DefaultContext):
    def get_all_start_methods(self):
        return ["spawn"]


# Asked for one of these, get_context() answers that there is none of its name.
for _method in ("fork", "forkserver"):
    context._concrete_contexts.pop(_method, None)
context._default_context = _SpawningContext(context._concrete_contexts["spawn"])

# The package has the functions of the default context for its own.
__all__ = [name for name in dir(context._default_context) if name[0] != "_"]
globals().update({name: getattr(context._default_context, name) for name in __all__})

# Levels of logging between those of the module logging.
SUBDEBUG = 5
SUBWARNING = 25

# A child that is spawned has the main module of its parent under this name; what the parent pickles of it is looked up there.
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
