// Invented people: a phone and an ID number that pass every check and belong to nobody who visited before.

import { randomInt } from 'node:crypto';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Returns somebody of working age who has not been here before. */
export function somebody() {
  const [district, order] = [randomInt(1, 90), randomInt(1000)].map((number, place) => String(number).padStart(2 + place, '0'));
  return { name: '李明', phone: `138${String(randomInt(1e8)).padStart(8, '0')}`, residentId: withCheckDigit(`2102${district}19900630${order}`) };
}

function withCheckDigit(digits) {
  const sum = [...digits].reduce((sum, digit, place) => sum + Number(digit) * WEIGHTS[place], 0);
  return digits + CHECK_DIGITS[sum % 11];
}
