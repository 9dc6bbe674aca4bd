"""The traceback points to the forms."""

from __syntax__ import sexpr

(def half (n)
  (return (// n 0)))

(print "before")
(print (+ 1
          (half 3)))
