# The traceback shows lines and carets of a text without indentation.
from __syntax__ import beginend
def half(n):
begin
if n:
begin
return [n,
n // 0]
end
end
print("before")
half(1) + half(2)
