/** The civil calendar as whole day numbers since 1 January 1970 (Gregorian, no time zones, no Date). */

/** Day number of a year, month 1–12 and day of the month (days from civil, H. Hinnant 2021). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month 1–12 and day of the month of a day number. */
export function civil(number: number): { year: number; month: number; day: number } {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** Day number of "2027-03-01"; undefined when the text is no day of the calendar. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return undefined;
  const number = dayNumber(year, month, day);
  const back = civil(number);
  return back.month === month && back.day === day ? number : undefined;
}

/** "2027-03-01" of a day number. */
export function formatIsoDate(number: number): string {
  const { year, month, day } = civil(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day number so many days later. */
export function addDays(number: number, days: number): number {
  return number + days;
}

/** Day of the year, 1 on 1 January, at most 366. */
export function dayOfYear(number: number): number {
  return number - dayNumber(civil(number).year, 1, 1) + 1;
}
