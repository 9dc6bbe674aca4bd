"""The __dict__ of an instance of a built-in type, or of a class that derives from one that has it, cannot be deleted."""
import functools
class P(functools.partial): pass
for o in (functools.partial(max), P(max), lambda: 0, Exception(), (lambda: (yield))()):
    try: del o.__dict__; print('ok')
    except Exception as e: print(type(e).__name__, e)
