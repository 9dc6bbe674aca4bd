from __syntax__ import noneaware


def name_of(user):
    return user?.profile.name.upper() ?? user.missing


class User:
    profile = None


print(name_of(None and User) if False else "none")
print(name_of(User()))
