import { importCamtrapDp, type ImportedPackage } from '../../core/exchange/camtrapDp/camtrapDpImport.ts';
import { readCamtrapDp } from '../../core/exchange/camtrapDp/camtrapDpPackage.ts';
import { matchFiles, type FileMatches } from '../../core/exchange/matching/fileMatching.ts';
import type { LabelReviews } from '../../core/exchange/matching/labelReviews.ts';
import {
  placeDeployments,
  withPlaces,
  type PlacedDeployments,
} from '../../core/exchange/matching/placedDeployments.ts';
import { deploymentOf } from '../../core/photos/deployment.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { ImportReport } from './importReport.ts';
import { previewLabels, stricterLabels, takeLabels } from './labelImport.ts';
import { packageTexts, type FilesByPath } from './openFiles.ts';
import { heardInMemory, takeResults } from './resultsImport.ts';
import { nothingToAsk, type StricterSide } from './stricterSide.ts';

/** The folders of cameras in the survey. */
export function foldersIn(app: Fieldsift): string[] {
  return [...new Set(app.survey.photos().map(({ media }) => deploymentOf(media.path)))].sort();
}

/** A Camtrap DP package on its way in: what people said, what machines said, and where the cameras stood. */
export class PackageImport {
  readonly name: string;
  readonly content: ImportedPackage;
  readonly matches: FileMatches;
  readonly labels: LabelReviews;
  readonly places: PlacedDeployments;
  /** What it would let go of what is held, and what of it is left out until somebody agrees. */
  readonly stricter: StricterSide;
  readonly #app: Fieldsift;
  readonly #stop: AbortSignal;

  private constructor(name: string, content: ImportedPackage, app: Fieldsift, stop: AbortSignal) {
    this.name = name;
    this.content = content;
    this.#app = app;
    this.#stop = stop;
    const media = app.survey.photos().map((photo) => photo.media);
    this.matches = matchFiles(content.files, media);
    // The same by whichever way it comes.
    this.labels = previewLabels(content.labels, name.replace(/\.zip$/i, ''), app);
    const idOf = new Map(this.matches.matched.map(({ file, mediaId }) => [file, mediaId]));
    this.places = placeDeployments(
      content.places,
      foldersIn(app),
      (file) => app.survey.photo(idOf.get(file) ?? '')?.media.path,
    );
    this.stricter = stricterLabels(this.labels, app, {
      settings: withPlaces(app.survey.settings, this.places),
      ...(content.results ? heardInMemory(content.results, app) : {}),
    });
  }

  /** @throws UnreadableFileError */
  static async open(
    name: string,
    files: FilesByPath,
    app: Fieldsift,
    stop: AbortSignal,
  ): Promise<PackageImport> {
    return new PackageImport(name, importCamtrapDp(readCamtrapDp(await packageTexts(files))), app, stop);
  }

  async take(letGo: boolean): Promise<Omit<ImportReport, 'name'>> {
    const app = this.#app;
    const stricter = letGo ? nothingToAsk : this.stricter;
    const { results } = this.content;
    const machine = results && (await takeResults(results, this.name, app, this.#stop, stricter));
    const people = takeLabels(this.labels, app, stricter);
    const isPlaced = this.places.rows.length > 0 && !stricter.holdsSettings;
    if (isPlaced) app.settings.put(withPlaces(app.survey.settings, this.places), 'stations');
    return {
      ...people,
      places: isPlaced ? this.places.rows.length : 0,
      heldBack: stricter.sequences,
      ...(machine ? { model: machine.model, kept: machine.kept } : {}),
      unmatched: [
        ...this.matches.unmatched,
        ...this.places.unmatched.map((file) => ({ file, reason: 'no-folder' as const })),
      ],
    };
  }
}
