"""The Vietnamese lunar calendar, by the usual astronomical rules at UTC+7 (new moons; months by the sun's longitude).

After the method Hồ Ngọc Đức published; good for the years 1900 to 2100.
"""

from datetime import date
from math import floor, pi, radians, sin

_ZONE = 7 / 24  # of a day
_JULIAN_OF_ORDINAL_ZERO = 1721425
_MONTH = 29.530588853
_EPOCH = 2415021.076998695
_WINTER_MONTH = 11


def to_solar(day: int, month: int, year: int) -> date | None:
    """The date of a lunar day of the ordinary (not the leap) month of a lunar year; None if there is no such day."""
    eleventh = _eleventh_month(year - 1 if month < _WINTER_MONTH else year)
    following = _eleventh_month(year if month < _WINTER_MONTH else year + 1)
    moon = floor(0.5 + (eleventh - _EPOCH) / _MONTH)
    offset = (month - _WINTER_MONTH) % 12
    if following - eleventh > 365:
        leap = _leap_offset(eleventh)
        offset += offset >= leap
    first, after = _new_moon(moon + offset), _new_moon(moon + offset + 1)
    return _date(first + day - 1) if 1 <= day <= after - first else None


def to_lunar(when: date) -> tuple[int, int, int]:
    """(day, month, lunar year) of a date; a leap month has the number of the month before it."""
    julian = when.toordinal() + _JULIAN_OF_ORDINAL_ZERO
    moon = floor((julian - _EPOCH) / _MONTH)
    start = _new_moon(moon + 1)
    start = start if start <= julian else _new_moon(moon)
    eleventh = _eleventh_month(when.year)
    following, year = eleventh, when.year
    if eleventh >= start:
        eleventh = _eleventh_month(when.year - 1)
    else:
        year, following = when.year + 1, _eleventh_month(when.year + 1)
    offset = floor((start - eleventh) / 29)
    month = offset + _WINTER_MONTH
    if following - eleventh > 365 and offset >= _leap_offset(eleventh):
        month -= 1
    month = month - 12 if month > 12 else month
    return julian - start + 1, month, year - 1 if month >= _WINTER_MONTH and offset < 4 else year


def _date(julian: int) -> date:
    return date.fromordinal(julian - _JULIAN_OF_ORDINAL_ZERO)


def _new_moon(k: int) -> int:
    """The Julian day number, in Vietnam, of the k-th new moon since 1900."""
    t = k / 1236.85
    julian = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    julian += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    sun = radians(359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3)
    change = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    change += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    change += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    change += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    change += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    delta = -0.000278 + 0.000265 * t + 0.000262 * t**2
    if t < -11:
        delta = 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 0.000000081 * t**4
    return floor(julian + change - delta + 0.5 + _ZONE)


def _sun_sector(julian: int) -> int:
    """In which of twelve sectors of its yearly way the sun stands at midnight, from the spring equinox."""
    t = (julian - 2451545.5 - _ZONE) / 36525
    anomaly = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    centre = (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * t)
    longitude = radians(mean + centre - 0.00569 - 0.00478 * sin(node)) % (2 * pi)
    return floor(longitude / pi * 6)


def _eleventh_month(year: int) -> int:
    """The first day of the lunar month that holds the winter solstice of a year."""
    offset = date(year, 12, 31).toordinal() + _JULIAN_OF_ORDINAL_ZERO - 2415021
    k = floor(offset / _MONTH)
    first = _new_moon(k)
    return _new_moon(k - 1) if _sun_sector(first) >= 9 else first


def _leap_offset(eleventh: int) -> int:
    """Which month after the eleventh is the leap one: the first in which the sun stays in its sector."""
    k = floor((eleventh - _EPOCH) / _MONTH + 0.5)
    last, i = -1, 1
    sector = _sun_sector(_new_moon(k + i))
    while sector != last and i < 14:
        last, i = sector, i + 1
        sector = _sun_sector(_new_moon(k + i))
    return i - 1
