# Built-in functions, types and methods are documented, and the examples in their texts are true.
import builtins
import doctest
import inspect

undocumented = []
for name, value in sorted(vars(builtins).items()):
    if name.startswith("_") or isinstance(value, (bool, type(None))) or not callable(value):
        continue
    if not value.__doc__:
        undocumented.append(name)
    if isinstance(value, type) and not issubclass(value, BaseException):
        for attribute, member in vars(value).items():
            if inspect.isroutine(member) and not attribute.startswith("_") and not inspect.getdoc(member):
                undocumented.append(f"{name}.{attribute}")
print([name for name in undocumented if name not in ("ExceptionGroup", "copyright", "credits", "exit", "help", "license", "quit")])

results = [
    doctest.DocTestRunner(verbose=False).run(test)
    for test in doctest.DocTestFinder().find(builtins)
    if test.examples
]
print(len(results) > 10, sum(result.failed for result in results))
print(str(inspect.signature(sorted)), inspect.signature(int.bit_length), "max(" in max.__doc__, type.__call__.__doc__ is not None)


class Undocumented(int):
    pass


print(Undocumented.__doc__, inspect.getdoc(Undocumented(3)) == None)
