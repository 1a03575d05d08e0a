// Asks the client whether text may be sent to a server, and for its token. It must not keep or log either.

import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { RemoteAddress } from "../llm/remote/address.ts";
import { accessByEnvironment, type RemoteAccess } from "../llm/remote/environment.ts";
import { type RemoteAccessParams, type RemoteAccessResult, remoteAccessRequest } from "../protocol.ts";

export function remoteAccess(connection: Connection) {
  return async (address: RemoteAddress): Promise<RemoteAccess> => {
    const { origin, host, loopback, encrypted } = address;
    const params: RemoteAccessParams = { origin, host, loopback, encrypted };
    try {
      const answer = await connection.sendRequest<RemoteAccessResult | null>(remoteAccessRequest, params);
      const token = typeof answer?.token === "string" && answer.token !== "" ? answer.token : undefined;
      return { allowed: answer?.allowed === true, ...(token !== undefined && { token }) };
    } catch (error) {
      const unknown = error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound;
      return unknown ? accessByEnvironment(address) : { allowed: false };
    }
  };
}
