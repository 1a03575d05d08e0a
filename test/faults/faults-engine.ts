// `npm run faults:engine`: what can go wrong with the engine, at length and with other chances at every run.
// `-- --only kills,typing,truncations,flips,starving,disk,clock,system-clock,soak` takes some of it, `-- --times N` so many of each (minutes of the
// soak), `-- --seed N` repeats a run. Starving and soaking need Linux.

import { parseArgs } from "node:util";
import { jumpClock, jumpSystemClock } from "./clock.ts";
import { flipBits, truncateModels } from "./damage.ts";
import { fillDisks } from "./disk.ts";
import { type Endings, killHosts } from "./kills.ts";
import { starveHosts } from "./memory.ts";
import { soak } from "./soak.ts";
import { killWhileTyping } from "./typing.ts";

const faults: Readonly<
  Record<string, { readonly times: number; run(times: number, seed: number): Promise<Endings> }>
> = {
  kills: { times: 200, run: killHosts },
  typing: { times: 48, run: killWhileTyping },
  truncations: { times: 100, run: truncateModels },
  flips: { times: 200, run: flipBits },
  starving: { times: 50, run: starveHosts },
  disk: { times: 20, run: fillDisks },
  clock: { times: 20, run: jumpClock },
  "system-clock": { times: 20, run: jumpSystemClock },
  soak: { times: 30, run: async (minutes) => ({ ...(await soak(minutes)) }) },
};

const { values } = parseArgs({
  options: { only: { type: "string" }, times: { type: "string" }, seed: { type: "string" } },
});
const seed = Number(values.seed ?? 1 + Math.floor(Math.random() * 1e6));
console.log(`seed ${seed}`);
for (const name of values.only?.split(",") ?? Object.keys(faults)) {
  const fault = faults[name];
  if (!fault) throw new Error(`--only takes ${Object.keys(faults).join(", ")}, not “${name}”.`);
  // Whatever is not as it should be is thrown.
  const endings = await fault.run(Number(values.times ?? fault.times), seed);
  console.log(`${name}:`);
  for (const [ending, count] of Object.entries(endings).toSorted()) console.log(`  ${ending}: ${count}`);
}
