// What is kept and printed of who a finding is: a hash that tells none of its words. What hashes takes a while to load, so
// that only who needs one loads this. It must not know what it is compared with.

import { createHash } from "node:crypto";

/** Of an identity. */
export const fingerprintOf = (identity: string): string =>
  createHash("sha256").update(identity).digest("hex").slice(0, 32);
