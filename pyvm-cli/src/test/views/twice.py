def double(x):
    return x + x


double(1)
double(2)
