// The engine beside its peers. See `npm run bench -- engine --help`.
import { engineBench } from './engine/main.mjs';

await engineBench(process.argv.slice(2));
