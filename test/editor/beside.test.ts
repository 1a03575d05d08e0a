// A document that only shows by what lies beside it that it is a guideline. It comes last: for a moment the open folder is
// no project, and all that lies in it is read again.

import { renameSync } from "node:fs";
import { join } from "node:path";
import type { Guidewright } from "../../client/src/extension.ts";
import { closeEverything, guidewright, openFile, until, writeFolder } from "./documents.ts";

const card = "# Card 4\n\n| Height | Number |\n| --- | --- |\n| 94 | 1 |\n";
const chapter =
  "# Malaria\n\nGive artesunate 2.4 mg/kg IV every 12 hours.\n\nGive paracetamol 15 mg/kg orally.\n";

describe("A card of numbers in a real editor", () => {
  let extension: Guidewright;
  before(async () => {
    extension = await guidewright();
  });
  afterEach(closeEverything);

  it("is a guideline where it lies beside one", async () => {
    const folder = writeFolder({ "card.md": card, "malaria.md": chapter });
    const [project, aside] = [join(folder, "../guidewright.yaml"), join(folder, "../aside.yaml")];
    renameSync(project, aside);
    try {
      await openFile(join(folder, "card.md"));
      await until("the card to be looked at", () => {
        const { recognition } = extension.situation();
        return recognition?.guideline && recognition.reason === "it lies beside a guideline";
      });
    } finally {
      renameSync(aside, project);
    }
  });
});
