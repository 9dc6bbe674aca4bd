# plugins: decoded
def share(total, heads):
    return [total, total / heads]


print(share(4, 2))
print(share(4, 0))
