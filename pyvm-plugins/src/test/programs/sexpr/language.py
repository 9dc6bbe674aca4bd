"""Python in S-expressions: the header is plain Python, all that follows is forms."""

from __syntax__ import sexpr

; Definitions, with parameters as in Python.
(def greet (name, greeting="hello", *rest, end="!")
  "Greets somebody."
  (return (+ greeting " " name end)))
(print (greet "world") (greet "you" :greeting "hi" :end "?") greet.__doc__)

(class Counter (object)
  (set total 0)
  (@ staticmethod (def zero () (return 0)))
  (def add (self, n=1)
    (set self.total (+ self.total n))
    (return self)))
(set counter (Counter))
(counter.add)
(counter.add 5)
(print counter.total (Counter.zero))

(def generate (n)
  (for i (range n)
    (if (== (% i 2) 0) (do (yield i)) (yield (neg i)))))
(set [first, *others] (list (generate 6)))
(print first others (get others 0) (slice others 1 3) {"a" 1 "b" [2 3]} (tuple 1) ())
(print (list-of (* x x) x (range 4)) (list-of-if x x others (> x 0)) ((lambda (x, y=2) (** x y)) 5))
(print (< 1 2 3) (and 1 0) (or 0 "or") (not 1) (if 0 "yes" "no") (is-not first None) (in 2 [1 2]) f"{first + 1!r:>3}")
(set arguments [1 2])
(set options {"sep" "-"})
(print *arguments **options)
(try (raise (ValueError "wrong"))
  (except (tuple TypeError ValueError) error (print "caught" error))
  (else (print "never"))
  (finally (print "finally")))
(set n 3)
(while (:= n (- n 1)) (print n))
(import os.path)
(from math floor)
(print (floor 2.5) os.path.sep)
