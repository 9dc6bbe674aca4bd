# More than 256 of everything that an instruction's argument counts: EXTENDED_ARG on locals, constants, names, jumps, cells, arguments.
n = 300
source = "def f():\n" + "".join(f"    v{i} = {i}.5\n" for i in range(n)) + "    return " + " + ".join(f"v{i}" for i in range(n))
namespace = {}
exec(source, namespace)
print(namespace["f"](), namespace["f"].__code__.co_nlocals, len(namespace["f"].__code__.co_consts))
exec("".join(f"g{i} = 'name {i}'\n" for i in range(n)) + "names = [" + ",".join(f"g{i}" for i in range(n)) + "]", namespace)
print(len(namespace["names"]), namespace["names"][299])
source = f"def many({', '.join(f'a{i}={i}' for i in range(n))}, *rest, {', '.join(f'k{i}' for i in range(n))}, **kw):\n    return a299 + k299, len(rest), len(kw)"
exec(source, namespace)
keywords = {f"k{i}": i for i in range(n)}
print(namespace["many"](*range(n + 5), **keywords, extra=1), namespace["many"].__code__.co_kwonlyargcount)
print(eval("many(" + ", ".join(f"{i}" for i in range(n)) + ", " + ", ".join(f"k{i}={i}" for i in range(n)) + ")", namespace))
source = "def outer():\n" + "".join(f"    c{i} = {i}\n" for i in range(n)) + "    def inner():\n        nonlocal c299\n        c299 += 1\n        return " + " + ".join(f"c{i}" for i in range(n)) + "\n    return inner"
exec(source, namespace)
inner = namespace["outer"]()
print(inner(), inner(), len(inner.__code__.co_freevars))
body = "".join(f"        x = x + {i}\n" for i in range(400))
source = f"def jumps(k):\n    x = 0\n    for i in range(k):\n        if i == 1:\n            continue\n{body}        if x > 10 ** 9: break\n    else:\n        x = -x\n    while x < 0:\n        x = -x\n{body}    return x"
exec(source, namespace)
print(namespace["jumps"](3), namespace["jumps"](0))
source = "def branches(k):\n" + "".join(f"    {'el' if i else ''}if k == {i}:\n        r = 'branch {i}'\n" for i in range(1000)) + "    else:\n        r = 'none'\n    return r"
exec(source, namespace)
print([namespace["branches"](k) for k in (0, 1, 255, 256, 257, 511, 999, 1000)])
source = "def handlers(f):\n    try:\n        f()\n" + "".join(f"    except E{i}: return {i}\n" for i in range(280))
for i in range(280):
    namespace[f"E{i}"] = type(f"E{i}", (Exception,), {})
exec(source, namespace)


def thrower(i):
    def throw():
        raise namespace[f"E{i}"]

    return throw


print([namespace["handlers"](thrower(i)) for i in (0, 100, 255, 256, 279)])
print(eval("[" + ", ".join(f"x{i} := {i}" for i in range(0)) + "]"), eval("(" + "1, " * 1000 + ")").count(1), len(eval("f'" + "{1}" * 500 + "'")), eval("'{}' % ()".replace("{}", "%%" * 300)) == "%" * 300)
a, b, *c, d = range(400)
print(a, b, len(c), d)
exec(", ".join(f"u{i}" for i in range(300)) + " = range(300)")
print(u299)
for count in (255, 256):
    try:
        exec(f"[{', '.join(f's{i}' for i in range(count))}, *tail] = range(300)")
        print(s254, tail[:3])
    except SyntaxError as e:
        print(e)
lines = "\n" * 300 + "x = 1\n" + "\n" * 1000 + "raise ValueError"
try:
    exec(compile(lines, "<lines>", "exec"))
except ValueError as e:
    print(e.__traceback__.tb_next.tb_lineno)
cls = {}
exec("class Big:\n" + "".join(f"    def m{i}(self): return {i}\n" for i in range(500)), cls)
print(cls["Big"]().m499(), sum(getattr(cls["Big"](), f"m{i}")() for i in range(500)))
