import { expect, test } from 'vitest';
import { scaleTable } from './scaleTable.ts';

const figures = {
  open_100000_seconds: 1.5,
  decide_100000_milliseconds: 260,
  setting_10000_milliseconds: 12,
  cost_100000_vs_1000: 1.2,
  key_task_milliseconds: 80,
  memory_many_vs_few: NaN,
  first_load_seconds: 0.4,
  page_script_kilobytes: 149,
};

test('each figure stands beside its goal, and what misses it is said', () => {
  const [open, decide, setting, cost, key, memory] = scaleTable(figures).split('\n').slice(2);
  expect(open).toMatch(/1\.50 s +\| ≤ 2 s +\| yes/);
  expect(decide).toMatch(/260 ms +\| ≤ 250 ms +\| no/);
  expect(setting).toMatch(/12\.0 ms +\| ≤ 16\.7 ms +\| yes/);
  expect(cost).toMatch(/1\.20 +\| ≤ 1\.2 +\| yes/);
  expect(key).toMatch(/80\.0 ms +\| ≤ 50 ms +\| no/);
  expect(memory).toMatch(/not measured/);
});
