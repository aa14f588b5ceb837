/** How many of these sorted numbers are lower. */
function lowerThan(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Sorts members in place by a number that each of them has; equal ones by themselves. Numbers alone are sorted many times
 * faster than by a function that compares, so each member then looks its place up.
 *
 * @param numbers of the members, in the order these have now; none is NaN
 */
export function sortPlaces(members: Uint32Array, numbers: Float64Array): void {
  const sorted = numbers.slice().sort();
  const taken = new Uint32Array(members.length);
  const order = new Uint32Array(members.length);
  for (let index = 0; index < members.length; index += 1) {
    const place = lowerThan(sorted, numbers[index] as number);
    const before = taken[place] as number;
    taken[place] = before + 1;
    order[place + before] = members[index] as number;
  }
  for (let place = 0; place < order.length; place += 1) {
    const equal = taken[place] as number;
    if (equal > 1) order.subarray(place, place + equal).sort();
  }
  members.set(order);
}
