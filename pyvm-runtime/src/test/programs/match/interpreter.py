# A small Lisp whose evaluator is one match statement.
import math
import operator as op


class Symbol(str):
    pass


def parse(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()

    def read():
        match tokens.pop(0):
            case "(":
                out = []
                while tokens[0] != ")":
                    out.append(read())
                tokens.pop(0)
                return out
            case ")":
                raise SyntaxError("unexpected )")
            case "'":
                return [Symbol("quote"), read()]
            case "#t":
                return True
            case "#f":
                return False
            case token:
                for convert in (int, float):
                    try:
                        return convert(token)
                    except ValueError:
                        pass
                return Symbol(token)

    forms = []
    while tokens:
        forms.append(read())
    return forms


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise NameError(f"unbound: {name}")


class Lambda:
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env

    def __call__(self, *args):
        match self.names:
            case [*names, Symbol("."), rest]:
                args = [*args[: len(names)], list(args[len(names) :])]
                names = [*names, rest]
            case names:
                if len(names) != len(args):
                    raise TypeError(f"expected {len(names)} arguments, got {len(args)}")
        env = Env(names, args, self.env)
        for form in self.body[:-1]:
            evaluate(form, env)
        return evaluate(self.body[-1], env)


def evaluate(x, env):
    while True:
        match x:
            case Symbol(name):
                return env.find(name)[name]
            case bool() | int() | float():
                return x
            case []:
                return []
            case [Symbol("quote"), datum]:
                return datum
            case [Symbol("if"), test, yes, *no]:
                x = yes if evaluate(test, env) is not False else (no[0] if no else [])
            case [Symbol("define"), [Symbol(name), *names], *body]:
                env[name] = Lambda(names, body, env)
                return None
            case [Symbol("define"), Symbol(name), value]:
                env[name] = evaluate(value, env)
                return None
            case [Symbol("set!"), Symbol(name), value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case [Symbol("lambda"), names, *body]:
                return Lambda(names, body, env)
            case [Symbol("let"), bindings, *body]:
                names, values = zip(*bindings) if bindings else ((), ())
                env = Env(names, [evaluate(v, env) for v in values], env)
                for form in body[:-1]:
                    evaluate(form, env)
                x = body[-1]
            case [Symbol("and" | "or" as which), *forms]:
                value = which == "and"
                for form in forms:
                    value = evaluate(form, env)
                    if (value is False) == (which == "and"):
                        break
                return value
            case [function, *arguments]:
                f = evaluate(function, env)
                values = [evaluate(a, env) for a in arguments]
                if not isinstance(f, Lambda) or Symbol(".") in f.names or len(f.names) != len(values):
                    return f(*values)
                env = Env(f.names, values, f.env)
                for form in f.body[:-1]:
                    evaluate(form, env)
                x = f.body[-1]
            case _:
                raise SyntaxError(f"cannot evaluate {x!r}")


def show(x):
    match x:
        case True:
            return "#t"
        case False:
            return "#f"
        case [Symbol("quote"), y]:
            return "'" + show(y)
        case list():
            return f"({' '.join(map(show, x))})"
        case Lambda():
            return f"<lambda of {len(x.names)}>"
        case _:
            return str(x)


top = Env()
top.update(
    {"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": op.sub, "/": op.truediv, "<": op.lt, "=": op.eq,
     "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a] + l, "list": lambda *a: list(a),
     "null?": lambda l: l == [], "length": len, "display": lambda x: print(show(x)), "apply": lambda f, a: f(*a)}
)
PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 20)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 5000 0)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(map (lambda (x) (* x x)) '(1 2 3 4))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (counter))
(list (c) (c) (c))
(define (all . things) (length things))
(all 1 2 3 4)
(and 1 2 #f 3)
(or #f 5)
(let ((x 2) (y 3)) (let ((x 7)) (+ x y)))
''x
(apply + (map (lambda (n) (/ n 2)) (list 1 2 3)))
counter
(display '(a (b #t) "c"))
(undefined 1)
(fact)
(/ 1 0)
"""
for form in parse(PROGRAM):
    try:
        result = evaluate(form, top)
        if result is not None:
            print(show(form)[:50], "=>", show(result))
    except Exception as e:
        print(show(form), "!", type(e).__name__, e)
