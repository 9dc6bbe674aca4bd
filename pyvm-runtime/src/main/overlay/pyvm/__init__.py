"""Views of what the stages of the virtual machine make of a program.

Each is a module to run, with a program's file name, `-` for standard input, or `-c TEXT`; all take `--json`:

    python -m pyvm.tokens FILE      the tokens
    python -m pyvm.tree FILE        the parse tree; --numbers: as the node numbers of CPython 3.6
    python -m pyvm.ast FILE         the syntax tree
    python -m pyvm.symtable FILE    scopes and names
    python -m pyvm.cfg FILE         control flow graphs, before and after each pass
    python -m pyvm.code FILE        code objects; --dis: a listing as that of dis in CPython 3.6
    python -m pyvm.opcodes          the instruction set
    python -m pyvm.slots TYPE       the slots of a type, e.g. tuple or collections.OrderedDict
    python -m pyvm.operator EXPR    the slots that an operator asks, in order
    python -m pyvm.trace FILE       runs the program: instructions with their stacks; --calls, --classes, --binding, --attributes, --locks
    python -m pyvm.states FILE      runs the program: interpreter, threads, frames where it calls breakpoint()
    python -m pyvm.frames FILE      runs the program: frames made and used again; --plain: never used again
    python -m pyvm.profile FILE     runs the program: types, call targets, jumps and loops at each place; --source: beside its lines
    python -m pyvm.bench [NAMES]    how fast programs run under strategies, and under another Python
"""
