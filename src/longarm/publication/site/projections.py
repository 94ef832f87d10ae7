"""Projections that keep areas: from degrees to a plane, the second axis pointing down, the globe's radius being one."""

import math
from collections.abc import Callable

from longarm.core.lines import Point

Projection = Callable[[float, float], Point]
"""From longitude and latitude in degrees."""

_ROOT = math.sqrt(3) / 2
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


MIDDLE = 11.4  # degrees east of the middle of a map of the world: its edge passes between Siberia and Alaska


def turned(lon: float) -> float:
    """A longitude within half a turn of the middle of a map of the world."""
    return (lon - MIDDLE + 180) % 360 - 180 + MIDDLE


def equal_earth(lon: float, lat: float) -> Point:
    """The whole globe around its `MIDDLE`: Equal Earth (B. Šavrič, T. Patterson, B. Jenny 2018)."""
    east = lon - MIDDLE
    theta = math.asin(_ROOT * math.sin(math.radians(lat)))
    square = theta * theta
    sixth = square * square * square
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    return math.radians(east) * math.cos(theta) / (_ROOT * slope), -y


def azimuthal(centre_lon: float, centre_lat: float) -> Projection:
    """The surroundings of a point: Lambert's azimuthal equal-area projection; the far end of the globe is drawn out."""
    lat0 = math.radians(centre_lat)
    sin0, cos0 = math.sin(lat0), math.cos(lat0)

    def project(lon: float, lat: float) -> Point:
        east, north = math.radians(lon - centre_lon), math.radians(lat)
        nearness = 1 + sin0 * math.sin(north) + cos0 * math.cos(north) * math.cos(east)
        k = math.sqrt(2 / max(nearness, 1e-9))
        x = k * math.cos(north) * math.sin(east)
        return x, -k * (cos0 * math.sin(north) - sin0 * math.cos(north) * math.cos(east))

    return project
