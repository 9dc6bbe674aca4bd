class Weather(Exception):
    def __init__(self, **facts):
        super().__init__(facts)
        self.facts = facts

    def __str__(self):
        return "; ".join(f"{k} is {v}" for k, v in self.facts.items())


raise Weather(sky="grey", wind="strong")
