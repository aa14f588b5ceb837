/** What a package must say of its project, and no photo does. */
export interface CamtrapDpOptions {
  samplingDesign:
    'simpleRandom' | 'systematicRandom' | 'clusteredRandom' | 'experimental' | 'targeted' | 'opportunistic';
  captureMethod: 'activityDetection' | 'timeLapse';
  /** Who made it; at least one. */
  contributors: readonly { title: string; role: string }[];
  /** SPDX names or links: of the tables and of the photos; null where nobody has decided. */
  licenses: { data: string; media: string } | null;
}

/** To start from; a person should look at them before publishing. */
export function defaultCamtrapDpOptions(surveyName: string): CamtrapDpOptions {
  return {
    samplingDesign: 'opportunistic',
    captureMethod: 'activityDetection',
    contributors: [{ title: `Contributors to ${surveyName}`, role: 'contributor' }],
    licenses: null,
  };
}
