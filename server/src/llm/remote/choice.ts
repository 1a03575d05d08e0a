// Which remote engine the user configured, and what can be said of it before it is asked: light, since it is loaded
// whether or not there is one.
import { parseAddress } from "./address.ts";

/** How other machines are reached, where that is set; the environment counts where it is not. */
export interface ProxyChoice {
  readonly proxy?: string;
  /** Hosts that are reached without it, separated by commas. */
  readonly noProxy?: string;
}

export interface RemoteChoice extends ProxyChoice {
  /** As configured. */
  readonly url: string;
  /** Empty: the one that the server offers. */
  readonly model: string;
  /** A PEM file of an authority to trust; may be empty. */
  readonly certificates: string;
  /** May the text near the cursor be sent before anything is asked for? */
  readonly ahead: boolean;
}

/** Where text goes when it leaves this machine. */
export interface Destination {
  readonly host: string;
  readonly encrypted: boolean;
}

/** Undefined where text stays on this machine, or where the address leads nowhere. */
export function leavesFor({ url }: RemoteChoice): Destination | undefined {
  const address = addressIn(url);
  return address && !address.loopback ? { host: address.host, encrypted: address.encrypted } : undefined;
}

/** For words: an address that cannot be read is reported when it is needed. */
export const hostIn = (url: string): string => addressIn(url)?.host ?? "the remote engine";

export const remoteName = ({ url, model }: RemoteChoice): string =>
  model === "" ? hostIn(url) : `${model} on ${hostIn(url)}`;

function addressIn(url: string) {
  try {
    return parseAddress(url);
  } catch {
    return undefined;
  }
}
