// Whether this computer saves its battery, asked of the system rarely and by its own means. What the systems
// print is read by pure functions. It must not know what is done about it.
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, systemClock } from "./clock.ts";

export interface PowerState {
  /** Battery saver, low power mode or the like is switched on. */
  readonly saver: boolean;
  /** Runs on its battery. */
  readonly onBattery: boolean;
  /** Per cent, where there is a battery. */
  readonly charge: number | undefined;
}

const lowCharge = 20;
const usualEveryMs = 2 * 60_000;
const patienceMs = 10_000;

/** Why the model should be silent, as the end of a sentence; undefined when there is no reason. */
export function reasonToSave({ saver, onBattery, charge }: PowerState): string | undefined {
  if (saver) return "because this computer is saving energy";
  if (onBattery && charge !== undefined && charge <= lowCharge)
    return `because the battery is down to ${charge} %`;
  return undefined;
}

export interface PowerOptions {
  readonly read?: () => Promise<PowerState>;
  readonly clock?: Clock;
  readonly everyMs?: number;
}

/** One for a process: asks only while somebody wants to know. */
export class Power {
  readonly #read: () => Promise<PowerState>;
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #listeners = new Set<(reason: string | undefined) => void>();
  #cancel = () => {};
  #reason: string | undefined;

  constructor({ read = readPower, clock = systemClock, everyMs = usualEveryMs }: PowerOptions = {}) {
    this.#read = read;
    this.#clock = clock;
    this.#everyMs = everyMs;
  }

  /** Why to save energy now. A system that cannot be asked gives no reason. */
  async reason(): Promise<string | undefined> {
    try {
      this.#reason = reasonToSave(await this.#read());
    } catch {
      this.#reason = undefined;
    }
    return this.#reason;
  }

  /** Calls back whenever the reason has changed; the result ends that. */
  watch(listener: (reason: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#next();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#cancel();
    };
  }

  #next(): void {
    this.#cancel = this.#clock.after(this.#everyMs, () => void this.#look());
  }

  async #look(): Promise<void> {
    const before = this.#reason;
    const reason = await this.reason();
    if (this.#listeners.size === 0) return;
    if ((reason === undefined) !== (before === undefined))
      for (const listener of [...this.#listeners]) listener(reason);
    this.#next();
  }
}

const unknown: PowerState = { saver: false, onBattery: false, charge: undefined };

async function readPower(platform: NodeJS.Platform = process.platform): Promise<PowerState> {
  if (platform === "linux") return readLinux();
  if (platform === "darwin")
    return parsePmset(await run("pmset", ["-g"]), await run("pmset", ["-g", "batt"]));
  if (platform === "win32")
    return parseWindows(
      await run("powershell", ["-NoProfile", "-NonInteractive", "-Command", windowsScript]),
    );
  return unknown;
}

/** The kernel tells without any program: the profile (which power-profiles-daemon sets), and each battery. */
export async function readLinux(root = "/sys"): Promise<PowerState> {
  const profile = await textOf(join(root, "firmware/acpi/platform_profile"));
  const supplies = join(root, "class/power_supply");
  const names = await readdir(supplies).catch(() => []);
  const batteries: { readonly status: string; readonly capacity: number }[] = [];
  for (const name of names) {
    const about = (file: string) => textOf(join(supplies, name, file));
    // A mouse has a battery, too; that one's scope is the device.
    if ((await about("type")) !== "Battery" || (await about("scope")) === "Device") continue;
    batteries.push({ status: await about("status"), capacity: Number(await about("capacity")) });
  }
  return {
    saver: profile === "low-power" || (await profileOfDaemon()) === "power-saver",
    onBattery: batteries.some(({ status }) => status === "Discharging"),
    charge: batteries.length > 0 ? Math.max(...batteries.map(({ capacity }) => capacity)) : undefined,
  };
}

/** On machines without profiles of their own the daemon keeps the choice to itself. */
async function profileOfDaemon(): Promise<string> {
  return run("powerprofilesctl", ["get"]).then(
    (text) => text.trim(),
    () => "",
  );
}

/** What `pmset -g` and `pmset -g batt` print. */
export function parsePmset(settings: string, battery: string): PowerState {
  const charge = /(\d{1,3})%/.exec(battery)?.[1];
  return {
    saver: /^\s*(?:low)?powermode\s+1\s*$/m.test(settings),
    onBattery: /drawing from 'Battery Power'/.test(battery),
    charge: charge === undefined ? undefined : Number(charge),
  };
}

const windowsScript = [
  "try { 'saver ' + [Windows.System.Power.PowerManager,Windows.System.Power,ContentType=WindowsRuntime]::EnergySaverStatus } catch { }",
  "Get-CimInstance Win32_Battery | ForEach-Object { 'battery ' + $_.BatteryStatus + ' ' + $_.EstimatedChargeRemaining }",
].join("; ");

/** What the script prints: whether the saver is on, and a line for each battery (status 1 is discharging). */
export function parseWindows(output: string): PowerState {
  const batteries = [...output.matchAll(/^battery (\d+) (\d+)\s*$/gm)];
  return {
    saver: /^saver On\s*$/m.test(output),
    onBattery: batteries.some(([, status]) => status === "1"),
    charge: batteries.length > 0 ? Math.max(...batteries.map(([, , charge]) => Number(charge))) : undefined,
  };
}

const textOf = (file: string) =>
  readFile(file, "utf8").then(
    (text) => text.trim(),
    () => "",
  );

function run(program: string, parameters: readonly string[]): Promise<string> {
  const options = { timeout: patienceMs, windowsHide: true };
  return new Promise((resolve, reject) =>
    execFile(program, parameters, options, (error, stdout) => (error ? reject(error) : resolve(stdout))),
  );
}
