// Every setting of Guidewright, declared once: package.json's block and the docs' table are generated
// from here, and whatever a client sends is parsed here. It must not know how settings reach the server.

export type Scope = "machine" | "resource" | "language-overridable" | "window";

interface Described {
  readonly scope: Scope;
  readonly description: string;
}
interface ChoiceSetting<T extends string> extends Described {
  readonly type: "choice";
  readonly choices: Readonly<Record<T, string>>;
  readonly default: T;
}
interface BooleanSetting extends Described {
  readonly type: "boolean";
  readonly default: boolean;
}
interface IntegerSetting extends Described {
  readonly type: "integer";
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
}
interface StringSetting extends Described {
  readonly type: "string";
  readonly default: string;
}
interface SeveritiesSetting extends Described {
  readonly type: "severities";
  readonly default: Readonly<Record<string, RuleSetting>>;
}
export type Setting =
  | ChoiceSetting<string>
  | BooleanSetting
  | IntegerSetting
  | StringSetting
  | SeveritiesSetting;

export const severities = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof severities)[number];
export type RuleSetting = Severity | "off";
const ruleSettings: readonly string[] = [...severities, "off"];

const choice = <T extends string>(setting: Omit<ChoiceSetting<T>, "type">) =>
  ({ type: "choice", ...setting }) as const;

export const settingDeclarations = {
  enable: choice<"auto" | "always" | "never">({
    choices: {
      auto: "Markdown that is marked as a guideline (a guidewright.yaml in its folder or above, or `guideline: true` in the front matter), or whose orders, recommendations, headings or words are those of patient care.",
      always: "Every Markdown document.",
      never: "No document: Guidewright stays off.",
    },
    default: "auto",
    scope: "resource",
    description: "Which Markdown documents Guidewright treats as clinical guidelines.",
  }),
  rules: {
    type: "severities",
    default: {},
    scope: "resource",
    description:
      "Severity of single rules, by rule name: `error`, `warning`, `information`, `hint` or `off`. Rules not named here keep their own severity.",
  },
  "completion.enable": {
    type: "boolean",
    default: true,
    scope: "language-overridable",
    description: "Suggest text while you type, written by the local model.",
  },
  "completion.deadline": {
    type: "integer",
    default: 2000,
    minimum: 100,
    maximum: 60000,
    scope: "language-overridable",
    description: "Longest time to wait for a suggestion, in milliseconds. What is ready by then is shown.",
  },
  "completion.maxTokens": {
    type: "integer",
    default: 24,
    minimum: 1,
    maximum: 256,
    scope: "language-overridable",
    description: "Longest suggestion, in the model's tokens (a token is about three quarters of a word).",
  },
  "completion.guardNumbers": {
    type: "boolean",
    default: true,
    scope: "language-overridable",
    description:
      "Cut a suggestion before any number that does not stand shortly before the cursor, in the same line or cell and between the same words, that is no dose of this medicine in this document, or that a rule would warn of. Models invent numbers; turning this off lets invented doses through.",
  },
  "hover.explain": {
    type: "boolean",
    default: true,
    scope: "resource",
    description:
      "Add the model's explanation to the hover of an abbreviation, marked as AI-generated, below the definition.",
  },
  "model.id": {
    type: "string",
    default: "starter",
    scope: "machine",
    description:
      "Which model to run, by its name in the catalogue (`guidewright models` lists them). Ignored when a model path is set.",
  },
  "model.path": {
    type: "string",
    default: "",
    scope: "machine",
    description: "A GGUF model file of your own, as a full path. Empty: the model chosen above.",
  },
  "model.hub": {
    type: "string",
    default: "",
    scope: "machine",
    description:
      "Where models are downloaded from: the address of a mirror that serves files as Hugging Face does. Empty: what `HF_ENDPOINT` names, else `https://huggingface.co`.",
  },
  "model.gpu": choice<"auto" | "off">({
    choices: { auto: "Use a GPU if one works.", off: "Use the processor only." },
    default: "auto",
    scope: "machine",
    description: "Whether the model may use a GPU.",
  }),
  "model.threads": {
    type: "integer",
    default: 0,
    minimum: 0,
    maximum: 256,
    scope: "machine",
    description:
      "Processor threads for the model. 0: as many as were measured to be of use, never all physical cores.",
  },
  "model.contextSize": {
    type: "integer",
    default: 0,
    minimum: 0,
    maximum: 131072,
    scope: "machine",
    description:
      "How many tokens the model sees at once (a token is about three quarters of a word). More needs more memory. 0: as many as this computer reads in a minute and has memory for, 1,024 to 4,096.",
  },
  "model.template": choice<"raw" | "chat">({
    choices: {
      raw: "With the text itself, after examples: what the Meditron3 models are made for.",
      chat: "In the turns of a conversation, by the chat template in the model's file: for models that were trained to converse.",
    },
    default: "raw",
    scope: "machine",
    description: "How the model is asked.",
  }),
  "model.idleMinutes": {
    type: "integer",
    default: 30,
    minimum: 0,
    maximum: 1440,
    scope: "machine",
    description:
      "Unload the model when nothing was asked of it for so many minutes; the next request loads it again. 0: never.",
  },
  "model.saveEnergy": {
    type: "boolean",
    default: true,
    scope: "machine",
    description:
      "Pause the model while the computer saves energy: a battery saver or low power mode is on, or the battery is at 20 % or below and not being charged. It can be resumed by hand.",
  },
  "model.keepContext": {
    type: "boolean",
    default: false,
    scope: "machine",
    description:
      "Keep what the model has read of the text above the cursor on this computer's disk when it is unloaded, so that the first suggestion of the next session comes sooner. It is **your text in another form**: in your cache folder, readable by you alone, up to 500 MB, erased when this is switched off and by “Guidewright: Erase the Model's Cache”.",
  },
  "remote.url": {
    type: "string",
    default: "",
    scope: "machine",
    description:
      "Address of a server with the OpenAI API (vLLM, llama-server, Ollama, LM Studio) that runs the model instead of this machine, for example `https://gpu.example.org/v1`. **Text near the cursor is sent there.** Empty: nothing leaves this machine.",
  },
  "remote.model": {
    type: "string",
    default: "",
    scope: "machine",
    description: "Which of the remote server's models to use. Empty: the only one, or the only Meditron.",
  },
  "remote.certificates": {
    type: "string",
    default: "",
    scope: "machine",
    description:
      "A PEM file with the certificate of the authority that vouches for the remote server, as a full path. Empty: those that this machine trusts.",
  },
  "remote.sendAhead": {
    type: "boolean",
    default: false,
    scope: "machine",
    description:
      "Let the remote server read the text while you read it, too, so that its suggestions come sooner. Off: text is sent only when something is asked for.",
  },
} as const satisfies Record<string, Setting>;

