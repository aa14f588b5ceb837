import { packageCommand } from '../packageCommand.ts';

/** One check: a command that exits with 0 when all is well. */
export interface CheckStep {
  name: string;
  command: string[];
  /** The check that must have passed by first, because this one looks at what it made. */
  after?: string;
}

/** What the checks remember of files that did not change; a fresh clone has none of it and checks everything. */
const cache = '.cache/checks';

const typecheck = (project: string): CheckStep => ({
  name: `types, ${project}`,
  command: [
    ...packageCommand('typescript', 'tsc'),
    ...['-p', `tsconfig.${project}.json`, '--incremental'],
    ...['--tsBuildInfoFile', `${cache}/${project}.tsbuildinfo`],
  ],
});

const cached = (name: string): string[] => [
  '--cache',
  ...['--cache-strategy', 'content', '--cache-location', `${cache}/${name}`],
];

/** Every check of `npm run check`, in order; the page's types are checked by svelte-check. */
export function checkSteps(): CheckStep[] {
  return [
    { name: 'format', command: [...packageCommand('prettier'), '--check', ...cached('prettier'), '.'] },
    { name: 'lint', command: [...packageCommand('eslint'), ...cached('eslint'), '.'] },
    typecheck('core'),
    typecheck('worker'),
    typecheck('node'),
    {
      name: 'types, page',
      command: [
        ...packageCommand('svelte-check'),
        '--tsconfig',
        './tsconfig.page.json',
        '--fail-on-warnings',
      ],
    },
    {
      name: 'layers',
      command: [
        ...packageCommand('dependency-cruiser', 'depcruise'),
        'src',
        'scripts',
        '--output-type',
        'err',
      ],
    },
    { name: 'unused code', command: packageCommand('knip') },
    { name: 'file length', command: [...packageCommand('tsx'), 'scripts/checks/fileLength.ts'] },
    { name: 'build', command: [...packageCommand('vite'), 'build'] },
    { name: 'size', command: packageCommand('size-limit'), after: 'build' },
  ];
}
