# plugins: fuel
# There is enough of it: what fails is something else.
def share(total, heads):
    return total // heads


print(share(4, 2))
print(share(4, 0))
