# Twenty nested blocks compile, twenty-one do not; parentheses, indentation and other depths.
def nest(depth, opener="for x in (1,):"):
    lines = [" " * i + opener for i in range(depth)]
    return "\n".join(lines) + "\n" + " " * depth + "result.append(1)"


for opener in ("for x in (1,):", "while True:", "with context:", "try:", "if 1:"):
    for depth in (19, 20, 21, 99, 100):
        source = nest(depth, opener)
        if opener == "while True:":
            source += "".join("\n" + " " * i + "break" for i in range(depth, 0, -1))
        if opener == "try:":
            source += "".join("\n" + " " * i + "finally: pass" for i in range(depth - 1, -1, -1))
        result = []
        try:
            exec(source, {"result": result, "context": __import__("contextlib").nullcontext()})
            print(opener, depth, result)
        except SyntaxError as e:
            print(opener, depth, type(e).__name__, e.msg, e.lineno)
for depth in (50, 199, 200, 201, 250):
    for left, right in ("()", "[]", "{}"):
        try:
            value = eval(left * depth + right * depth) if left != "{" else eval("{0:" * depth + "1" + "}" * depth)
            levels = 0
            while value and not isinstance(value, int):
                value, levels = value[0], levels + 1
            print(left, depth, levels)
        except (SyntaxError, MemoryError, RecursionError) as e:
            print(left, depth, type(e).__name__, e)
print(eval("-" * 100 + "1"), eval("not " * 50 + "1"), eval("1" + "+1" * 2000), eval("(" * 90 + "1" + ")" * 90))
deep_function = "".join(" " * i + f"def f{i}():\n" for i in range(60)) + " " * 60 + "return 'deep'\n" + "".join(" " * i + f"return f{i}()\n" for i in range(59, 0, -1))
namespace = {}
exec(deep_function, namespace)
print(namespace["f0"]())
print(len(eval("[" + ",".join(map(str, range(5000))) + "]")), eval("'a'" * 1000).count("a"), len(eval("{" + ",".join(f"{i}:{i}" for i in range(3000)) + "}")))
