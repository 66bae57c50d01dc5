"""The figures reckoned a second time, from tables of words, with nothing of the product.

Written from docs/reference/training-figures.md as somebody with a pencil would go down the list.
A day is a number such as 20250331, so that a later day is a greater number.
"""

from __future__ import annotations

LONG = (1, 3, 5, 7, 8, 10, 12)
NO_END = 99999999


def number(text):
    return int(text.replace("-", "")) if text else NO_END


def months_later(day, months):
    year, month, of_month = day // 10000, day // 100 % 100, day % 100
    for _ in range(int(months)):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        most = 29 if leap else 28
    else:
        most = 31 if month in LONG else 30
    return year * 10000 + month * 100 + min(of_month, most)


def rule_of(courses, name, purpose, day):
    for row in courses:
        named = row["course"] == name and row["purpose"] == purpose
        if named and number(row["from"]) <= day <= number(row["to"]):
            return row
    return None


def places(person):
    for part in ("", "second_"):
        if person[part + "course"]:
            yield {
                "course": person[part + "course"],
                "last_day": number(person[part + "last_day"]),
                "outcome": person[part + "outcome"],
                "result_on": number(person[part + "result_on"] or person[part + "last_day"]),
            }


def postings(person, duty=None):
    for part in ("", "second_"):
        if person[part + "duty"] and duty in {None, person[part + "duty"]}:
            yield number(person[part + "from"]), number(person[part + "to"])


def attended(person, courses, year):
    """How often the person took part in a course that qualifies, in a year from 1 April."""
    return sum(
        year * 10000 + 401 <= one["last_day"] <= (year + 1) * 10000 + 331
        and one["outcome"] in {"attended", "passed", "failed"}
        and rule_of(courses, one["course"], "qualifies", one["last_day"]) is not None
        for one in places(person)
    )


def spans(person, courses, day):
    """From when to when each pass and each certificate lasts, by the rules of a day."""
    found = []
    for one in places(person):
        rule = rule_of(courses, one["course"], "qualifies", day)
        if rule and one["outcome"] == "passed" and one["result_on"] <= day:
            found.append((one["result_on"], ending(one["result_on"], rule)))
    if person["certificate"]:
        begins = number(person["certificate_from"])
        rule = rule_of(courses, person["certificate"], "qualifies", day)
        if rule and begins <= day:
            named = number(person["certificate_to"])
            found.append((begins, ending(begins, rule) if named == NO_END else named))
    return found


def ending(begins, rule):
    return months_later(begins, rule["lasts_months"]) if rule["lasts_months"] else NO_END


def was_qualified(person, courses, asked, day):
    """Whether the person was qualified on the day asked for, by the rules of another day.

    Looks backwards: a pass reaches this day, or a refresher does that was taken while qualified.
    """
    if any(begins <= asked <= ends for begins, ends in spans(person, courses, day)):
        return True
    for one in places(person):
        rule = rule_of(courses, one["course"], "refreshes", day)
        if not rule or one["outcome"] not in {"attended", "passed"}:
            continue
        taken = one["result_on"]
        if taken < asked <= ending(taken, rule) and was_qualified(person, courses, taken, day):
            return True
    return False


def presence(person, courses, day, duty="investigator"):
    """The one word for a person on a day."""
    if not any(begins <= day <= ends for begins, ends in postings(person, duty)):
        every = list(postings(person))
        if any(begins <= day <= ends for begins, ends in every):
            return "other_duty"
        if not every:
            return "no_posting"
        if all(begins > day for begins, _ in every):
            return "not_yet"
        return "left" if all(begins <= day for begins, _ in every) else "between"
    if was_qualified(person, courses, day, day):
        return "counted"
    if spans(person, courses, day):
        return "ran_out"
    qualifying = {row["course"] for row in courses if row["purpose"] == "qualifies"}
    taken = [one for one in places(person) if one["course"] in qualifying]
    if any(one["outcome"] == "passed" and one["result_on"] <= day for one in taken):
        return "does_not_count"
    if person["certificate"] in qualifying and number(person["certificate_from"]) <= day:
        return "does_not_count"
    took_part = {"attended", "passed", "failed"}
    if any(one["outcome"] in took_part and one["last_day"] <= day for one in taken):
        return "not_passed"
    return "no_course"
