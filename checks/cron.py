"""When a schedule fires, if ever: what is written well may still name a time that does not come, or a zone that is none."""

import datetime
import re
import zoneinfo

from aws_cron_expression_validator.validator import AWSCronExpressionError, AWSCronExpressionValidator

# Files of the time zone database that are no place: one says that nobody has set a zone, one is that of this machine.
ZONES = zoneinfo.available_timezones() - {"Factory", "localtime", "posixrules"}

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
LAST_YEAR = 2199


def troubles(expression, today=None):
    """What is wrong with the expression of a schedule, as sentences."""
    if match := re.fullmatch(r"cron\((.*)\)", expression):
        try:
            AWSCronExpressionValidator.validate(match[1])
        except AWSCronExpressionError as error:
            yield f"{expression}: {error}"
            return
        if not fires(match[1], today or datetime.date.today()):
            yield f"{expression} never fires: no such day comes"
    elif match := re.fullmatch(r"rate\((\d+) (minute|hour|day)(s?)\)", expression):
        if int(match[1]) == 0 or (int(match[1]) == 1) == bool(match[3]):
            yield f"{expression}: a rate is above 0, its unit in the singular after 1 and in the plural otherwise"
    else:
        yield f"{expression} is neither cron(six fields) nor rate(number unit)"


def fires(fields, today):
    _, _, day, month, _, year = fields.split(" ")
    # ? and the last day of a month are days of every month, and the weekday nearest to a day needs that day.
    days = set(range(1, 32)) if day in ("?", "L", "LW") else numbers(day.removesuffix("W"), 1, 31)
    return any(
        is_day(y, m, d, today)
        for y in sorted(numbers(year, 1970, LAST_YEAR))
        if y >= today.year
        for m in numbers(month, 1, 12)
        for d in days
    )


def is_day(year, month, day, today):
    try:
        return datetime.date(year, month, day) >= today
    except ValueError:
        return False


def numbers(field, least, most):
    """The values of a field that the validator took: lists of values, ranges and steps; * is everything."""
    return {value for part in field.split(",") for value in steps(part, least, most)}


def steps(part, least, most):
    span, _, step = part.partition("/")
    first, _, last = span.partition("-")
    begin = number(first, least)
    end = number(last, most) if last else (most if step or first == "*" else begin)
    return range(begin, end + 1, int(step or 1))


def number(text, everything):
    if text == "*":
        return everything
    return MONTHS.index(text.upper()) + 1 if text.upper() in MONTHS else int(text)
