// What is said of models to those who choose one: size, memory, whether it fits, speed, terms, and how far a download
// is. Pure; it must not know where it is shown.

import type { Speed } from "../llm/catalogue/fit.ts";
import type { Offer } from "../llm/choosing.ts";
import type { InstallProgress } from "../llm/download/progress.ts";
import type { Inspected } from "../llm/shelf.ts";

export function bytesInWords(bytes: number): string {
  if (bytes < 1e9) return `${Math.round(bytes / 1e6)} MB`;
  return `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;
}

/** In a few words: what it costs to have it. */
export function costInWords({ entry, installed }: Offer): string {
  if (installed) return `installed, ${bytesInWords(entry.size)}`;
  if (!entry.repo && !entry.wheel) return "no published file: bring your own";
  const about = entry.verified.includes("size") ? "" : "about ";
  return `${about}${bytesInWords(entry.size)} to download${entry.gated ? ", may need an access token" : ""}`;
}

const fits = { gpu: "Fits the GPU", well: "Fits", tight: "Only just fits", no: "Too large" } as const;

/** What to weigh, the weightiest first: a list shows one line. */
export function detailInWords({ entry, need, fit, speed }: Offer): string {
  return [
    `${fits[fit]} (${bytesInWords(need)} memory)`,
    ...(speed && fit !== "no" ? [speedInWords(speed)] : []),
    entry.starter ? "poor text" : "research only",
    entry.licence.name,
  ].join(" · ");
}

/** A token is about three quarters of a word; a page has about 500 words. */
function speedInWords({ reading, writing }: Speed): string {
  const words = writing * 0.75;
  const amount = words < 10 ? words.toFixed(1) : Math.round(words);
  return `est. ${amount} words/s, page read in ${timeInWords(500 / 0.75 / reading)}`;
}

export function fileInWords({ shape, need, offer }: Inspected): string {
  const family = shape.family === undefined ? "of an unknown kind" : `of the kind “${shape.family}”`;
  const memory = need === undefined ? "" : ` It takes about ${bytesInWords(need)} of memory.`;
  const known = offer
    ? ` It looks like ${offer.entry.name}.`
    : " It is not in Guidewright's catalogue: nobody has looked at its licence or at what it writes.";
  return `A model ${family}, ${bytesInWords(shape.size)}.${memory}${known}`;
}

export function progressInWords({ step, received, total, ...more }: InstallProgress): string {
  const elsewhere = more.elsewhere ? "Another window is at it: " : "";
  if (step === "waiting")
    return `${elsewhere}${capital(more.reason ?? "waiting")}; next try in ${timeInWords(more.secondsLeft ?? 0)}`;
  if (received === undefined || (step !== "downloading" && step !== "copying"))
    return elsewhere + stepsInWords[step];
  const amount =
    total === undefined ? bytesInWords(received) : `${bytesInWords(received)} of ${bytesInWords(total)}`;
  const rate = more.rate === undefined ? "" : `, ${bytesInWords(more.rate)}/s`;
  const left = more.secondsLeft === undefined ? "" : `, ${timeInWords(more.secondsLeft)} left`;
  return `${elsewhere}${amount}${rate}${left}`;
}

const stepsInWords = {
  downloading: "Downloading",
  copying: "Copying",
  unpacking: "Unpacking",
  verifying: "Checking the file",
} as const;

export function percentageOf({ received, total }: InstallProgress): number | undefined {
  return received === undefined || !total ? undefined : Math.min(100, Math.round((100 * received) / total));
}

function timeInWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
