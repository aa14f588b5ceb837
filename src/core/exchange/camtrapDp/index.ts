import { exportFormat } from '../exportFormat.ts';

/** Camtrap DP, the exchange standard. */
export const camtrapDp = exportFormat({
  name: 'camtrap-dp',
  fields: [
    {
      name: 'samplingDesign',
      kind: 'choice',
      values: [
        'opportunistic',
        'simpleRandom',
        'systematicRandom',
        'clusteredRandom',
        'experimental',
        'targeted',
      ],
    },
    { name: 'captureMethod', kind: 'choice', values: ['activityDetection', 'timeLapse'] },
    { name: 'contributor', kind: 'text' },
    { name: 'dataLicence', kind: 'text' },
    { name: 'mediaLicence', kind: 'text' },
  ],
  plan: async () => {
    const { camtrapDpExport } = await import('./camtrapDpExport.ts');
    const { defaultCamtrapDpOptions } = await import('./camtrapDpOptions.ts');
    return (snapshot, { contributor, dataLicence, mediaLicence, ...chosen }) =>
      camtrapDpExport(snapshot, {
        ...defaultCamtrapDpOptions(snapshot.name),
        ...chosen,
        ...(contributor && { contributors: [{ title: contributor, role: 'contributor' }] }),
        // A package names both or none.
        ...(dataLicence && mediaLicence && { licenses: { data: dataLicence, media: mediaLicence } }),
      });
  },
  check: async () => {
    const { readCamtrapDp } = await import('./camtrapDpPackage.ts');
    const { camtrapDpProblems } = await import('./camtrapDpProblems.ts');
    return (texts) => camtrapDpProblems(readCamtrapDp(texts));
  },
  read: {
    kind: 'package-file',
    isIn: (has, { name }) => has('resources', '\\[') || name === 'datapackage.json',
  },
});
