/** Entry point of the bundle that `bin/rasid.js` loads. */
import { main } from './main.ts';

await main(process.argv.slice(2));
