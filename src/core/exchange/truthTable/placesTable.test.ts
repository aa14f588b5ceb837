import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../settings/surveySettings.ts';
import { parseCsv } from '../../files/csv.ts';
import { placeDeployments, withPlaces } from '../matching/placedDeployments.ts';
import { placeColumns, readPlaces } from './placesTable.ts';

function read(text: string) {
  const lines = parseCsv(text);
  const columns = placeColumns(lines[0] ?? []);
  return columns && readPlaces(lines, columns);
}

describe('a table of places', () => {
  it('is read by the headings of Camtrap DP, Wildlife Insights and Mbaza, with decimal commas', () => {
    for (const text of [
      'deploymentID,locationName,latitude,longitude\nA1,Ridge,46.5,-8.25\n',
      'deployment_id,placename,longitude,latitude\nA1,Ridge,-8.25,46.5\n',
      'camera;camStation;Lat;Lon\nA1;Ridge;46,5;-8,25\n',
    ]) {
      expect(read(text)?.places).toMatchObject([
        { deployment: 'A1', station: 'Ridge', latitude: 46.5, longitude: -8.25, utcOffset: null },
      ]);
    }
    expect(read('file,species\na.jpg,fox\n')).toBeNull();
  });

  it('reads offsets from UTC, and names what it cannot use', () => {
    const text =
      'station,lat,lon,timezone\nA,1,2,UTC+2\nB,1,2,-0330\nC,1,2,Europe/Nowhere\n,1,2,\nD,91,2,\nE,1,,\n';
    const found = read(text);
    expect(found?.places.map(({ station, utcOffset }) => [station, utcOffset])).toEqual([
      ['A', '+02:00'],
      ['B', '-03:30'],
      ['C', null],
    ]);
    expect(found?.problems).toEqual([
      { row: 4, problem: 'zone' },
      { row: 5, problem: 'no-name' },
      { row: 6, problem: 'coordinates' },
      { row: 7, problem: 'coordinates' },
    ]);
  });

  it('takes zones by their names: the offset in force when the first photo was taken', () => {
    const text =
      'station,lat,lon,time zone\nCAM_01,1,2,Europe/Madrid\nCAM_02,1,2,africa/nairobi\nCAM_03,1,2,UTC+1\n';
    const { places = [], problems } = read(text) ?? {};
    expect(problems).toEqual([]);
    const times: Record<string, string> = { CAM_01: '2021-06-04T18:32:05', CAM_03: '2021-06-04T18:32:05' };
    const folders = ['CAM_01', 'CAM_02', 'CAM_03'];
    const found = placeDeployments(places, folders, undefined, (folder) => times[folder] ?? null);
    expect([...found.offsets]).toEqual([
      ['CAM_01', '+02:00'],
      ['CAM_03', '+01:00'],
    ]);
    expect(found.timeless).toEqual(['CAM_02']);
  });

  it('finds folders by the end of their path, whatever the case and the marks', () => {
    const places = read('station,lat,lon,tz\ncam 01,1,2,+01:00\nelsewhere,3,4,\n')?.places ?? [];
    const found = placeDeployments(places, ['Season/CAM_01', 'Season/CAM_02']);
    expect(found.unmatched).toEqual(['elsewhere']);
    const { stations, clocks } = withPlaces(defaultSettings, found);
    expect(stations).toEqual([
      { deployment: 'Season/CAM_01', station: 'cam 01', latitude: 1, longitude: 2, from: null },
    ]);
    expect(clocks['Season/CAM_01']?.zone?.utcOffset).toBe('+01:00');
  });
});
