"""Exceptions with members of their own do not mix; what refers weakly to an instance."""
import weakref

for bases in (OSError, ImportError), (SyntaxError, AttributeError), (StopIteration, SystemExit), (NameError, KeyError), \
        (UnicodeDecodeError, ValueError), (UnboundLocalError, NameError), (FileNotFoundError, KeyError), \
        (UnicodeEncodeError, UnicodeDecodeError), (BaseExceptionGroup, OSError), (ModuleNotFoundError, TypeError):
    try:
        print(type('E', bases, {}).__base__.__name__)
    except TypeError as error:
        print(error)


class A:
    pass


a = A()
print(a.__weakref__)
r = weakref.ref(a)
print(a.__weakref__ is r)
