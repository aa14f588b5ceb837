import { expect, it } from 'vitest';
import { parseSavedViews, saveView } from './savedView.ts';

it('replaces a view of the same name where it stands', () => {
  const views = [
    { name: 'night', query: 'hours=20-5' },
    { name: 'deer', query: 'label=deer' },
  ];
  expect(saveView(views, { name: 'night', query: 'hours=21-4' }).map(({ query }) => query)).toEqual([
    'hours=21-4',
    'label=deer',
  ]);
  expect(parseSavedViews(JSON.stringify(views))).toEqual(views);
});

it('begins with none where what was kept cannot be read', () => {
  for (const text of [null, '', '{', '{"name":1}', '[3, {"name":""}, null]'])
    expect(parseSavedViews(text)).toEqual([]);
});
