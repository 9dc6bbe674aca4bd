# plugins: fuel
def spend():
    while True:
        try:
            while True:
                pass
        except RuntimeError as error:
            print("caught", error)


print(sum(range(10)))
spend()
