// The API on a large log. See `npm run bench -- api-at-scale --help`.
import { apiAtScale } from './api-at-scale/main.mjs';

await apiAtScale(process.argv.slice(2));
