// What is said about a model on another machine. Pure: it must not know VS Code, so that every sentence can be tested.
import type { ModelStatus, RemoteAccessParams } from "../../server/src/protocol.ts";

type Destination = Pick<RemoteAccessParams, "host" | "encrypted">;

export function consentQuestion({ host, encrypted }: Destination): string {
  const open = encrypted
    ? ""
    : " The connection is not encrypted: everyone in the network between can read the text.";
  return `The settings name ${host} as the machine that runs the model. Text near the cursor of your guidelines will be sent there.${open} Is that right?`;
}

export function destinationSentence({ host, encrypted }: NonNullable<ModelStatus["remote"]>): string {
  const how = encrypted ? "encrypted" : "without encryption";
  return `Text near the cursor leaves this machine: it is sent to ${host}, ${how}, when something is suggested, explained or drafted.`;
}

/** For the box that asks for an address; empty means none. */
export function problemWithAddress(text: string): string | undefined {
  const url = text.trim();
  if (url === "") return undefined;
  if (!/^https?:\/\//i.test(url)) return "Begin with https:// or http://.";
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) return "This is no address.";
  if (parsed.username !== "" || parsed.password !== "")
    return "Leave name and password out: the next box asks for a token.";
  return undefined;
}

export const originOf = (text: string): string | undefined =>
  URL.canParse(text.trim()) ? new URL(text.trim()).origin : undefined;
