import { drawScenes } from './drawing.ts';

/** One of several processes that draw at the same time: folder, how many scenes, which part, of how many. */
const [folder = '', count = '0', part = '0', parts = '1'] = process.argv.slice(2);
await drawScenes(folder, Number(count), Number(part), Number(parts), () => process.stdout.write('.'));
