// `npm run bench`: how fast Guidewright starts, checks and suggests, and what it costs, on this machine.

import { activationFigures } from "./editor.ts";
import { modelFigures } from "./model.ts";
import { report } from "./report.ts";
import { editFigures, startFigures, typingFigures } from "./server.ts";

// One after the other: they would slow each other down.
report([
  ...(await activationFigures()),
  ...(await startFigures()),
  ...(await editFigures()),
  ...(await modelFigures()),
  ...(await typingFigures()),
]);
