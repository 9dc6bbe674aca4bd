total = (1 +
         2)
more = total + \
    3
