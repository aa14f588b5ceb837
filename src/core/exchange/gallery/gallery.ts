import type { BoundingBox } from '../../models/prediction/box.ts';
import { shownSequences, type ShownPhoto } from '../share/shownSequences.ts';
import type { Provenance } from '../../taxa/observation.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { LeftOut } from '../exportFile.ts';
import { modelNames, rounded } from '../provenanceCells.ts';

/** A place in the gallery for a photo's thumbnail. */
export interface GalleryPicture {
  mediaId: string;
  /** Boxes to fill, 0-1 of the upright photo. */
  covers: readonly BoundingBox[];
  /** What is in it, for those who cannot see it. */
  description: string;
}

interface Entry extends ShownPhoto {
  kind: string;
  score: number;
  provenance: Provenance;
}

/** Pictures of one class; the strongest ones, because a page of thousands helps nobody. */
const mostOfOneKind = 200;

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
.photos { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); }
figure { margin: 0; }
img, .none { aspect-ratio: 4 / 3; background: #8883; border-radius: 6px; display: block; object-fit: cover; width: 100%; }
.none { align-items: center; display: flex; justify-content: center; }
figcaption { font-size: 0.85rem; overflow-wrap: anywhere; }
`;

/** Text as HTML; direction marks in names cannot turn what is around them. */
function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function entriesOf(snapshot: SurveySnapshot): { byKind: Map<string, Entry[]>; leftOut: readonly LeftOut[] } {
  const { sequences, leftOut } = shownSequences(snapshot);
  const byKind = new Map<string, Entry[]>();
  for (const shown of sequences.flatMap(({ photos }) => photos)) {
    for (const { role, taxon, score, provenance } of shown.photo.observations) {
      const kind = taxon ? (taxon.commonName ?? taxon.scientificName) : role;
      const entries = byKind.get(kind) ?? [];
      entries.push({ ...shown, kind, score: score ?? 1, provenance });
      byKind.set(kind, entries);
    }
  }
  for (const entries of byKind.values()) entries.sort((left, right) => right.score - left.score);
  return { byKind: new Map([...byKind].sort(([left], [right]) => (left < right ? -1 : 1))), leftOut };
}

function caption({ photo, score, provenance }: Entry, namesReviewers: boolean): string {
  const who =
    provenance.by === 'human'
      ? `labelled by a human${namesReviewers ? `: ${provenance.person}` : ''}, ${provenance.at.slice(0, 10)}`
      : `labelled by a machine: ${modelNames(provenance.models)}, score ${score.toFixed(2)}, ${provenance.rule}, threshold ${rounded(provenance.threshold)}`;
  const time = photo.captureTime?.civil.replace('T', ' ') ?? 'no capture time';
  return `<bdi>${html(photo.media.path)}</bdi><br>${html(time)}<br>${html(who)}`;
}

/**
 * A page of pictures by class, the highest score first, as MegaDetector's previews. It opens from the disk, loads
 * nothing, runs nothing, and shows no photo that is held or has a person in it.
 *
 * @param leftOutText says why something is not shown
 * @param namesReviewers whether it tells beside each picture who labelled it
 * @returns text, with pictures at the places where `pictureText` belongs
 */
export function* galleryParts(
  snapshot: SurveySnapshot,
  leftOutText: (leftOut: LeftOut) => string,
  namesReviewers = false,
): Generator<string | GalleryPicture> {
  const { name, models, appVersion, at } = snapshot;
  const { byKind, leftOut } = entriesOf(snapshot);
  const kinds = [...byKind];
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(name)}</title>
<style>${style}</style>
</head>
<body>
<h1>${html(name)}</h1>
<p>${models.map((model) => `${html(modelNames([model]))} (SHA-256 ${html(model.sha256)})`).join(', ')}. Fieldsift ${html(appVersion)}, ${html(at.slice(0, 10))}.</p>
${leftOut.map((each) => `<p>Not shown: ${html(leftOutText(each))}.</p>\n`).join('')}<nav><ul>
${kinds.map(([kind, entries], index) => `<li><a href="#class-${index}"><bdi>${html(kind)}</bdi> (${entries.length})</a></li>\n`).join('')}</ul></nav>
`;
  for (const [index, [kind, entries]] of kinds.entries()) {
    yield `<section id="class-${index}">\n<h2><bdi>${html(kind)}</bdi></h2>\n`;
    if (entries.length > mostOfOneKind) yield `<p>The first ${mostOfOneKind} of ${entries.length}.</p>\n`;
    yield '<div class="photos">\n';
    for (const entry of entries.slice(0, mostOfOneKind)) {
      yield '<figure>';
      const { photo, covers, kind: name } = entry;
      yield { mediaId: photo.media.id, covers, description: `${name}, ${photo.media.path}` };
      yield `<figcaption>${caption(entry, namesReviewers)}</figcaption></figure>\n`;
    }
    yield '</div>\n</section>\n';
  }
  yield '</body>\n</html>\n';
}

/** A picture of the gallery. @param dataAddress `data:image/…;base64,…`; null where there is no thumbnail */
export function pictureText({ description }: GalleryPicture, dataAddress: string | null): string {
  return dataAddress === null
    ? '<div class="none">no picture</div>'
    : `<img loading="lazy" alt="${html(description)}" src="${html(dataAddress)}">`;
}

/** What the gallery does not show. */
export function galleryLeftOut(snapshot: SurveySnapshot): readonly LeftOut[] {
  return entriesOf(snapshot).leftOut;
}
