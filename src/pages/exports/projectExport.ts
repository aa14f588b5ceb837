import { composeProject } from '../../core/exchange/project/composeProject.ts';
import type { DatedValue, ProjectFile, ProjectOutput } from '../../core/exchange/project/projectFile.ts';
import { datedValues } from '../../core/exchange/project/projectValues.ts';
import { projectText } from '../../core/exchange/project/projectText.ts';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import type { Media } from '../../core/photos/media.ts';
import { loadOutputs } from '../../storage/outputRepository.ts';
import { appVersion } from '../../platform/appVersion.ts';
import type { PreparedExport } from './exports.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { now } from '../survey/now.ts';

/** What every model said of the survey's photos, and in the recipe in use of parts of them. */
async function outputsOf(app: Fieldsift, contentKeys: ReadonlySet<string>): Promise<ProjectOutput[]> {
  const outputs: ProjectOutput[] = [];
  const keys = new Set([...app.recipe.prepared.keys, ...app.models.all.map(({ hash }) => hash)]);
  for (const key of keys) {
    for await (const page of loadOutputs(key)) {
      outputs.push(...page.filter(({ contentKey }) => contentKeys.has(contentKey)));
    }
  }
  return outputs;
}

/** Models behind a project's outputs: those in use, and those with an output. */
function modelsOf(app: Fieldsift, outputs: readonly ProjectOutput[]): Map<string, ModelManifest> {
  const said = new Set([
    ...app.recipe.models.map(({ hash }) => hash),
    ...outputs.map(({ modelHash }) => modelHash),
  ]);
  return new Map(
    app.models.all.flatMap(({ hash, manifest }) => (said.has(hash) ? [[hash, manifest] as const] : [])),
  );
}

/** Everything that was changed of the open survey, and what it is sifted with. */
function valuesOf(app: Fieldsift): Map<string, DatedValue> {
  const { survey } = app.survey;
  if (!survey) return new Map();
  const values = datedValues(survey);
  // A model alone is a recipe of one, so that another laptop knows it by its hash.
  const at = survey.changedAt?.['recipe'];
  if (at !== undefined) values.set('recipe', { value: app.recipe.recipe, at });
  return values;
}

/**
 * The open survey as a project.
 *
 * @param media its photos, where more is known of them than is kept
 * @param withOutputs false to leave out what models said
 */
export async function projectOf(
  app: Fieldsift,
  media: readonly Media[] = app.survey.photos().map((photo) => photo.media),
  withOutputs = true,
): Promise<ProjectFile> {
  const { survey, reviews } = app.survey;
  const keys = new Set(media.flatMap(({ contentKey }) => contentKey ?? []));
  const outputs = withOutputs ? await outputsOf(app, keys) : [];
  return composeProject({
    id: survey?.id ?? '',
    name: survey?.name ?? '',
    appVersion,
    at: now(),
    settings: {},
    values: valuesOf(app),
    models: modelsOf(app, outputs),
    media,
    outputs,
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
