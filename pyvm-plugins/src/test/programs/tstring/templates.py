from __syntax__ import tstring

name, width = "wörld", 8
t = t"hello {name} {name!r:>{width}} é{ name + 'x' }" t"!"
print(t.strings)
for each in t.interpolations:
    print(each)
print(t.values, list(t"plain"), rt"\n{width}".strings, t"{width=}")
print(T"{name}" + t"{1}", (t"a" t"b").strings, list(t""))


def html(template):
    return "".join(
        part if isinstance(part, str) else str(part.value).replace("<", "&lt;") for part in template
    )


print(html(t"<b>{'<script>'}</b>"))
match t"{name:x}".interpolations[0]:
    case part if part.format_spec == "x":
        print(part.expression)

try:
    t"a" + "b"
except TypeError as error:
    print(error)
t = "a name"
print(t)
