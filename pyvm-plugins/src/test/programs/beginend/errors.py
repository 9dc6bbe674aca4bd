# What is wrong with blocks, and where it is told.
from __syntax__ import beginend
for source in ["if 1:\nbegin\nx = 1", "x = 1\nend", "while 1:\nx = 2", "if 1:\nbegin\nx = = 2\nend", "x = $", "f(1"]:
begin
try:
begin
compile(source, "<source>", "exec")
print("no error", source)
end
except SyntaxError as error:
begin
print(type(error).__name__, error.msg, error.lineno, error.offset)
end
end
