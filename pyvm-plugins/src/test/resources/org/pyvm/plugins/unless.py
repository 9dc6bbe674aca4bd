def check(value):
    unless value:
        return "empty"
    else:
        return f"has {len(value)}"


for value in ([], [1, 2], "", "abc"):
    print(repr(value), check(value))

count = 0
while True:
    count += 1
    unless count < 3:
        break
print(count)

unless (n := 0):
    print("walrus", n)
