import { describe, expect, it } from 'vitest';
import { joinLabels, mapLabels, mapScores } from './labelMap.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';

function animals(names: string): ModelLabel[] {
  return names.split(',').map((name) => ({ name: name.trim(), role: 'animal' }));
}

/** The 48 labels of Snapshot Serengeti and the 54 columns of Hakuna Ma-data. */
const serengeti = animals(
  `elephant, zebra, warthog, impala, buffalo, wildebeest, gazelleThomsons, dikDik, giraffe, gazelleGrants, lionFemale,
  baboon, hippopotamus, ostrich, human, otherBird, hartebeest, secretaryBird, hyenaSpotted, mongoose, reedbuck, topi,
  guineaFowl, eland, aardvark, lionMale, porcupine, koriBustard, bushbuck, hyenaStriped, jackal, cheetah, waterbuck,
  leopard, reptiles, serval, aardwolf, vervetMonkey, rodents, honeyBadger, batEaredFox, rhinoceros, civet, genet,
  zorilla, hare, caracal, wildcat`,
).map((label): ModelLabel => (label.name === 'human' ? { ...label, role: 'person' } : label));
const hakuna = animals(
  `aardvark,aardwolf,baboon,bat,batearedfox,buffalo,bushbuck,caracal,cattle,cheetah,civet,dikdik,duiker,eland,elephant,
  empty,gazellegrants,gazellethomsons,genet,giraffe,guineafowl,hare,hartebeest,hippopotamus,honeybadger,hyenaspotted,
  hyenastriped,impala,insectspider,jackal,koribustard,leopard,lionfemale,lionmale,mongoose,monkeyvervet,ostrich,
  otherbird,porcupine,reedbuck,reptiles,rhinoceros,rodents,secretarybird,serval,steenbok,topi,vulture,warthog,waterbuck,
  wildcat,wildebeest,zebra,zorilla`,
).map((label): ModelLabel => (label.name === 'empty' ? { ...label, role: 'blank' } : label));

const names = (labels: readonly ModelLabel[]) => labels.map(({ name }) => name);

describe('mapLabels', () => {
  it('finds all but the human of Snapshot Serengeti among the columns of Hakuna Ma-data', () => {
    const map = mapLabels(serengeti, hakuna);
    expect(names(serengeti.filter((_, index) => map[index] === null))).toEqual(['human']);
    expect(new Set(map).size).toBe(48);
    const unmatched = hakuna.filter((_, index) => !map.includes(index));
    expect(names(unmatched)).toEqual([
      'bat',
      'cattle',
      'duiker',
      'empty',
      'insectspider',
      'steenbok',
      'vulture',
    ]);
    expect(hakuna[map[serengeti.findIndex(({ name }) => name === 'vervetMonkey')] ?? -1]?.name).toBe(
      'monkeyvervet',
    );
  });

  it('goes by taxon before name, and never joins two taxa by a name they share', () => {
    const european = {
      name: 'robin',
      role: 'animal',
      taxon: 'aves;passeriformes;muscicapidae;erithacus;rubecula',
    } as const;
    const american = {
      name: 'robin',
      role: 'animal',
      taxon: 'aves;passeriformes;turdidae;turdus;migratorius',
    } as const;
    expect(mapLabels([european], [american])).toEqual([null]);
    const renamed = {
      name: 'rouge-gorge',
      role: 'animal',
      taxon: 'Aves; Passeriformes; Muscicapidae; Erithacus; Rubecula',
    } as const;
    expect(mapLabels([european], [american, renamed])).toEqual([1]);
  });

  it('knows blank, people and vehicles by their role, whatever their name', () => {
    const first: ModelLabel[] = [
      { name: 'empty', role: 'blank' },
      { name: 'Human', role: 'person' },
    ];
    const second: ModelLabel[] = [
      { name: 'pedestrian', role: 'person' },
      { name: 'nothing', role: 'blank' },
    ];
    expect(mapLabels(first, second)).toEqual([1, 0]);
  });

  it('takes synonyms in any spelling', () => {
    expect(mapLabels(animals('Cape_Buffalo'), animals('buffalo'), { 'cape buffalo': 'Buffalo' })).toEqual([
      0,
    ]);
    expect(mapLabels(animals('Cape_Buffalo'), animals('buffalo'))).toEqual([null]);
  });
});

describe('joinLabels', () => {
  it('lists a shared label once and keeps what only one model knows', () => {
    const { labels, maps } = joinLabels([animals('zebra,impala'), animals('Impala,topi')]);
    expect(names(labels)).toEqual(['zebra', 'impala', 'topi']);
    expect(maps).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('never joins two labels of one model', () => {
    const { labels } = joinLabels([animals('spotted hyena,hyena spotted')]);
    expect(labels).toHaveLength(2);
  });
});

describe('mapScores', () => {
  it('says nothing of labels the model does not know, and adds up those that become one', () => {
    expect([...mapScores([0.25, 0.5, 0.125], [2, 2, null], 3)]).toEqual([Number.NaN, Number.NaN, 0.75]);
  });
});
