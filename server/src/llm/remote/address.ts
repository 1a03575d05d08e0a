// Where a remote engine is: reads the address that the user configured, and tells whether text leaves this
// machine and whether it is encrypted on its way. It must not connect to anything.
import { ModelError } from "../errors.ts";

export interface RemoteAddress {
  /** Base of the API, without a slash at the end: “https://gpu.example.org/v1”. */
  readonly base: string;
  readonly origin: string;
  /** As shown to the user, with the port where it is not the usual one. */
  readonly host: string;
  /** This very machine: nothing leaves it. */
  readonly loopback: boolean;
  readonly encrypted: boolean;
}

export function parseAddress(text: string): RemoteAddress {
  const written = text.trim();
  if (!/^https?:\/\//i.test(written)) throw badAddress(written, "it does not begin with https:// or http://");
  const url = URL.parse(written);
  if (!url) throw badAddress(written, "it is no address");
  // Whoever reads the settings would read the password, too.
  if (url.username !== "" || url.password !== "")
    throw badAddress(url.host, "a name or password must not stand in it; store a token instead");
  if (url.search !== "" || url.hash !== "") throw badAddress(url.host, "it must end with its path");
  const path = url.pathname.replace(/\/+$/, "").replace(/\/(?:chat\/)?completions$/, "");
  return {
    base: `${url.origin}${path === "" ? "/v1" : path}`,
    origin: url.origin,
    host: url.host,
    loopback: isLoopback(url.hostname),
    encrypted: url.protocol === "https:",
  };
}

const isLoopback = (name: string) =>
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(name.toLowerCase());

function badAddress(shown: string, why: string): ModelError {
  return new ModelError(
    "remote-address",
    `The address of the remote engine cannot be used (${shown}): ${why}.`,
    "Set guidewright.remote.url to something like https://gpu.example.org:8000/v1.",
  );
}
