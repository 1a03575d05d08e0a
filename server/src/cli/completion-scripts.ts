// The completion scripts of the shells. Each is small and asks nothing of the program when it runs, so that
// completing never waits.

import type { Completable, CompletableOption } from "./completable.ts";

type Script = (commands: readonly Completable[]) => string;

const note = "# Made by “guidewright completions”; make it anew after an update.";
const flag = ({ name }: CompletableOption): string => `--${name}`;
const isList = (value: CompletableOption["value"] | Completable["takes"]): value is readonly string[] =>
  Array.isArray(value);

/** Where nothing is offered, bash completes file names. */
const bash: Script = (commands) => {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => {
      if (option.value === undefined) return [];
      const offer = isList(option.value) ? ` words="${option.value.join(" ")}"` : "";
      return `    "${name} ${flag(option)}")${offer} ;;`;
    }),
  );
  const options = commands.map(
    (command) => `        ${command.name}) words="${command.options.map(flag).join(" ")}" ;;`,
  );
  const words = commands.flatMap(({ name, takes }) =>
    isList(takes) ? `        ${name}) words="${takes.join(" ")}" ;;` : [],
  );
  return `${note}
_guidewright() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  # Of --format=json the equals sign is a word of its own.
  if [ "$current" = "=" ]; then
    current=""
  elif [ "$previous" = "=" ]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "\${COMP_WORDS[1]} $previous" in
${values.join("\n")}
    *)
      if [ "\${current#-}" != "$current" ]; then
      case "\${COMP_WORDS[1]}" in
${options.join("\n")}
      esac
      else
      case "\${COMP_WORDS[1]}" in
${words.join("\n")}
      esac
      fi
      ;;
  esac
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _guidewright guidewright
`;
};

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const zsh: Script = (commands) => {
  const list = commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`,
  );
  const cases = commands.map(({ name, options, takes }) => {
    const specs = options.map((option) => {
      const described = `[${option.description.replace(/[[\]]/g, "\\$&")}]`;
      const start = `${option.many ? "*" : ""}${flag(option)}`;
      if (option.value === undefined) return quoted(`${start}${described}`);
      return quoted(`${start}=${described}:value:${zshValues(option.value)}`);
    });
    const rest = isList(takes)
      ? [quoted(`1:word:(${takes.join(" ")})`)]
      : takes === "files"
        ? ["'*:file:_files'"]
        : [];
    return `    ${name}) _arguments ${[...specs, ...rest].join(" \\\n      ")} ;;`;
  });
  return `#compdef guidewright
${note}
_guidewright() {
  local -a commands
  commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_guidewright" ]; then
  _guidewright "$@"
else
  compdef _guidewright guidewright
fi
`;
};

function zshValues(value: NonNullable<CompletableOption["value"]>): string {
  if (value === "files") return "_files";
  return value === "anything" ? "" : `(${value.join(" ")})`;
}

/** In fish only the quote and the backslash are special between single quotes. */
const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

const fish: Script = (commands) => {
  const lines = commands.flatMap(({ name, summary, takes, options }) => {
    const here = `complete -c guidewright -n '__fish_seen_subcommand_from ${name}'`;
    const words = isList(takes) ? [`${here} -f -a ${fishQuoted(takes.join(" "))}`] : [];
    return [
      `complete -c guidewright -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
      takes === "files" ? `${here} -F` : `${here} -f`,
      ...words,
      ...options.map((option) => {
        const described = `${here} -l ${option.name} -d ${fishQuoted(option.description)}`;
        if (option.value === undefined) return described;
        if (option.value === "files") return `${described} -r -F`;
        return `${described} -x${isList(option.value) ? ` -a ${fishQuoted(option.value.join(" "))}` : ""}`;
      }),
    ];
  });
  return `${note}\ncomplete -c guidewright -f\n${lines.join("\n")}\n`;
};

const powershellQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const powershellList = (words: readonly string[]): string => `@(${words.map(powershellQuoted).join(", ")})`;

/** Where nothing is offered, PowerShell completes file names. */
const powershell: Script = (commands) => {
  const tables = commands.map(({ name, takes, options }) => {
    const values = options.flatMap((option) =>
      isList(option.value) ? `      ${powershellQuoted(flag(option))} = ${powershellList(option.value)}` : [],
    );
    return `    ${powershellQuoted(name)} = @{
      '' = ${powershellList(options.map(flag))}
      'words' = ${powershellList(isList(takes) ? takes : [])}
${values.join("\n")}
    }`;
  });
  return `${note}
Register-ArgumentCompleter -Native -CommandName guidewright -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${tables.join("\n")}
  }
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '') { $words = @($words | Select-Object -SkipLast 1) }
  if ($words.Count -le 1) { $offered = @($commands.Keys) }
  elseif (-not $commands.Contains($words[1])) { $offered = @() }
  elseif ($commands[$words[1]].Contains($words[-1])) { $offered = $commands[$words[1]][$words[-1]] }
  elseif ($wordToComplete -like '-*') { $offered = $commands[$words[1]][''] }
  else { $offered = $commands[$words[1]]['words'] }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
};

export const scripts = { bash, zsh, fish, powershell } as const;
