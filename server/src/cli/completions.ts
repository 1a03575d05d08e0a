// `guidewright completions`, as it is declared.

import { CommandError, defineCommand, exitCodes } from "./command.ts";

const shells = ["bash", "zsh", "fish", "powershell"] as const;

export const completions = defineCommand({
  name: "completions",
  parameters: shells.join("|"),
  takes: shells,
  summary: "Print the script that lets a shell complete commands, options and their values.",
  options: {},
  async run({ files: [shell, ...more] }, { out }) {
    const known = shells.find((one) => one === shell);
    if (!known || more.length > 0)
      throw new CommandError(`Name one shell: guidewright completions ${shells.join("|")}`);
    // Only now: the list of commands has this one in it.
    const { commands } = await import("./commands.ts");
    const { completableOf } = await import("./completable.ts");
    const { scripts } = await import("./completion-scripts.ts");
    out(scripts[known](await Promise.all(commands.map(completableOf))));
    return exitCodes.clean;
  },
});
