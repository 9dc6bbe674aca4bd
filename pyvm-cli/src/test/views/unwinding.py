class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return True


def returns():
    try:
        return 'try'
    finally:
        print('finally')


def continues():
    for i in range(2):
        try:
            continue
        finally:
            print(i)


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError('second') from error
    except ValueError as error:
        return repr(error.__cause__)


def suppressed():
    with Quiet():
        raise KeyError('k')
    return 'went on'


print(returns())
continues()
print(nested(), suppressed())
