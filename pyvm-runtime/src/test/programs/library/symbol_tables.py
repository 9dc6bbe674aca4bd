import symtable
t = symtable.symtable('\nimport os\nx=1\ndef f(a,b=2,*c,d,**e):\n    global x\n    y=a\n    def g():\n        nonlocal y\n        y=x\n        return [z for z in c]\n    return g\nclass C:\n    v: int\n    def m(self): return self.__p\n', '<s>', 'exec')



def show(t, d=0):
    print(' ' * d, t.get_type(), t.get_name(), t.get_lineno(), t.is_nested(), t.has_children(), t.is_optimized())
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print(' ' * d, '-', s.get_name(), s.is_referenced(), s.is_parameter(), s.is_global(), s.is_nonlocal(), s.is_local(), s.is_free(), s.is_imported(), s.is_assigned(), s.is_namespace(), s.is_annotated(), s.is_declared_global())
    if t.get_type() == 'function':
        print(t.get_parameters(), t.get_locals(), t.get_globals(), t.get_nonlocals(), t.get_frees())
    if t.get_type() == 'class':
        print(t.get_methods())
    for c in t.get_children():
        show(c, d + 2)
show(t)
for a in (('x=', '<s>', 'exec'), ('x', '<s>', 'foo'), (5, '<s>', 'exec'), ('x', '<s>', 'eval')):
    try:
        print(symtable.symtable(*a))
    except Exception as e:
        print(type(e), e)
