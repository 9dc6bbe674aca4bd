# A program of a hundred lines whose blocks stand between begin and end.
from __syntax__ import beginend

import functools
from collections import OrderedDict


class Node:
begin
def __init__(self, key, value=None):
begin
self.key = key
self.value = value
self.left = None
self.right = None


end
end
class Tree:
begin
"""A binary search tree."""

def __init__(self):
begin
self.root = None
self.size = 0

end
def insert(self, key, value):
begin
node = Node(key, value)
if self.root is None:
begin
self.root = node
self.size += 1
return
end
here = self.root
while True:
begin
if key == here.key:
begin
here.value = value
return
end
elif key < here.key:
begin
if here.left is None:
begin
here.left = node
break
end
here = here.left
end
else:
begin
if here.right is None:
begin
here.right = node
break
end
here = here.right
end
end
self.size += 1

end
def __iter__(self):
begin
yield from self.walk(self.root)

end
def walk(self, node):
begin
if node is not None:
begin
yield from self.walk(node.left)
yield node.key, node.value
yield from self.walk(node.right)


end
end
end
def words(text):
begin
table = OrderedDict()
for word in text.split():
begin
table[word] = table.get(word, 0) + 1
end
return table


end
def trace(function):
begin
@functools.wraps(function)
def inner(*args, **kwargs):
begin
result = function(*args, **kwargs)
print(f"{function.__name__}{args} -> {result}")
return result
end
return inner


end
@trace
def power(base, exponent=2):
begin
return base ** exponent


end
def classify(value):
begin
match value:
begin
case int() | float():
begin
return "number"
end
case [first, *rest]:
begin
return f"list of {1 + len(rest)}"
end
case {"kind": kind}:
begin
return f"a {kind}"
end
case _:
begin
return "something"


end
end
end
tree = Tree()
for position, letter in enumerate("the quick brown fox"):
begin
tree.insert(letter, position)
end
print(tree.size, [key for key, value in tree])

for word, count in words("to be or not to be").items():
begin
print(word, count)

end
power(3)
power(2, exponent=10)

for value in (1, 2.5, [1, 2, 3], {"kind": "cat"}, None):
begin
print(classify(value))

end
try:
begin
power("x", "y")
end
except TypeError as e:
begin
print(type(e).__name__, e)
end
else:
begin
print("no error")
end
finally:
begin
print("done")

end
with open("/nowhere") if False else __import__("contextlib").nullcontext(5) as five:
begin
print("five is", five)
end
print("""a string of
two lines""", (1,
    2, 3))
