class BM:
    def m(self):
        return 1


bm = BM()
print(dir(BM))
print([n for n in dir(bm) if not n.startswith('__')], [n for n in BM.__dir__(bm)][:2])
