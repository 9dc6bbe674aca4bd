"""What is wrong with forms, and where it is told."""

from __syntax__ import sexpr

(for source ["(a b" "a)" "(a ]" "(set 1 2)" "(while)" "(return)" "(def f)" "(def f (x y) 1)" "(f 1x)" "(if)" "(del (f))"
             "{1}" "(pass 1)" "(try (f))" "(print \"a)" "(class C (=) 1)"]
  (try (compile source "<source>" "exec")
    (except SyntaxError error (print source error.msg error.lineno error.offset error.end_offset))
    (else (print "no error" source))))
