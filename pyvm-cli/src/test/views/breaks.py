def first():
    for i in range(4):
        try:
            break
        finally:
            print('left')


first()
