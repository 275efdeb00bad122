"""The register of the attempts: functions that learners wrote, each with the exercise and the words of its true slip."""

ATTEMPTS = []


def wrong(exercise, words):
    """Keep a wrong attempt; `words` is a pattern for the name of its slip, empty where the slip has no name."""

    def keep(function):
        ATTEMPTS.append((exercise, function, words))
        return function

    return keep
