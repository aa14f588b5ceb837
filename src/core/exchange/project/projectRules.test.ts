import { describe, expect, it } from 'vitest';
import lookout from '../../../../models/lookout/manifest.json';
import { captureTime, doneMedia } from '../../../../tests/fixtures/photo.ts';
import { importedManifest } from '../../models/manifest/importedManifest.ts';
import { singleRecipe } from '../../decisions/recipes/singleRecipe.ts';
import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import { defaultSettings } from '../../settings/surveySettings.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { readProject } from './projectText.ts';

const at = '2026-05-01T10:00:00.000Z';
const { status, size, modifiedAt, metadata, failure } = doneMedia(
  'Card/1.JPG',
  captureTime('2021-06-04T05:00:00'),
);
const photo = { key: 'content:1', paths: ['Card/1.JPG'], status, size, modifiedAt, metadata, failure };
const taxon = { taxon: null, scientificName: 'Vulpes vulpes', commonName: null };
const seen = { role: 'animal', taxon, count: 1, lifeStage: null, sex: null, behaviour: null, box: null };
const statement: unknown = { kind: 'observations', observations: [seen] };
const review = { id: 'r', by: 'Ada', at, order: 1, photos: ['content:1'], statement };
const output = {
  contentKey: '1',
  modelHash: 'm',
  labels: 'AAA=',
  scores: 'AACAPw==',
  boxes: 'AAAAAAAAAAAAAAAAAAAAAA==',
  labelScores: 'AAAAAA==',
};
const manifest = lookout as unknown as ModelManifest;
const value = (name: string, content: unknown, when: string = at) => ({
  value: { name, value: content, at: when },
});

function read(...lines: unknown[]) {
  const all = [{ format: 'fieldsift-project', version: 1, id: 'p', appVersion: '1' }, ...lines];
  return readProject(all.map((line) => `${JSON.stringify(line)}\n`));
}

/** Why a file with these lines under its header is refused; null where it is not. */
function refusal(...lines: unknown[]): string | null {
  try {
    read(...lines);
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return `${error.code} ${error.detail}`;
  }
}

