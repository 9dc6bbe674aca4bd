class ConfigError(Exception):
    """Not in builtins: shown with its module unless that is __main__."""


def load(settings):
    try:
        return settings["port"] + 1
    except KeyError as e:
        raise ConfigError("no port in", settings) from e


try:
    load({"host": "x"})
finally:
    print("cleaning up")
