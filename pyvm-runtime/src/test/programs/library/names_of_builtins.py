"""What the module of built-in names holds."""
import builtins

print(*sorted(vars(builtins)), sep="\n")
print(builtins.__debug__, eval("__debug__"), vars(builtins)["__debug__"])