describe('the lines of a project file', () => {
  it('are taken as the app writes them', () => {
    const imported = importedManifest(
      {
        ...{
          id: 'md',
          version: '5',
          name: 'MegaDetector',
          info: {},
          labels: [{ name: 'animal', role: 'animal' }],
        },
        ...{
          typical: { animal: 0.2, person: 0.2, vehicle: 0.2 },
          conservative: { animal: 0.1, person: 0.1, vehicle: 0.1 },
        },
      },
      'md.json',
    );
    const statements = [
      { kind: 'event', observations: null, asOf: at },
      { kind: 'gate', verdict: 'release', signedOff: ['["x"]'] },
      { kind: 'star', starred: true },
      { kind: 'note', text: '' },
      { kind: 'repeat-detection', suspectKey: 'k', confirmed: null },
      { kind: 'undo', reviewId: 'r' },
    ];
    const project = read(
      ...Object.entries(defaultSettings).map(([name, one]) => value(`settings.${name}`, one)),
      ...[
        value('name', 'Season'),
        value('speciesNotes.Vulpes vulpes', 'shy'),
        value('truthTable', 'file,label\n1.JPG,fox'),
      ],
      ...[value('speciesFacts', { columns: ['mass'], rows: { 'vulpes vulpes': ['6'] } })],
      value('recipe', singleRecipe({ hash: 'm', manifest })),
      ...[{ model: { hash: 'm', manifest } }, { model: { hash: 'i', manifest: imported } }],
      ...[
        { photo },
        {
          photo: {
            ...photo,
            key: 'path:Card/2.JPG',
            status: 'failed',
            metadata: null,
            failure: { code: 'truncated', detail: '' },
          },
        },
      ],
      ...[{ output }, { output: { contentKey: '1', modelHash: 'm+c', cropBoxes: '', cropScores: '' } }],
      { review },
      ...statements.map((one, index) => ({ review: { ...review, id: `s${index}`, statement: one } })),
    );
    expect([project.values.size, project.models.size, project.photos.size]).toEqual([18, 2, 2]);
    expect([project.outputs.size, project.reviews.size]).toEqual([2, 7]);
    expect(project.models.get('i')).toEqual(imported);
  });

  it('pass by what a later version may add', () => {
    expect(refusal({ later: { so: 1 } }, value('settings.later', 5), value('later', null), {})).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['paths that are numbers', { photo: { ...photo, paths: [123] } }, 'photo: paths.0'],
    ['no paths', { photo: { ...photo, paths: null } }, 'photo: paths'],
    ['a path out of its folder', { photo: { ...photo, paths: ['E/../../id.jpg'] } }, 'photo: paths.0'],
    ['an odd status', { photo: { ...photo, status: 'weird' } }, 'photo: status'],
    [
      'a time in words',
      { photo: { ...photo, metadata: { ...metadata, captureTime: 'yesterday' } } },
      'photo: metadata.captureTime',
    ],
    [
      'a time that is a number',
      { photo: { ...photo, metadata: { ...metadata, captureTime: { civil: 5, source: '<img>' } } } },
      'photo: metadata.captureTime.civil',
    ],
    ['a photo that is none', { photo: null }, 'photo'],
    ['a value that is none', { value: null }, 'value'],
    ['a model that is none', { model: null }, 'model'],
    ['a review that is none', { review: null }, 'review'],
    ['an output that is none', { output: null }, 'output'],
    ['a manifest that is empty', { model: { hash: 'a', manifest: {} } }, 'model: manifest.schemaVersion'],
    [
      'labels that are a number',
      { model: { hash: 'a', manifest: { ...manifest, labels: 5 } } },
      'model: manifest.labels',
    ],
    [
      'a kind of review that there is not',
      { review: { ...review, statement: { kind: 'constructor' } } },
      'review: statement.kind',
    ],
    ['a review of nothing', { review: { ...review, photos: undefined } }, 'review: photos'],
    ['a review that says nothing', { review: { ...review, statement: undefined } }, 'review: statement'],
    [
      'a release of nothing',
      { review: { ...review, statement: { kind: 'gate', verdict: 'release', signedOff: null } } },
      'review: statement.signedOff',
    ],
    [
      'observations that are none',
      { review: { ...review, statement: { kind: 'observations', observations: null } } },
      'review: statement.observations',
    ],
    [
      'an observation that is a number',
      { review: { ...review, statement: { kind: 'observations', observations: [5] } } },
      'review: statement.observations.0',
    ],
    ['a time of review that is a number', { review: { ...review, at: 5 } }, 'review: at'],
    ['a time that never was', { review: { ...review, at: 'soon' } }, 'review: at'],
    ['numbers cut off', { output: { ...output, scores: '!!!!' } }, 'output: scores'],
    ['boxes without scores', { output: { ...output, scores: '' } }, 'output'],
    ['settings that are none', value('settings.clocks', null), 'setting: clocks'],
    ['a threshold of 5', value('settings.gate', { person: 5, holdsVehicles: false }), 'setting: gate.person'],
    ['an offset that no clock has', value('settings.utcOffset', '+99:99'), 'setting: zone'],
    ['a name that is none', value('name', { a: 1 }), 'value: name'],
    ['a table of truth that is a number', value('truthTable', 5), 'value: truthTable'],
    ['a table without its columns', value('truthTable', 'a,b\n1,2'), 'value: truthTable'],
    ['facts that are a word', value('speciesFacts', 'x'), 'value: speciesFacts'],
    ['a recipe without models', value('recipe', { kind: 'ensemble', models: null }), 'value: recipe'],
    ['a time of a setting that is none', value('name', 'a', ''), 'value: at'],
  ])('with %s, refuse the file and name the line', (_, line, where) => {
    expect(refusal({ review }, line, { photo })).toBe(`odd-lines 3 (${where})`);
  });

  it('name several odd lines, and not thousands', () => {
    expect(refusal({ photo: null }, { review }, { review: null })).toBe('odd-lines 2 (photo), 4 (review)');
    expect(refusal(...Array.from({ length: 1000 }, () => ({ photo: null })))).toMatch(
      /^odd-lines 2 .* 6 \(photo\), …$/,
    );
  });

  it('keep nothing under a name of the language', () => {
    const project = read(
      value('settings.__proto__', { polluted: 1 }),
      value('__proto__', 'x'),
      value('speciesNotes.__proto__', 'x'),
    );
    expect(project.values.size).toBe(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
