"""Regular expressions: searching, splitting, substituting with a function, and a tokenizer by alternatives."""
import re

from timing import measure

TOKEN = re.compile(r"(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<string>\"[^\"]*\")|(?P<operator>[-+*/=<>]=?)|(?P<space>\s+)")
MAIL = re.compile(r"\b[\w.]+@[\w.]+\.\w{2,}\b")
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def text():
    lines = []
    for i in range(150):
        lines.append(f"name_{i} = {i * 37} + total_{i % 7} * {i}.5 - \"text {i}\" <= other")
        lines.append(f"on 20{i % 30:02}-{i % 12 + 1:02}-{i % 28 + 1:02} user{i}.x@mail{i % 5}.example.org wrote to nobody@ or @none")
    return "\n".join(lines)


def run():
    source = text()
    kinds = {}
    for match in TOKEN.finditer(source):
        kinds[match.lastgroup] = kinds.get(match.lastgroup, 0) + 1
    mails = MAIL.findall(source)
    dates = DATE.sub(lambda m: f"{m[3]}.{m[2]}.{m[1]}", source)
    words = re.split(r"[\s,;]+", source)
    lazy = re.findall(r"\"(.*?)\"", source)
    return sorted(kinds.items()), len(mails), mails[7], len(dates), dates[85:95], len(words), len(lazy)


measure(run, ([('name', 2100), ('number', 750), ('operator', 1050), ('space', 2849), ('string', 150)], 150, 'user7.x@mail2.example.org', 18127, 'g wrote to', 3000, 150))
