from __syntax__ import addconstant
import dis


def more(n):
    return n + 1


dis.dis(more)
add = next(i for i in dis.get_instructions(more) if i.opcode >= 200)
print(add.opname, add.argval, dis.opmap[add.opname] in dis.hasconst, dis.stack_effect(add.opcode, add.arg))
dis.dis("2 + n + 1")
