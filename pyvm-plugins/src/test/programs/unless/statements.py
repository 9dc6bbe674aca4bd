from __syntax__ import unless

x = 0
unless x:
    print("x is false")
unless x == 0: print("never")
else: print("else")

until x == 3:
    x += 1
    if x == 2:
        continue
    print(x)
else:
    print("until's else")

until False:
    break
else:
    print("never")

# They are names wherever they are not the first word of such a statement.
unless, until = [1], {"a": 2}
print(unless[0], until["a"])
unless (unless): print("never")

def generator(limit):
    until limit == 0:
        yield limit
        limit -= 1

print(list(generator(3)))
