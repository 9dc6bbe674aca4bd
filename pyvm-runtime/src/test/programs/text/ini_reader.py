# A configuration reader with sections, continuation lines, interpolation and errors that name the line.
import re


class ConfigError(Exception):
    def __init__(self, line, message):
        self.line = line
        super().__init__(f"line {line}: {message}")


class Section:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.values = name, parent, {}

    def __setitem__(self, key, value):
        self.values[key.lower()] = value

    def raw(self, key):
        section = self
        while section is not None:
            if key.lower() in section.values:
                return section.values[key.lower()]
            section = section.parent
        raise KeyError(key)

    def __getitem__(self, key):
        return self.expand(self.raw(key), [key])

    def expand(self, value, seen):
        def reference(m):
            name = m[1]
            if name in seen:
                raise RecursionError(" -> ".join(seen + [name]))
            return self.expand(self.raw(name), seen + [name])

        return re.sub(r"\$\{(\w+)\}", reference, value)

    def __contains__(self, key):
        try:
            self.raw(key)
        except KeyError:
            return False
        return True

    def __iter__(self):
        return iter(self.values)

    def __len__(self):
        return len(self.values)

    def convert(self, key, kind=str, default=...):
        if key not in self:
            if default is ...:
                raise KeyError(key)
            return default
        value = self[key]
        if kind is bool:
            return {"yes": True, "true": True, "no": False, "false": False}[value.lower()]
        return kind(value)


def parse(text):
    defaults = Section("DEFAULT")
    sections = {"DEFAULT": defaults}
    current, last = None, None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip()[0] in "#;":
            continue
        if line[0].isspace():
            if last is None:
                raise ConfigError(number, "nothing to continue")
            current[last] = current.raw(last) + " " + line.strip()
        elif m := re.fullmatch(r"\[(\w+)\]", line.strip()):
            if m[1] in sections and m[1] != "DEFAULT":
                raise ConfigError(number, f"section {m[1]!r} appears twice")
            current = sections.setdefault(m[1], Section(m[1], defaults))
            last = None
        elif m := re.match(r"([\w.]+)\s*[=:]\s*(.*)", line):
            if current is None:
                raise ConfigError(number, "no section yet")
            last = m[1]
            current[last] = m[2].rstrip()
        else:
            raise ConfigError(number, f"cannot read {line!r}")
    return sections


config = parse("""\
; comment
[DEFAULT]
home = /srv
debug: no

[web]
root = ${home}/www
port = 8080
Ratio = 2.5
hosts = a.example,
    b.example,
    c.example
[log]
debug = Yes
file = ${root}/log
loop = ${pool}
pool = ${loop}
""")
web, log = config["web"], config["log"]
print(list(config), list(web), len(log))
print(web["root"], web.convert("port", int) + 1, web.convert("ratio", float), web["hosts"].split(", "))
print(web.convert("debug", bool), log.convert("debug", bool), web.convert("nope", int, 3), "home" in web, "x" in web)
for f in (lambda: log["file"], lambda: log["loop"], lambda: web.convert("home", int), lambda: web.convert("root", bool)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for bad in ("x = 1", "[a]\n[a]", "[a]\n???", "[a]\n  b"):
    try:
        parse(bad)
    except ConfigError as e:
        print(e, e.line, e.args)
