# A small template language compiled to Python source, then to closures: {{ expression }}, {% for %}, {% if %}.
import re


class TemplateError(SyntaxError):
    pass


class Template:
    TOKEN = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.S)
    FILTERS = {"upper": str.upper, "length": len, "money": "{:.2f}".format, "reversed": lambda x: x[::-1]}

    def __init__(self, source):
        self.lines = ["def render(context, out, filters):"]
        self.depth = 1
        stack = []
        for token in self.TOKEN.split(source):
            if token.startswith("{#") or not token:
                continue
            if token.startswith("{{"):
                expression, *filters = map(str.strip, token[2:-2].split("|"))
                code = self.expression(expression)
                for name in filters:
                    if name not in self.FILTERS:
                        raise TemplateError(f"no filter {name!r}")
                    code = f"filters[{name!r}]({code})"
                self.add(f"out(str({code}))")
            elif token.startswith("{%"):
                words = token[2:-2].split()
                match words:
                    case ["if", *condition]:
                        stack.append("if")
                        self.add(f"if {self.expression(' '.join(condition))}:")
                        self.depth += 1
                    case ["else"] if stack and stack[-1] == "if":
                        self.depth -= 1
                        self.add("else:")
                        self.depth += 1
                    case ["for", name, "in", *iterable]:
                        stack.append("for")
                        self.add(f"for context[{name!r}] in {self.expression(' '.join(iterable))}:")
                        self.depth += 1
                    case ["end"] if stack:
                        stack.pop()
                        self.depth -= 1
                    case _:
                        raise TemplateError(f"cannot understand {token}")
            else:
                self.add(f"out({token!r})")
        if stack:
            raise TemplateError(f"{stack[-1]} is not closed")
        self.code = "\n".join(self.lines)
        namespace = {}
        exec(compile(self.code, "<template>", "exec"), namespace)
        self.function = namespace["render"]

    def add(self, line):
        self.lines.append("    " * self.depth + line)

    @staticmethod
    def expression(text):
        return re.sub(r"(?<![\w.'])([A-Za-z_]\w*)(?!')", lambda m: m[0] if m[0] in ("not", "and", "or", "in")
                      else f"context[{m[0]!r}]", text)

    def render(self, **context):
        out = []
        self.function(context, out.append, self.FILTERS)
        return "".join(out)


page = Template(
    """\
Dear {{ name | upper }},
{# nobody reads this #}
{% if items %}you bought {{ items | length }} things:
{% for item in items %}  - {{ item[0] | reversed | upper }} at {{ item[1] | money }}
{% end %}{% else %}you bought nothing.
{% end %}Total: {{ total | money }}{% if total > 10 and not poor %} (ouch){% end %}
"""
)
print(page.code)
print(page.render(name="Ann", items=[("tea", 3), ("cake", 12.5)], total=15.5, poor=False))
print(page.render(name="Bob", items=[], total=0, poor=True))
for bad in ("{% for x %}", "{% if x %}", "{{ x | nothing }}", "{% else %}", "{{ ) }}"):
    try:
        Template(bad)
    except SyntaxError as e:
        print(type(e).__name__, e.msg)
try:
    Template("{{ missing }}").render()
except KeyError as e:
    print("KeyError", e)
