import { expect, it } from 'vitest';
import { parseRoute, routeHash } from './route.ts';

it.each([
  ['', 'survey'],
  ['#', 'survey'],
  ['#/', 'survey'],
  ['#/understand', 'understand'],
  ['#/understand/species', 'understand'],
  ['#/understandable', null],
  ['#/models', 'models'],
  ['#/decisions', 'decisions'],
  ['#/?label=fox&text=%2Fmodels', 'survey'],
  ['#/models/', 'models'],
  ['#content', null],
  ['#/elsewhere', null],
  ['#models', null],
])('%j is the page %s', (hash, route) => {
  expect(parseRoute(hash)).toBe(route);
});

it.each(['survey', 'decisions', 'understand', 'models'] as const)('%s has an address of its own', (route) => {
  expect(parseRoute(routeHash(route))).toBe(route);
});
