code = compile("x = 1\ny = x.missing\n", "<generated>", "exec")
exec(code)
