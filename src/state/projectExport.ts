import { composeProject } from '../core/formats/projectFile/composeProject.ts';
import type { ProjectFile, ProjectOutput } from '../core/formats/projectFile/projectFile.ts';
import { projectText } from '../core/formats/projectFile/projectText.ts';
import { loadOutputs } from '../storage/outputRepository.ts';
import { appVersion } from '../platform/appVersion.ts';
import type { PreparedExport } from './exports.ts';
import type { Fieldsift } from './fieldsift.svelte.ts';
import { now } from './now.ts';

/** What the models in use said of the survey's photos. */
async function outputsOf(app: Fieldsift, contentKeys: ReadonlySet<string>): Promise<ProjectOutput[]> {
  const outputs: ProjectOutput[] = [];
  for (const key of app.recipe.prepared.keys) {
    for await (const page of loadOutputs(key)) {
      outputs.push(...page.filter(({ contentKey }) => contentKeys.has(contentKey)));
    }
  }
  return outputs;
}

/** The open survey as a project. */
export async function projectOf(app: Fieldsift): Promise<ProjectFile> {
  const { survey, reviews, settings } = app.survey;
  const media = app.survey.photos().map((photo) => photo.media);
  return composeProject({
    id: survey?.id ?? '',
    name: survey?.name ?? '',
    appVersion,
    at: now(),
    settings: { ...settings },
    media,
    outputs: await outputsOf(app, new Set(media.flatMap(({ contentKey }) => contentKey ?? []))),
    reviews: reviews.log.reviews,
  });
}

/** The survey as a file for another laptop. */
export function projectExport(app: Fieldsift): PreparedExport {
  return {
    files: [
      {
        path: 'project.fieldsift',
        mediaType: 'application/x-fieldsift-project',
        pieces: async function* () {
          yield* projectText(await projectOf(app));
        },
      },
    ],
    leftOut: [],
    refusals: [],
  };
}
