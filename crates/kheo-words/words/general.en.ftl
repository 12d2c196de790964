period-year = { $year }
period-first-half = first half of { $year }
period-second-half = second half of { $year }
period-quarter = quarter { $part } of { $year }
period-month = { $part } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
calendar-outside = { $day } is outside the calendar of days off, which knows { $first } to { $last }.
calendar-not-decided = Nobody has decided yet whether { $day } is a day off.
calendar-backward-hours = Working hours cannot be counted backwards.
calendar-no-hours = The working hours of { $day } are not known.

## Why a limit cannot be extended so
extension-no-more = The rule allows no further extension.
extension-run-out = The limit ran out on { $day }; only what still runs can be extended.
extension-most-calendar-days = { $count ->
    [one] It may be extended by 1 day.
   *[other] It may be extended by 1 to { $n } days.
}
extension-most-working-days = { $count ->
    [one] It may be extended by 1 working day.
   *[other] It may be extended by 1 to { $n } working days.
}
extension-most-working-hours = { $count ->
    [one] It may be extended by 1 working hour.
   *[other] It may be extended by 1 to { $n } working hours.
}
extension-most-months = { $count ->
    [one] It may be extended by 1 month.
   *[other] It may be extended by 1 to { $n } months.
}
content-erased = The content was erased on { $day } by decision of { $by }: { $reason } ({ $law }).
told-erased = The content was erased
