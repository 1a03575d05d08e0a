// How the model in use is doing, as a page: what it is, where it runs, how fast, how much it need not read again.
// It must not know how figures are measured, and holds nothing of any text.

import type { Statistics } from "../llm/backend.ts";
import type { ModelService, ServiceStatus } from "../llm/model-service.ts";
import { type Failure, type ModelStatisticsResult, modelStatisticsRequest } from "../protocol.ts";
import type { Feature } from "./feature.ts";
import { orFailure } from "./user-error.ts";

export function statisticsFeature(models: ModelService): Feature {
  return {
    capabilities: {},
    register(on) {
      on.request<unknown, ModelStatisticsResult | Failure>(modelStatisticsRequest, (_, { signal }) =>
        orFailure(signal, async () => ({
          markdown: statisticsPage(await models.statistics(signal), models.status),
        })),
      );
    },
  };
}

export function statisticsPage(statistics: Statistics, status: ServiceStatus | undefined): string {
  const { model, file, requests, uptimeMs } = statistics;
  const rows = [...placeRows(statistics), ...machineRows(statistics), ...workRows(statistics)];
  const since =
    uptimeMs === undefined
      ? "There are figures once the model is loaded."
      : "Figures are those of all windows that share the model, since it was loaded. They hold nothing of any text.";
  return [
    "# Model Statistics",
    headline(model, status?.message),
    table(requests === 0 ? rows : [...rows, ["Requests", whole(requests)]]),
    // Not in the table: a long path would make it wider than the page.
    ...(file === undefined ? [] : [`The file: ${asCode(file)}`]),
    since,
    "",
  ].join("\n\n");
}

function headline(model: string, message = ""): string {
  if (message.includes(model)) return asText(message);
  return `**${asText(model)}**${message && `: ${asText(message)}`}`;
}

type Row = readonly [name: string, value: string];

function placeRows({ remote, gpu }: Statistics): Row[] {
  if (remote !== undefined) return [["Runs", `on ${asText(remote)}: **text leaves this computer**`]];
  const by = { undefined: "", off: ", on the processor alone" }[String(gpu)] ?? `, with ${gpu}`;
  return [["Runs", `on this computer${by}`]];
}

function machineRows(statistics: Statistics): Row[] {
  const { sharedBy, uptimeMs, deaths, memory, threads, contextSize } = statistics;
  return [
    ...row("Used by", sharedBy, (count) =>
      count === 1 ? "this window only" : `${count} windows or commands`,
    ),
    ...row("Loaded for", uptimeMs, duration),
    ...row("Stopped unexpectedly", deaths, (count) =>
      count === 0 ? "never" : `${times(count)}, and started again`,
    ),
    ...row("Memory", memory, (bytes) => `${fraction(bytes / 1e9)} GB`),
    ...row("Threads", threads, whole),
    ...row("Context", contextSize, (tokens) => `${whole(tokens)} tokens`),
  ];
}

function workRows(statistics: Statistics): Row[] {
  const { prefillSpeed, decodeSpeed, firstToken, promptTokens, reusedTokens, readAhead } = statistics;
  const perSecond = (speed: number) => `${fraction(speed)} tokens a second`;
  const seconds = (ms: number) => `${fraction(ms / 1000)} s`;
  return [
    ...row("Reads", prefillSpeed, perSecond),
    ...row("Writes", decodeSpeed, perSecond),
    ...row(
      "Begins to answer after",
      firstToken,
      ({ last, median }) => `${seconds(last)}; usually ${seconds(median)}`,
    ),
    ...row("Read ahead", readAhead || undefined, (tokens) => `${whole(tokens)} tokens`),
    ...row(
      "Need not read again",
      promptTokens || undefined,
      (all) => `${Math.floor((100 * reusedTokens) / all)} % of ${whole(all)} tokens`,
    ),
  ];
}

function row<T>(name: string, value: T | undefined, say: (value: T) => string): Row[] {
  return value === undefined ? [] : [[name, say(value)]];
}

const table = (rows: readonly Row[]) =>
  ["| | |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");

const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

const whole = (value: number) => Math.round(value).toLocaleString("en-GB");

/** Two figures that count, however large or small. */
const fraction = (value: number) =>
  value.toLocaleString("en-GB", { maximumSignificantDigits: value < 100 ? 2 : 3 });

function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "less than a minute";
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return `${Math.floor(minutes / 60)} hours`;
}

/** Names and paths are data and must not become markup. */
const asText = (text: string) => text.replace(/[\\`*_{}[\]<>|~&$#]/g, "\\$&").replace(/\s+/g, " ");

const asCode = (text: string) => `\`${text.replaceAll("`", "'").replace(/\s+/g, " ")}\``;
