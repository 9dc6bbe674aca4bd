"""Handlers, finally, break, continue, return and yield in loops that run often."""


def search(items, wanted):
    steps = []
    for i in range(3):
        try:
            for item in items:
                try:
                    if item == wanted:
                        break
                    if item % 2:
                        continue
                    1 // (item % 4)
                except ZeroDivisionError as error:
                    steps.append(type(error).__name__)
                    if len(steps) > 5:
                        return steps, "returned"
                finally:
                    steps.append(item)
            else:
                steps.append("else")
        except ValueError:
            steps.append("never")
    return steps


def pairs(n):
    for i in range(n):
        try:
            got = yield i, i * 2
            if got:
                raise KeyError(got)
        except KeyError as error:
            yield error.args
        finally:
            if i == 1500:
                return i


def unpack(n):
    total = 0
    for i in range(n):
        try:
            a, (b, *c) = (i, [i, i]) if i % 7 else (i, 5)
            total += a + b + len(c)
        except TypeError as error:
            total -= 1
            text = str(error)
    try:
        error
    except UnboundLocalError as unbound:
        return total, text, str(unbound)


for round in range(700):
    result = search([1, 3, 5], 5), search([2, 4, 6, 1], 1), search([4, 4], 9)
print(*result, sep="\n")
generator = pairs(2000)
print(sum(b for a, b in generator))
generator = pairs(2000)
print([generator.send("x" if i % 3 == 1 else None) for i in range(1000)][-4:])
print(unpack(3000))
