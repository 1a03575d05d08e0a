// The address under which a VS Code server shows a folder, with the extension under development, the
// suite to run and the file to open. Pure: must not start or ask anything.
import { pathToFileURL } from "node:url";

export interface AddressOptions {
  /** A folder, or a .code-workspace file. */
  folder?: string;
  extensionPath?: string;
  extensionTestsPath?: string;
  /** Opened in the editor from the start. */
  file?: string;
  disableExtensions?: boolean;
}

export function workbenchAddress(authority: string, options: AddressOptions): string {
  const remote = (path: string) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload: [string, string][] = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  if (options.extensionPath) payload.push(["extensionDevelopmentPath", remote(options.extensionPath)]);
  if (options.extensionTestsPath) payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
  if (options.file) payload.push(["openFile", remote(options.file)]);
  if (options.disableExtensions) payload.push(["disableExtensions", "true"]);
  const address = new URL(`http://${authority}/`);
  if (options.folder) {
    const kind = options.folder.endsWith(".code-workspace") ? "workspace" : "folder";
    // Here a plain path is read, not an URI.
    address.searchParams.set(kind, decodeURIComponent(pathToFileURL(options.folder).pathname));
  } else address.searchParams.set("ew", "true");
  address.searchParams.set("payload", JSON.stringify(payload));
  return address.href;
}
