import { describe, expect, test } from 'vitest';
import { season } from '../../../../tests/fixtures/season.ts';
import { activityOf, surveyDaylight } from '../activity/surveyActivity.ts';
import { effortCalendar } from '../effort/effortCalendar.ts';
import { calibrationCurve } from '../evaluation/calibrationCurve.ts';
import { confusionMatrix } from '../evaluation/confusionMatrix.ts';
import { coverageCurve } from '../evaluation/coverageCurve.ts';
import { reviewedCases } from '../evaluation/reviewedCases.ts';
import { lateInEnglish } from '../../../words/english/late.ts';
import { formatsOf } from '../../../words/formats.ts';
import { lateInSpanish } from '../../../words/spanish.ts';
import { speciesByNight } from '../richness/speciesByNight.ts';
import { speciesTally } from '../richness/speciesTally.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { accumulationFigure } from './accumulationFigure.ts';
import { activityFigure, activityPeak } from './activityFigure.ts';
import { calendarFigure } from './calendarFigure.ts';
import { calibrationFigure } from './calibrationFigure.ts';
import { confusionFigure } from './confusionFigure.ts';
import { coverageFigure, pointAt } from './coverageFigure.ts';
import type { Drawing, Mark } from './drawing.ts';
import type { Figure } from './figure.ts';
import { mapFigure } from './mapFigure.ts';
import { savedPicture } from './savedPicture.ts';
import { speciesFigure } from './speciesFigure.ts';

const f = formatsOf('en');
const w = lateInEnglish(f).charts;
const spanish = lateInSpanish(formatsOf('es')).charts;

function figuresOf(snapshot: SurveySnapshot, words = w): Figure[] {
  const tallies = speciesTally(snapshot);
  const effort = effortCalendar(snapshot, () => true);
  const cases = reviewedCases(snapshot);
  const matrix = confusionMatrix(cases);
  const fox = activityOf(snapshot, 'Vulpes vulpes');
  return [
    speciesFigure(tallies, 200, words, f, ({ commonName, label }) => commonName ?? label),
    activityFigure('red fox', 'Vulpes vulpes', fox, surveyDaylight(snapshot), activityPeak(fox), words, f),
    accumulationFigure(speciesByNight(snapshot, effort), words, f),
    calendarFigure(effort, words, f),
    mapFigure(effort, words) ?? [],
    calibrationFigure(calibrationCurve(cases), words, f),
    coverageFigure(coverageCurve(cases), 0.8, words, f),
    confusionFigure(matrix, matrix.labels, words, f),
  ].flat();
}

/** Ends of a mark: [left, top, right, bottom]; texts by their anchor alone. */
function ends(mark: Mark): number[] {
  switch (mark.kind) {
    case 'rectangle':
      return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height];
    case 'line':
      return [mark.x1, mark.y1, mark.x2, mark.y2];
    case 'circle':
    case 'text':
      return [mark.x, mark.y, mark.x, mark.y];
    case 'path': {
      const numbers = (mark.path.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
      return mark.path.includes('l') ? numbers.slice(0, 2).concat(numbers.slice(0, 2)) : numbers;
    }
  }
}

function isInside({ width, height, marks }: Drawing): boolean {
  return marks.flatMap(ends).every((end, index) => {
    const most = index % 2 === 0 ? width : height;
    return Number.isFinite(end) && end >= -0.5 && end <= most + 0.5;
  });
}

const snapshot = season();
const figures = figuresOf(snapshot);

describe.each(figures.map((figure) => [figure.fileName, figure] as const))('%s', (_, figure) => {
  test.each([240, 358, 760, 1400])('nothing of it leaves a drawing of %i px', (width) => {
    const drawing = figure.draw(width);
    expect(drawing.width).toBe(width);
    expect(drawing.marks.length).toBeGreaterThan(3);
    expect(isInside(drawing)).toBe(true);
  });

  test('says in words what it shows, with its n', () => {
    expect(figure.title).not.toBe('');
    expect(figure.note).toMatch(/n = [\d,]+/);
    expect(figure.summary).toMatch(/\d/);
    expect(figure.summary).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('has every number in its table', () => {
    expect(figure.table.rows.length).toBeGreaterThan(0);
    for (const row of figure.table.rows) {
      expect(row).toHaveLength(figure.table.columns.length);
      expect(row.every((cell) => typeof cell !== 'number' || Number.isFinite(cell))).toBe(true);
    }
  });

  test('stands alone as a file', () => {
    const { svg } = savedPicture(figure);
    expect(svg).toContain(`>${figure.title.replaceAll('&', '&amp;')}</text>`);
    const opened = svg.match(/<(?!\/)[a-z]+/g) ?? [];
    const closed = svg.match(/<\/[a-z]+>|\/>/g) ?? [];
    expect(opened).toHaveLength(closed.length);
    expect(svg).not.toMatch(/var\(|NaN|undefined/);
  });
});

test('a survey without anything draws nothing outside, and claims nothing', () => {
  const empty: SurveySnapshot = { ...snapshot, deployments: [], photos: [], sequences: [], events: [] };
  for (const figure of figuresOf(empty)) expect(isInside(figure.draw(600)), figure.fileName).toBe(true);
  expect(mapFigure([], w)).toBeNull();
});

test('one deployment alone is a point in the middle of its map', () => {
  const effort = effortCalendar(snapshot, () => true).slice(0, 1);
  const drawing = mapFigure(effort, w)?.draw(600);
  const circle = drawing?.marks.find(({ kind }) => kind === 'circle');
  expect(circle).toMatchObject({ x: 300, y: (drawing?.height ?? 0) / 2 });
});

test('north is up, east is right, and a degree east is shorter away from the equator', () => {
  const [first] = effortCalendar(snapshot, () => true);
  if (!first) throw new Error('the season is empty');
  const at = (latitude: number, longitude: number, id: string) => ({
    ...first,
    deployment: { ...first.deployment, id, latitude, longitude },
  });
  const effort = [at(60, 20, 'a'), at(60, 21, 'b'), at(61, 20, 'c')];
  const circles = mapFigure(effort, w)
    ?.draw(600)
    .marks.flatMap((mark) => (mark.kind === 'circle' ? [mark] : []));
  const [west, east, north] = circles ?? [];
  const eastward = (east?.x ?? 0) - (west?.x ?? 0);
  const northward = (west?.y ?? 0) - (north?.y ?? 0);
  expect(eastward / northward).toBeCloseTo(Math.cos((60.5 * Math.PI) / 180), 6);
});

test('the cursor stands on all answers at or above the threshold', () => {
  const curve = coverageCurve([
    { score: 0.9, correct: true },
    { score: 0.7, correct: true },
    { score: 0.6, correct: false },
  ]);
  expect(pointAt(curve, 0.65)).toMatchObject({ covered: 2, right: 2 });
  expect(pointAt(curve, 0.6)).toMatchObject({ covered: 3 });
  expect(pointAt(curve, 0.95)).toBeNull();
});

test('a name with the signs of markup stays a name', () => {
  const [figure] = figures;
  if (!figure) throw new Error('no figure');
  const { svg } = savedPicture({ ...figure, title: 'Cats & <dogs>' });
  expect(svg).toContain('Cats &amp; &lt;dogs&gt;');
  expect(svg).not.toContain('<dogs>');
});

test('charts speak Spanish', () => {
  const titles = figuresOf(snapshot, spanish).map(({ title }) => title);
  expect(titles).toContain('Dónde estaban las cámaras');
  expect(titles.filter((title) => title === 'Who was there')).toEqual([]);
});