type Declarations = typeof settingDeclarations;
type ValueOf<S> = S extends { readonly type: "choice"; readonly choices: infer C }
  ? keyof C
  : S extends { readonly type: "boolean" }
    ? boolean
    : S extends { readonly type: "integer" }
      ? number
      : S extends { readonly type: "severities" }
        ? Readonly<Record<string, RuleSetting>>
        : string;

export type SettingKey = keyof Declarations;
export type Settings = { readonly [K in SettingKey]: ValueOf<Declarations[K]> };

export const defaultSettings = Object.freeze(
  Object.fromEntries(Object.entries(settingDeclarations).map(([key, setting]) => [key, setting.default])),
) as Settings;

export interface ParsedSettings {
  readonly settings: Settings;
  /** One plain sentence for each value that could not be used. */
  readonly problems: readonly string[];
}

/** Total: whatever an editor sends, every setting has a usable value afterwards. */
export function parseSettings(json: unknown): ParsedSettings {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(settingDeclarations) as [string, Setting][]) {
    const value = lookUp(json, key.split("."));
    const problem = value === undefined || value === null ? undefined : problemWith(setting, value);
    if (problem) {
      problems.push(`The setting guidewright.${key} ${problem}; ${JSON.stringify(setting.default)} is used.`);
    }
    settings[key] = value === undefined || value === null || problem ? setting.default : value;
  }
  return { settings: Object.freeze(settings) as Settings, problems };
}

function lookUp(json: unknown, path: readonly string[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

function problemWith(setting: Setting, value: unknown): string | undefined {
  switch (setting.type) {
    case "choice": {
      const choices = Object.keys(setting.choices);
      if (typeof value === "string" && choices.includes(value)) return undefined;
      return `must be one of ${choices.map((c) => `"${c}"`).join(", ")}, not ${shown(value)}`;
    }
    case "boolean":
      return typeof value === "boolean" ? undefined : `must be true or false, not ${shown(value)}`;
    case "integer":
      if (Number.isInteger(value) && Number(value) >= setting.minimum && Number(value) <= setting.maximum) {
        return undefined;
      }
      return `must be a whole number from ${setting.minimum} to ${setting.maximum}, not ${shown(value)}`;
    case "string":
      return typeof value === "string" ? undefined : `must be text, not ${shown(value)}`;
    case "severities":
      return problemWithSeverities(value);
  }
}

function problemWithSeverities(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `must map rule names to severities, not be ${shown(value)}`;
  }
  for (const [rule, severity] of Object.entries(value)) {
    if (!ruleSettings.includes(severity)) {
      return `gives the rule "${rule}" ${shown(severity)}, which is none of ${ruleSettings.join(", ")}`;
    }
  }
  return undefined;
}

function shown(value: unknown): string {
  const text = json(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "a value that is no JSON";
  }
}
