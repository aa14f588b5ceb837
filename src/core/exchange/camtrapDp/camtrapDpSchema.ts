/** A column of a Camtrap DP table, with what its table schema asks of it. */
export interface CamtrapDpColumn {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'any';
  isRequired?: true;
  isUnique?: true;
  oneOf?: readonly string[];
  least?: number;
  most?: number;
  pattern?: RegExp;
}

export const camtrapDpVersion = '1.0.2';
export const camtrapDpTables = ['deployments', 'media', 'observations'] as const;

export type CamtrapDpTable = (typeof camtrapDpTables)[number];

const text = (name: string): CamtrapDpColumn => ({ name, type: 'string' });
const required = (column: CamtrapDpColumn): CamtrapDpColumn => ({ ...column, isRequired: true });
const key = (name: string): CamtrapDpColumn => ({ ...required(text(name)), isUnique: true });
const choice = (name: string, oneOf: readonly string[]): CamtrapDpColumn => ({ name, type: 'string', oneOf });
const moment = (name: string): CamtrapDpColumn => ({ name, type: 'datetime' });
const flag = (name: string): CamtrapDpColumn => ({ name, type: 'boolean' });
const amount = (type: 'integer' | 'number', name: string, least: number, most?: number): CamtrapDpColumn => ({
  name,
  type,
  least,
  ...(most === undefined ? {} : { most }),
});

const features =
  'roadPaved,roadDirt,trailHiking,trailGame,roadUnderpass,roadOverpass,roadBridge,culvert,burrow,nestSite,carcass,waterSource,fruitingTree';

/** The columns of each table in the order of its schema (tdwg/camtrap-dp 1.0.2, `*-table-schema.json`). */
export const camtrapDpSchema: Readonly<Record<CamtrapDpTable, readonly CamtrapDpColumn[]>> = {
  deployments: [
    key('deploymentID'),
    text('locationID'),
    text('locationName'),
    required(amount('number', 'latitude', -90, 90)),
    required(amount('number', 'longitude', -180, 180)),
    amount('integer', 'coordinateUncertainty', 1),
    required(moment('deploymentStart')),
    required(moment('deploymentEnd')),
    text('setupBy'),
    text('cameraID'),
    text('cameraModel'),
    amount('integer', 'cameraDelay', 0),
    amount('number', 'cameraHeight', 0),
    amount('number', 'cameraDepth', 0),
    amount('integer', 'cameraTilt', -90, 90),
    amount('integer', 'cameraHeading', 0, 360),
    amount('number', 'detectionDistance', 0),
    flag('timestampIssues'),
    flag('baitUse'),
    choice('featureType', features.split(',')),
    text('habitat'),
    text('deploymentGroups'),
    text('deploymentTags'),
    text('deploymentComments'),
  ],
  media: [
    key('mediaID'),
    required(text('deploymentID')),
    choice('captureMethod', ['activityDetection', 'timeLapse']),
    required(moment('timestamp')),
    { ...required(text('filePath')), pattern: /^(?=^[^./~])(^((?!\.{2}).)*$).*$/ },
    required(flag('filePublic')),
    text('fileName'),
    { ...required(text('fileMediatype')), pattern: /^(image|video|audio)\/.*$/ },
    { name: 'exifData', type: 'any' },
    flag('favorite'),
    text('mediaComments'),
  ],
  observations: [
    key('observationID'),
    required(text('deploymentID')),
    text('mediaID'),
    text('eventID'),
    required(moment('eventStart')),
    required(moment('eventEnd')),
    required(choice('observationLevel', ['media', 'event'])),
    required(choice('observationType', ['animal', 'human', 'vehicle', 'blank', 'unknown', 'unclassified'])),
    choice('cameraSetupType', ['setup', 'calibration']),
    text('scientificName'),
    amount('integer', 'count', 1),
    choice('lifeStage', ['adult', 'subadult', 'juvenile']),
    choice('sex', ['female', 'male']),
    text('behavior'),
    text('individualID'),
    amount('number', 'individualPositionRadius', 0),
    amount('number', 'individualPositionAngle', -90, 90),
    amount('number', 'individualSpeed', 0),
    amount('number', 'bboxX', 0, 1),
    amount('number', 'bboxY', 0, 1),
    amount('number', 'bboxWidth', 1e-15, 1),
    amount('number', 'bboxHeight', 1e-15, 1),
    choice('classificationMethod', ['human', 'machine']),
    text('classifiedBy'),
    moment('classificationTimestamp'),
    amount('number', 'classificationProbability', 0, 1),
    text('observationTags'),
    text('observationComments'),
  ],
};

/** Which columns point to which tables. */
export const camtrapDpForeignKeys: readonly { table: CamtrapDpTable; column: string; to: CamtrapDpTable }[] =
  [
    { table: 'media', column: 'deploymentID', to: 'deployments' },
    { table: 'observations', column: 'deploymentID', to: 'deployments' },
    { table: 'observations', column: 'mediaID', to: 'media' },
  ];

/** A number as frictionless reads it. */
export const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Cells that count as empty. */
export const missingValues: ReadonlySet<string> = new Set(['', 'NA', 'NaN', 'nan']);
