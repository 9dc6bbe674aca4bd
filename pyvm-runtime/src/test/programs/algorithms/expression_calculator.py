# A tokenizer, a precedence climbing parser, a tree and two ways to evaluate it.
import operator
import re

TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[a-z]+)|(?P<op>\*\*|[-+*/%()=,]))")
BINARY = {
    "=": (1, "right", None),
    "+": (2, "left", operator.add),
    "-": (2, "left", operator.sub),
    "*": (3, "left", operator.mul),
    "/": (3, "left", operator.truediv),
    "%": (3, "left", operator.mod),
    "**": (5, "right", operator.pow),
}


class CalculatorError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


def tokenize(text):
    position = 0
    text = text.rstrip()
    while position < len(text):
        m = TOKEN.match(text, position)
        if not m:
            raise CalculatorError(f"unexpected {text[position]!r}", position)
        yield m.lastgroup, m[m.lastgroup], m.start(m.lastgroup)
        position = m.end()
    yield "end", "", len(text)


class Node:
    pass


class Number(Node):
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return f"{self.value:g}"

    def eval(self, env):
        return self.value


class Name(Node):
    def __init__(self, name, position):
        self.name, self.position = name, position

    def __str__(self):
        return self.name

    def eval(self, env):
        try:
            return env[self.name]
        except KeyError:
            raise CalculatorError(f"unknown name {self.name!r}", self.position) from None


class Binary(Node):
    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"

    def eval(self, env):
        if self.op == "=":
            value = env[self.left.name] = self.right.eval(env)
            return value
        return BINARY[self.op][2](self.left.eval(env), self.right.eval(env))


class Negative(Node):
    def __init__(self, operand):
        self.operand = operand

    def __str__(self):
        return f"-{self.operand}"

    def eval(self, env):
        return -self.operand.eval(env)


class Call(Node):
    def __init__(self, function, arguments):
        self.function, self.arguments = function, arguments

    def __str__(self):
        return f"{self.function}({', '.join(map(str, self.arguments))})"

    def eval(self, env):
        return self.function.eval(env)(*[a.eval(env) for a in self.arguments])


class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.advance()

    def advance(self):
        token = getattr(self, "token", None)
        self.token = next(self.tokens, token)
        self.kind, self.text, self.position = self.token
        return token

    def expect(self, text):
        if self.text != text:
            raise CalculatorError(f"expected {text!r}, not {self.text or 'the end'!r}", self.position)
        return self.advance()

    def expression(self, least=1):
        left = self.unary()
        while self.text in BINARY and BINARY[self.text][0] >= least:
            precedence, associativity, _ = BINARY[self.text]
            _, op, position = self.advance()
            if op == "=" and not isinstance(left, Name):
                raise CalculatorError("cannot assign to that", position)
            right = self.expression(precedence + (associativity == "left"))
            left = Binary(op, left, right)
        return left

    def unary(self):
        if self.text == "-":
            self.advance()
            return Negative(self.expression(4))
        return self.atom()

    def atom(self):
        kind, text, position = self.advance()
        if kind == "number":
            return Number(float(text))
        if kind == "name":
            node = Name(text, position)
            if self.text == "(":
                self.advance()
                arguments = []
                while self.text != ")":
                    arguments.append(self.expression(2))
                    if self.text != ")":
                        self.expect(",")
                self.expect(")")
                return Call(node, arguments)
            return node
        if text == "(":
            node = self.expression()
            self.expect(")")
            return node
        raise CalculatorError(f"unexpected {text or 'end'!r}", position)

    def parse(self):
        node = self.expression()
        if self.kind != "end":
            raise CalculatorError(f"unexpected {self.text!r}", self.position)
        return node


environment = {"pi": 3.25, "max": max, "sqrt": lambda x: x**0.5}
for line in """\
1 + 2 * 3
(1 + 2) * 3
2 ** 3 ** 2
-2 ** 2
10 - 4 - 3
x = y = 7 % 4
x * pi - y
max(1, sqrt(16), x) / 8
1 +
(1 + 2
3 $ 4
1 = 2
nothing + 1
1 / 0
2 (3)""".splitlines():
    try:
        tree = Parser(line).parse()
        print(f"{line:<26}{str(tree):<34}{tree.eval(environment):g}")
    except CalculatorError as e:
        print(line)
        print(" " * e.position + "^", e)
    except ZeroDivisionError as e:
        print(f"{line:<26}{type(e).__name__}: {e}")
