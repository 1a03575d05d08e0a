// What is said of models and downloads, as it is read.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { catalogueEntry } from "../llm/catalogue/catalogue.ts";
import type { Offer } from "../llm/choosing.ts";
import { costInWords, detailInWords, fileInWords, percentageOf, progressInWords } from "./model-offers.ts";

const offer = (id: string, more: Partial<Offer> = {}): Offer => ({
  entry: catalogueEntry(id)!,
  installed: false,
  accepted: false,
  need: 2.34e9,
  fit: "well",
  ...more,
});

describe("a model to choose", () => {
  it("says what it costs, and what of that is not known for sure", () => {
    assert.equal(costInWords(offer("meditron3-gemma2-2b")), "1.7 GB to download");
    assert.equal(costInWords(offer("meditron3-8b")), "about 4.9 GB to download, may need an access token");
    assert.equal(costInWords(offer("starter", { installed: true })), "installed, 98 MB");
    assert.equal(costInWords(offer("meditron3-gemma2-9b")), "no published file: bring your own");
  });

  it("says whether it fits, how fast it would be, and what it is for", () => {
    const speed = { size: 1e9, reading: 25, writing: 9 };
    assert.equal(
      detailInWords(offer("meditron3-gemma2-2b", { speed })),
      "Fits (2.3 GB memory) · est. 6.8 words/s, page read in 27 s · research only · Gemma Terms of Use",
    );
    assert.equal(
      detailInWords(offer("meditron3-70b", { speed, fit: "no", need: 44e9 })),
      "Too large (44 GB memory) · research only · Llama 3.1 Community License",
    );
    assert.match(detailInWords(offer("starter")), /poor text · Apache-2\.0$/);
  });

  it("says of a file of the user's own what it is and what nobody has looked at", () => {
    const shape = { size: 5e9, family: "llama" };
    assert.match(
      fileInWords({ shape, need: 6e9 }),
      /^A model of the kind “llama”, 5\.0 GB\. .* 6\.0 GB .*catalogue/,
    );
    assert.match(fileInWords({ shape: { size: 5e6 } }), /unknown kind, 5 MB\. It is not/);
    assert.match(fileInWords({ shape, offer: offer("meditron3-8b") }), /looks like Meditron3-8B\.$/);
  });
});

describe("how far it is", () => {
  it("in bytes, speed and time, in percent, or in a word", () => {
    const downloading = { step: "downloading", received: 50_400_000, total: 100_000_000 } as const;
    assert.equal(progressInWords(downloading), "50 MB of 100 MB");
    assert.equal(percentageOf(downloading), 50);
    assert.equal(
      progressInWords({ ...downloading, rate: 2e6, secondsLeft: 24.8 }),
      "50 MB of 100 MB, 2 MB/s, 25 s left",
    );
    assert.equal(
      progressInWords({
        step: "copying",
        received: 2e9,
        total: 42e9,
        rate: 1e6,
        secondsLeft: 40_000,
        elsewhere: true,
      }),
      "Another window is at it: 2.0 GB of 42 GB, 1 MB/s, 11 h left",
    );
    assert.equal(progressInWords({ step: "downloading", received: 7e6 }), "7 MB");
    assert.equal(percentageOf({ step: "downloading", received: 7e6 }), undefined);
    assert.equal(percentageOf({ step: "downloading", received: 12, total: 10 }), 100);
    assert.equal(progressInWords({ step: "verifying" }), "Checking the file");
    assert.equal(
      progressInWords({ step: "waiting", reason: "the connection was cut", secondsLeft: 8, received: 1 }),
      "The connection was cut; next try in 8 s",
    );
  });
});
