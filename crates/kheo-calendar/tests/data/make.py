#!/usr/bin/env python3
"""Makes the data that the tests of kheo-calendar compare with.

    python3 -m venv v && v/bin/pip install holidays==0.109 lunar-vn==1.4.0
    v/bin/python make.py FOLDER-OF-FACTS

Writes beside itself:
  tet.csv        Tết and the Hùng Kings' day of 1966 to 2099, by the package `lunar-vn`
  holidays.csv   days off and Saturdays worked of 2013 to 2030, by the package `holidays` (public)
  deadlines.csv  every row of the facts' deadlines.csv with an event and the days due, counted here
                 by plain arithmetic of dates, without a line of Khéo

Not made here: elections.csv (the official schedules of 2016 and 2026, with their dates) and
holidays-wrong.csv (where the package is known to be wrong, each day with its source).
"""

import csv
import sys
from datetime import date, timedelta
from pathlib import Path

import holidays
import lunar_vn

HERE = Path(__file__).parent
DAY = timedelta(days=1)


def write(name, head, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def tet():
    for year in range(1966, 2100):
        first, kings = (lunar_vn.convert_lunar_to_solar(d, m, year, 0) for d, m in ((1, 1), (10, 3)))
        yield year, iso(first), iso(kings)


def iso(day):
    if isinstance(day, tuple):
        day = date(day[2], day[1], day[0])
    return day.isoformat()


def package_days():
    known = holidays.VN(years=range(2012, 2031), language="en_US")
    worked = {day for day in known.weekend_workdays}
    for day in sorted(set(known) | worked):
        if 2013 <= day.year <= 2030:
            yield day.isoformat(), "worked" if day in worked else "off", known.get(day, "")


def wrong_days():
    with open(HERE / "holidays-wrong.csv", encoding="utf-8") as file:
        return {date.fromisoformat(row["day"]): row["is"] for row in csv.DictReader(file)}


class Offices:
    """Which days offices work: the package, with its known mistakes mended."""

    def __init__(self):
        self.known = holidays.VN(years=range(2012, 2031))
        self.wrong = wrong_days()

    def work(self, day):
        if day in self.wrong:
            return self.wrong[day] == "worked"
        return day in self.known.weekend_workdays or (day.weekday() < 5 and day not in self.known)

    def roll(self, day, step):
        while not self.work(day):
            day += step * DAY
        return day

    def add(self, day, count):
        step = 1 if count > 0 else -1
        while count:
            day += step * DAY
            count -= step * self.work(day)
        return day


def add_months(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - DAY).day
    return date(year, month, min(day.day, last))


# Days on which something happens: before Tết, before Hùng Kings and 30 April, before 2 September.
EVENTS = [date(2016, 1, 20), date(2016, 4, 6), date(2026, 4, 20), date(2025, 8, 20), date(2015, 4, 13),
          date(2024, 4, 17), date(2018, 6, 22), date(2026, 1, 28)]
POLLING = {"2015": date(2016, 5, 22), "2025": date(2026, 3, 15)}


def event_of(number, row):
    if row["procedure"] == "bau_cu":
        return POLLING["2025" if row["effective_from"] >= "2025" else "2015"]
    since = date.fromisoformat(row["effective_from"])
    until = date.fromisoformat(row["effective_to"] or "2026-06-30")
    fitting = [day for day in EVENTS if since <= day <= until]
    return fitting[number % len(fitting)] if fitting else since


def sense_of(row):
    step = row["step_to_event"]
    if step.startswith("min_"):
        return "frequency"
    if "_end_min" in step:
        return "at-least"
    if step.endswith("_allowed_after") or step == "no_enforcement_window_before_and_after":
        return "after"
    return "at-most"


def grown(limit, extension):
    """The limit with all its extensions: `1x15` on top of it, `to 10 total` in all."""
    if not extension:
        return None
    if extension.startswith("to "):
        return int(extension.split()[1])
    times, units = extension.split("x")
    return limit + int(times) * int(units)


def end(offices, day, count, unit, sense):
    if count is None:
        return None
    day = {"days": lambda: day + count * DAY,
           "months": lambda: add_months(day, count),
           "working_days": lambda: offices.add(day, count)}[unit]()
    return day + DAY if sense == "after" else day


COLUMNS = ["procedure", "step_from_event", "step_to_event", "limit", "unit", "extension", "remote_limit",
           "remote_extension", "law_vi", "article", "effective_from", "effective_to", "confidence",
           "source_url"]
COUNTED = ["sense", "event", "due", "rolled", "extended", "remote_due", "remote_extended"]


def deadlines(facts):
    offices = Offices()
    with open(facts / "deadlines.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        if not row["article"] or "?" in row["article"]:
            row["confidence"] = "unconfirmed"
        sense, day = sense_of(row), event_of(number, row)
        counted = [""] * 5
        if sense != "frequency":
            limit = int(row["limit"])
            remote = int(row["remote_limit"]) if row["remote_limit"] else None
            ends = [end(offices, day, count, row["unit"], sense) for count in (
                limit, grown(limit, row["extension"]), remote,
                remote and grown(remote, row["remote_extension"]))]
            rolled = offices.roll(ends[0], -1 if limit < 0 else 1)
            counted = [iso(found) if found else "" for found in (ends[0], rolled, *ends[1:])]
        yield [row[name] for name in COLUMNS] + [sense, day.isoformat()] + counted


def main():
    facts = Path(sys.argv[1])
    write("tet.csv", ["year", "tet", "hung_kings"], tet())
    write("holidays.csv", ["day", "is", "name"], package_days())
    write("deadlines.csv", COLUMNS + COUNTED, deadlines(facts))


if __name__ == "__main__":
    main()
