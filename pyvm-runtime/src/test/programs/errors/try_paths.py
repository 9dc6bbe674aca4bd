# Every way through try, except, else and finally: what runs, what is returned, what wins.
def path(body, handler="pass", otherwise="pass", final="pass", wrap="log.append('after'); return 'end'"):
    source = f"""
def f(log):
    for i in range(2):
        log.append(f'loop {{i}}')
        try:
            log.append('body')
            {body}
        except ValueError as e:
            log.append('except')
            {handler}
        else:
            log.append('else')
            {otherwise}
        finally:
            log.append('finally')
            {final}
        log.append('bottom')
    {wrap}
"""
    namespace = {}
    exec(source, namespace)
    log = []
    try:
        result = namespace["f"](log)
    except BaseException as e:
        result = repr(e) + (f" in the context of {e.__context__!r}" if e.__context__ else "")
    print(f"{body} | {handler} | {otherwise} | {final}\n    {' '.join(log)} -> {result}")


for body in ("pass", "raise ValueError(1)", "raise KeyError(2)", "return 'body'", "break", "continue"):
    path(body)
    for handler in ("raise", "return 'handler'", "break", "continue", "raise TypeError(3)", "del e", "e = 1"):
        if "ValueError" in body:
            path(body, handler)
    for final in ("return 'final'", "break", "continue", "raise OSError(4)"):
        path(body, final=final)
    for otherwise in ("return 'else'", "raise ValueError(5)", "break", "continue"):
        if body == "pass":
            path(body, otherwise=otherwise)
path("raise ValueError(1)", "return log.append('value computed') or 'h'", final="log.append('then finally')")


def nested():
    try:
        try:
            return "inner"
        finally:
            print("inner finally")
    finally:
        print("outer finally")


print(nested())


def overwritten():
    for x in range(3):
        try:
            return x
        finally:
            if x < 2:
                continue
            print("leaving at", x)


print(overwritten())


def exc_info_stack():
    import sys

    seen = [sys.exc_info()[0]]
    try:
        raise ValueError
    except ValueError:
        seen.append(sys.exc_info()[0])
        try:
            raise KeyError
        except KeyError:
            seen.append(sys.exc_info()[0])
        seen.append(sys.exc_info()[0])

        def gen():
            seen.append(sys.exc_info()[0])
            yield
            seen.append(sys.exc_info()[0])

        g = gen()
        next(g)
    seen.append(sys.exc_info()[0])
    next(g, None)
    print([t and t.__name__ for t in seen])


exc_info_stack()
