class PR:
    pass


pr = PR()
print(pr.__init__ == pr.__init__, PR.__init__ is PR.__init__, [].append == [].append)
class BM:
    def m(self): return 1
bm = BM()
print(bm.m == bm.m, bm.m is bm.m, hash(bm.m) == hash(bm.m), bm.m.__func__ is BM.m, bm.m.__self__ is bm)
