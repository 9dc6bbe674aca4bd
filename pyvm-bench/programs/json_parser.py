"""A recursive parser over characters, and a writer: JSON in plain Python."""
from timing import measure

ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "r": "\r"}


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \t\r\n":
            self.at += 1

    def expect(self, c):
        self.skip()
        if self.text[self.at] != c:
            raise ValueError(f"expected {c!r} at {self.at}")
        self.at += 1

    def value(self):
        self.skip()
        c = self.text[self.at]
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        for word, meaning in ("true", True), ("false", False), ("null", None):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        return self.number()

    def object(self):
        result = {}
        self.expect("{")
        self.skip()
        if self.text[self.at] == "}":
            self.at += 1
            return result
        while True:
            self.skip()
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            self.skip()
            c = self.text[self.at]
            self.at += 1
            if c == "}":
                return result

    def array(self):
        result = []
        self.expect("[")
        self.skip()
        if self.text[self.at] == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            self.skip()
            c = self.text[self.at]
            self.at += 1
            if c == "]":
                return result

    def string(self):
        self.expect('"')
        parts = []
        while True:
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(parts)
            if c == "\\":
                c = self.text[self.at]
                self.at += 1
                if c == "u":
                    parts.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                else:
                    parts.append(ESCAPES[c])
            else:
                parts.append(c)

    def number(self):
        start = self.at
        text = self.text
        while self.at < len(text) and text[self.at] in "+-0123456789.eE":
            self.at += 1
        digits = text[start:self.at]
        return float(digits) if "." in digits or "e" in digits else int(digits)


def quoted(text):
    return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n"}.get(c, c) for c in text) + '"'


def write(value, out):
    if value is None:
        out.append("null")
    elif value is True:
        out.append("true")
    elif value is False:
        out.append("false")
    elif isinstance(value, str):
        out.append(quoted(value))
    elif isinstance(value, (int, float)):
        out.append(repr(value))
    elif isinstance(value, dict):
        before = "{"
        for key, item in value.items():
            out.append(before + quoted(key) + ": ")
            write(item, out)
            before = ", "
        out.append("}" if value else "{}")
    else:
        before = "["
        for item in value:
            out.append(before)
            write(item, out)
            before = ", "
        out.append("]" if value else "[]")


def run():
    data = [{"id": i, "name": f"entry \"{i}\"\n", "tags": ["a", "b\u00e9", str(i)], "size": i * 1.5, "deep": {"on": i % 2 == 0,
             "none": None, "list": list(range(i % 7)), "empty": {}}} for i in range(60)]
    out = []
    write(data, out)
    text = "".join(out)
    return Parser(text).value() == data, len(text)


measure(run, (True, 8813))
