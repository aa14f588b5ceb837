import { bird } from './bird.ts';
import type { Plumage } from './bird.ts';
import { deer } from './deer.ts';
import type { Figure } from './figure.ts';
import { fox } from './fox.ts';
import type { QuadrupedPose } from './quadruped.ts';

export type AnimalKind = 'deer' | 'buck' | 'fox' | 'pheasant' | 'crow';

const pheasant: Plumage = {
  back: [132, 102, 70],
  wing: [112, 90, 66],
  breast: [126, 76, 50],
  head: [40, 58, 54],
};

const crow: Plumage = { back: [44, 44, 48], wing: [36, 36, 42], breast: [42, 42, 46], head: [34, 34, 38] };

/** The body of an animal in a pose; birds read the pose's head only. */
export function animal(kind: AnimalKind, pose: QuadrupedPose): Figure {
  switch (kind) {
    case 'deer':
    case 'buck':
      return deer(pose, kind === 'buck');
    case 'fox':
      return fox(pose);
    case 'pheasant':
      return bird(0.5, Math.max(0, -pose.head), pose.look, pheasant);
    case 'crow':
      return bird(0.36, Math.max(0, -pose.head), pose.look, crow);
  }
}
