// The findings that a handbook had when its team began to use Guidewright: by file, each as its rule and a hash. Reads
// and writes the file's text, and tells which are known. It must not know a disk or what a finding says.

export const baselineFile = "guidewright-baseline.json";
/** A handbook with a hundred thousand findings has less. */
export const largestBaseline = 20_000_000;

export interface Baseline {
  /** By path from the baseline's own folder, with "/"; of each finding its rule and identity. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
}

export const emptyBaseline: Baseline = { files: new Map() };

const version = 1;

export function entryOf(rule: string, identity: string): string {
  return `${rule} ${identity}`;
}

/** What is wrong with it, in plain words, where something is. */
export function parseBaseline(text: string): Baseline | string {
  if (text.length > largestBaseline) return "it is far too large for a baseline";
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return "it is no valid JSON";
  }
  if (!isRecord(json) || !isRecord(json.files) || typeof json.version !== "number")
    return "it was not written by Guidewright";
  if (json.version !== version)
    return `it has version ${json.version}, and this Guidewright reads version ${version}`;
  const files = new Map<string, ReadonlySet<string>>();
  for (const [path, entries] of Object.entries(json.files)) {
    if (!Array.isArray(entries) || !entries.every((entry) => typeof entry === "string"))
      return `what it says of “${path.slice(0, 80)}” is no list of findings`;
    files.set(path, new Set(entries));
  }
  return { files };
}

/** Sorted, one finding a line, so that a change can be reviewed. */
export function formatBaseline({ files }: Baseline): string {
  const sorted = [...files].filter(([, entries]) => entries.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const lists = sorted.map(([path, entries]) => [path, [...entries].sort()] as const);
  return `${JSON.stringify({ version, files: Object.fromEntries(lists) }, null, 2)}\n`;
}

/** Of files that are there no more: a renamed file keeps its findings. */
export function withoutFile({ files }: Baseline, isThere: (path: string) => boolean): ReadonlySet<string> {
  return new Set([...files].flatMap(([path, entries]) => (isThere(path) ? [] : [...entries])));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
