import type { FormatProblem } from '../exportFile.ts';
import { listOf, recordOf, wordOf } from '../../files/json/jsonValue.ts';
import { camtrapDpTables, camtrapDpVersion } from './camtrapDpSchema.ts';

const roles = ['contact', 'principalInvestigator', 'rightsHolder', 'publisher', 'contributor'];
const designs = [
  'simpleRandom',
  'systematicRandom',
  'clusteredRandom',
  'experimental',
  'targeted',
  'opportunistic',
];
const methods = ['activityDetection', 'timeLapse'];
const day = /^\d{4}-\d{2}-\d{2}$/;

type Rule = readonly [where: string, holds: boolean, text: string];

const all = (value: unknown, known: readonly string[]): boolean =>
  (listOf(value) ?? []).length > 0 && (listOf(value) ?? []).every((each) => known.includes(String(each)));

function resourceRules(value: unknown): Rule[] {
  const resources = (listOf(value) ?? []).map(recordOf);
  return camtrapDpTables.flatMap((table): Rule[] => {
    const own = resources.filter(({ name }) => name === table);
    const [resource = {}] = own;
    return [
      ['resources', own.length === 1, `There must be one resource "${table}".`],
      [`resources, ${table}`, wordOf(resource['path']) !== null, 'It must have a path.'],
      [
        `resources, ${table}`,
        resource['profile'] === 'tabular-data-resource',
        'Its profile must be tabular-data-resource.',
      ],
      [
        `resources, ${table}`,
        (wordOf(resource['schema']) ?? '').includes(`/${camtrapDpVersion}/`),
        `Its schema must be that of version ${camtrapDpVersion}.`,
      ],
    ];
  });
}

function projectRules(value: unknown): Rule[] {
  const project = recordOf(value);
  return [
    ['project', wordOf(project['title']) !== null, 'It must have a title.'],
    [
      'project',
      designs.includes(String(project['samplingDesign'])),
      `Its samplingDesign must be one of ${designs.join(', ')}.`,
    ],
    [
      'project',
      all(project['captureMethod'], methods),
      `Its captureMethod must be a list of ${methods.join(' or ')}.`,
    ],
    [
      'project',
      typeof project['individualAnimals'] === 'boolean',
      'Its individualAnimals must be true or false.',
    ],
    [
      'project',
      all(project['observationLevel'], ['media', 'event']),
      'Its observationLevel must be a list of media or event.',
    ],
  ];
}

function coverageRules({ spatial, temporal, taxonomic }: Readonly<Record<string, unknown>>): Rule[] {
  const { start, end } = recordOf(temporal);
  return [
    ['spatial', wordOf(recordOf(spatial)['type']) !== null, 'It must be GeoJSON.'],
    [
      'temporal',
      day.test(String(start)) && day.test(String(end)),
      'It must have start and end as YYYY-MM-DD.',
    ],
    ['temporal', String(start) <= String(end), 'It must not end before it starts.'],
    [
      'taxonomic',
      (listOf(taxonomic) ?? [null]).every((each) => wordOf(recordOf(each)['scientificName']) !== null),
      'It must be a list of taxa with their scientificName.',
    ],
  ];
}

/** What the profile of Camtrap DP 1.0.2 and Data Package would refuse in `datapackage.json`. */
export function descriptorProblems(descriptor: Readonly<Record<string, unknown>>): FormatProblem[] {
  const { name, created, contributors, licenses, profile, project, resources } = descriptor;
  const people = (listOf(contributors) ?? []).map(recordOf);
  const rules: Rule[] = [
    ['profile', wordOf(profile) !== null, 'It must be the address of the profile.'],
    [
      'name',
      name === undefined || /^[-a-z0-9._/]+$/.test(wordOf(name) ?? ''),
      'It may hold a-z, 0-9, ".", "_", "-" and "/".',
    ],
    ['created', !Number.isNaN(Date.parse(wordOf(created) ?? '')), 'It must be a time.'],
    ['contributors', people.length > 0, 'There must be at least one.'],
    ['contributors', people.every(({ title }) => wordOf(title) !== null), 'Each must have a title.'],
    [
      'contributors',
      people.every(({ role }) => role === undefined || roles.includes(wordOf(role) ?? '')),
      `A role must be one of ${roles.join(', ')}.`,
    ],
    [
      'licenses',
      licenses === undefined ||
        ((listOf(licenses) ?? []).length >= 2 &&
          all(
            (listOf(licenses) ?? []).map((each) => recordOf(each)['scope']),
            ['data', 'media'],
          )),
      'There must be one for data and one for media.',
    ],
    ...resourceRules(resources),
    ...projectRules(project),
    ...coverageRules(descriptor),
  ];
  return rules.flatMap(([where, holds, text]) =>
    holds ? [] : [{ where: `datapackage.json, ${where}`, text }],
  );
}
