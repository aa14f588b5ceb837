/** The roles whose presence is decided; `blank` is their common absence. */
export const presentRoles = ['animal', 'person', 'vehicle'] as const;

export type PresentRole = (typeof presentRoles)[number];
export type DecidedLabel = PresentRole | 'blank';

/** For each role the probability that at least one is in the photo, 0-1. */
export type RoleScores = Record<PresentRole, number>;

/** Score from which each role counts as present, 0-1. */
export type RoleThresholds = Record<PresentRole, number>;
