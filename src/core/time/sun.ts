const radians = Math.PI / 180;

/** Where the sun stands among the stars: right ascension and declination, in degrees. */
interface SunPosition {
  rightAscension: number;
  declination: number;
}

/**
 * @param days since noon of 2000-01-01 in UTC (J2000.0; UTC stands for dynamical time, which is a minute apart and
 * moves the sun by less than 0.001°)
 */
function sunPosition(days: number): SunPosition {
  const centuries = days / 36_525;
  const meanLongitude = 280.46646 + centuries * (36_000.76983 + centuries * 0.0003032);
  const anomaly = radians * (357.52911 + centuries * (35_999.05029 - centuries * 0.0001537));
  const centre =
    Math.sin(anomaly) * (1.914602 - centuries * (0.004817 + centuries * 0.000014)) +
    Math.sin(2 * anomaly) * (0.019993 - centuries * 0.000101) +
    Math.sin(3 * anomaly) * 0.000289;
  const node = radians * (125.04 - 1934.136 * centuries);
  const longitude = radians * (meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node));
  const obliquity = radians * (23.4392911 - 0.0130042 * centuries + 0.00256 * Math.cos(node));
  return {
    rightAscension: Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude)) / radians,
    declination: Math.asin(Math.sin(obliquity) * Math.sin(longitude)) / radians,
  };
}

/**
 * How high the sun's centre stands above the horizon, in degrees, without refraction; it rises and sets at -0.833.
 * Jean Meeus, Astronomical Algorithms, 2nd edition: sun of low accuracy (chapter 25), sidereal time (12.4) and
 * horizontal coordinates (13.6). NOAA's Solar Calculator rests on the same chapter. Good to 0.02° in 1950-2050.
 *
 * @param latitude decimal degrees, south negative
 * @param longitude decimal degrees, west negative
 * @param utcSeconds since 1970 in UTC
 */
export function sunElevation(latitude: number, longitude: number, utcSeconds: number): number {
  const days = utcSeconds / 86_400 - 10_957.5;
  const { rightAscension, declination } = sunPosition(days);
  const siderealTime = 280.46061837 + 360.98564736629 * days;
  const hourAngle = radians * (siderealTime + longitude - rightAscension);
  const height =
    Math.sin(radians * latitude) * Math.sin(radians * declination) +
    Math.cos(radians * latitude) * Math.cos(radians * declination) * Math.cos(hourAngle);
  return Math.asin(Math.min(1, Math.max(-1, height))) / radians;
}
